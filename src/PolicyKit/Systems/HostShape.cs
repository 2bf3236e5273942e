namespace PolicyKit.Systems;

/// <summary>
/// Host names and addresses as declarations write them: labels separated by dots (an underscore is allowed in all but
/// the last), or an IPv6 address.
/// </summary>
internal static class HostShape
{
    // The names of the registry of .jp beneath which others register theirs (JPRS, 属性型JPドメイン名).
    private static readonly string[] RegistryOfJp = ["ac", "ad", "co", "ed", "go", "gr", "lg", "ne", "or"];

    // Names that no registry gives out: networks of one's own use them (RFC 6761, RFC 6762, ICANN for internal).
    private static readonly string[] Private = ["example", "internal", "invalid", "local", "localhost", "test"];

    /// <summary>Whether a name can belong to one holder: a registry gives out none beneath it.</summary>
    public static bool CanHaveHolder(string name)
    {
        var labels = name.Split('.');
        if (labels.Length == 1)
            return Private.Contains(name, StringComparer.OrdinalIgnoreCase);
        return labels.Length > 2
            || !labels[1].Equals("jp", StringComparison.OrdinalIgnoreCase)
            || !RegistryOfJp.Contains(labels[0], StringComparer.OrdinalIgnoreCase);
    }

    public static bool IsHost(string text) => text.IndexOf(':') >= 0 ? IsIPv6(text) : IsName(text);

    private static bool IsIPv6(string text)
    {
        foreach (var c in text)
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or ':'))
                return false;
        return text.Length > text.IndexOf(':') + 1;
    }

    private static bool IsName(string text)
    {
        var labels = text.Split('.');
        for (var i = 0; i < labels.Length; i++)
            if (!IsLabel(labels[i], isLast: i == labels.Length - 1))
                return false;
        return true;
    }

    private static bool IsLabel(string label, bool isLast)
    {
        if (label.Length == 0)
            return false;
        for (var i = 0; i < label.Length; i++)
        {
            var c = label[i];
            if (c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
                continue;
            // A hyphen stands inside; an underscore may begin a label and stand inside.
            if (c == '-' ? i == 0 || i == label.Length - 1 : c != '_' || isLast || (i == label.Length - 1 && i > 0))
                return false;
        }

        return true;
    }
}
