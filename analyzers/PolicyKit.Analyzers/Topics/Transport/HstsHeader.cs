using System.Globalization;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>The header by which a site says for how long browsers are to come by TLS alone (RFC 6797).</summary>
internal static class HstsHeader
{
    public const string Name = "Strict-Transport-Security";

    /// <summary>A visitor who comes back on the next day has to be known still; the RFC itself names no time.</summary>
    public const int Shortest = 86_400;

    /// <summary>Seconds as whole minutes.</summary>
    public static string Minutes(int seconds) => (seconds / 60).ToString(CultureInfo.InvariantCulture);

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
