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
        @"(?://|<!--).*?(?:\bNoncompliant\b(?:@(?<offset>[+-]\d+))?|\bBAD\b(?: (?<ids>\d{4}(?: \d{4})*))?|\$ Alert\b|(?<!NOT )\bBUG\b|(?<next>\bruleid:))",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex Alert = new(@"(?://|<!--).*?(?<!MISSING:)\$ Alert\b", RegexOptions.CultureInvariant);

    private static readonly Regex Good = new(
        @"(?://|<!--).*?(?:\b(?:Compliant|Safe|GOOD|NOT BUG)\b|(?<next>\bok:))",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex Undecided = new(
        @"//.*?(?:\bFN\b|\bFP\b|False Negative|False Positive|\bError\b|\bMISSING\b|SPURIOUS|(?<next>\btodoruleid:|\btodook:))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    /// <summary>Reads a file; a label that names rules is one of theirs alone: BAD 6102 3003.</summary>
    public static LabelledFile Read(string path, IReadOnlyList<string> rules)
    {
        var (positive, negative, open) = (new HashSet<int>(), new HashSet<int>(), new HashSet<int>());
        var lines = File.ReadAllLines(path);
        // Where a set names its alerts, the words beside them only explain.
        var bads = Array.Exists(lines, Alert.IsMatch) ? Alert : Bad;
        for (var i = 0; i < lines.Length; i++)
            if (Undecided.Match(lines[i]) is { Success: true } undecided)
                open.Add(i + (undecided.Groups["next"].Success ? 2 : 1));
            else if (bads.Match(lines[i]) is { Success: true } bad && IsOf(bad, rules))
                positive.Add(
                    LineOf(bad, lines, i) + (bad.Groups["offset"].Success ? int.Parse(bad.Groups["offset"].Value) : 0)
                );
            else if (Good.Match(lines[i]) is { Success: true } good)
                negative.Add(LineOf(good, lines, i));
        return new(path, positive, negative, open);
    }

    private static bool IsOf(Match label, IReadOnlyList<string> rules) =>
        label.Groups["ids"] is not { Success: true, Value: var ids }
        || ids.Split(' ').Any(id => rules.Any(rule => rule.Split('/')[0].EndsWith(id, StringComparison.Ordinal)));

    // CodeQL and Semgrep put a label on a line of its own, before the code that it is about.
    private static int LineOf(Match label, string[] lines, int at)
    {
        var stands =
            label.Value.Contains("BAD", StringComparison.Ordinal)
            || label.Value.Contains("GOOD", StringComparison.Ordinal)
            || label.Groups["next"].Success;
        if (!stands || !IsComment(lines[at]))
            return at + 1;
        while (at + 1 < lines.Length && (IsComment(lines[at]) || lines[at].Trim().Length == 0))
            at++;
        return at + 1;
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);
}
