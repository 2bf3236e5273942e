namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>The header by which a page says from where browsers may load what it is made of.</summary>
internal static class ContentSecurityPolicy
{
    private static readonly char[] Separators = { ' ', ';', ',' };

    /// <summary>Whether a value is put into the header.</summary>
    public static bool IsPutIn(NamedValue sink) =>
        !sink.IsComparison
        && IdentifierWords.Plain(sink.Name) is "contentsecuritypolicy" or "contentsecuritypolicyreportonly"
        && (sink.Symbol is null || sink.IsForeign);

    /// <summary>The hosts that a policy names, without the wildcards before them.</summary>
    public static IEnumerable<string> HostsOf(string policy) =>
        policy
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Where(token => token[0] != '\'')
            .Select(HostOf)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static string? HostOf(string token)
    {
        if (token.IndexOf("://", StringComparison.Ordinal) > 0)
            return ConnectionString.OfUrl(token.Replace("://*.", "://"))?.Host;
        if (token.IndexOf('.') < 0)
            return null;
        var host = token.StartsWith("*.", StringComparison.Ordinal) ? token.Substring(2) : token;
        return ConnectionString.BareHosts(host.Split('/')[0]).FirstOrDefault();
    }
}
