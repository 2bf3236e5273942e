using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyKit.Findings;

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
        var text = string.Join(
            "\n",
            rule,
            path,
            (line ?? "").Trim(),
            occurrence.ToString(CultureInfo.InvariantCulture)
        );
        using var sha256 = SHA256.Create();
        return string.Concat(
            sha256
                .ComputeHash(Encoding.UTF8.GetBytes(text))
                .Take(16)
                .Select(b => b.ToString("x2", CultureInfo.InvariantCulture))
        );
    }
}
