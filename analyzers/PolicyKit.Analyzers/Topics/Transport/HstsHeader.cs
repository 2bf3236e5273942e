using System.Globalization;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>The header by which a site says for how long browsers are to come by TLS alone (RFC 6797).</summary>
internal static class HstsHeader
{
    public const string Name = "Strict-Transport-Security";

    /// <summary>The seconds of max-age; null when the text has none.</summary>
    public static int? SecondsOf(string value)
    {
        foreach (var part in value.Split(';'))
        {
            var trimmed = part.Trim();
            if (!trimmed.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase))
                continue;
            var digits = trimmed.Substring("max-age=".Length).Trim('"', ' ');
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? seconds
                : null;
        }

        return null;
    }
}
