using System.Text.RegularExpressions;

/// <summary>The lines of a file that its authors labelled: those that a tool should report, those that it should not, and those that they leave open.</summary>
/// <param name="Path">The file.</param>
/// <param name="Positive">Lines to report, counted from 1.</param>
/// <param name="Negative">Lines not to report.</param>
/// <param name="Open">Lines that count neither way: known mistakes of the set's own tool, lines that do not compile.</param>
internal sealed record LabelledFile(string Path, HashSet<int> Positive, HashSet<int> Negative, HashSet<int> Open)
{
    // Noncompliant, Noncompliant@+1 (SonarSource); BAD, $ Alert (CodeQL); ruleid: (Semgrep, about the next line).
    private static readonly Regex Bad = new(
        @"//.*?(?:\bNoncompliant\b(?:@(?<offset>[+-]\d+))?|\bBAD\b|\$ Alert\b|(?<next>\bruleid:))",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex Good = new(
        @"//.*?(?:\b(?:Compliant|Safe|GOOD)\b|(?<next>\bok:))",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex Undecided = new(
        @"//.*?(?:\bFN\b|\bFP\b|False Negative|False Positive|\bError\b|\bMISSING\b|SPURIOUS|(?<next>\btodoruleid:|\btodook:))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    public static LabelledFile Read(string path)
    {
        var (positive, negative, open) = (new HashSet<int>(), new HashSet<int>(), new HashSet<int>());
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
            if (Undecided.Match(lines[i]) is { Success: true } undecided)
                open.Add(i + (undecided.Groups["next"].Success ? 2 : 1));
            else if (Bad.Match(lines[i]) is { Success: true } bad)
                positive.Add(
                    i
                        + (bad.Groups["next"].Success ? 2 : 1)
                        + (bad.Groups["offset"].Success ? int.Parse(bad.Groups["offset"].Value) : 0)
                );
            else if (Good.Match(lines[i]) is { Success: true } good)
                negative.Add(i + (good.Groups["next"].Success ? 2 : 1));
        return new(path, positive, negative, open);
    }
}
