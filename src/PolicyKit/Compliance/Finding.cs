using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>The one result type of every check (指摘): what was found, where, and on which provision it stands.</summary>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>How grave, as the standard decides.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One sentence in the language asked for. Never holds a secret or personal data.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it; null where there is nothing to advise.</summary>
    public string? Remedy { get; init; }

    /// <summary>Where.</summary>
    public required Location Location { get; init; }

    /// <summary>The provisions it stands on.</summary>
    public required ValueList<ProvisionId> Provisions { get; init; }

    /// <summary>The controls it stands on.</summary>
    public required ValueList<ControlId> Controls { get; init; }

    /// <summary>The line of the text in which it begins, masked; null when the file is not at hand.</summary>
    public string? Line { get; init; }

    /// <summary>An identity that survives moved lines: equal for the same rule, file, line text and place among equals.</summary>
    public required string Fingerprint { get; init; }
}

/// <summary>Makes fingerprints of findings.</summary>
public static class Fingerprint
{
    /// <summary>The fingerprint: 32 hexadecimal digits.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The path relative to the checked folder, with forward slashes.</param>
    /// <param name="line">The text of the line, masked; white space at its ends does not count.</param>
    /// <param name="occurrence">Which of the findings with the same rule, path and line it is, from 0.</param>
    public static string Of(RuleId rule, string path, string? line, int occurrence)
    {
        var text = string.Join("\n", rule, path, (line ?? "").Trim(), occurrence.ToString(CultureInfo.InvariantCulture));
        using var sha256 = SHA256.Create();
        return string.Concat(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(16).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
