namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>Addresses at which a program listens: http://*:80;https://+:443.</summary>
internal static class ListeningAddresses
{
    /// <summary>The schemes of the addresses in a text, and whether only the machine itself reaches them.</summary>
    public static IReadOnlyList<(string Scheme, bool IsLoopback)> In(string text)
    {
        var addresses = new List<(string, bool)>();
        foreach (var part in text.Split(new[] { ';', ',', ' ' }, StringSplitOptions.RemoveEmptyEntries))
            if (part.IndexOf("://", StringComparison.Ordinal) is var at and > 0 and < 10)
                addresses.Add((part.Substring(0, at).ToLowerInvariant(), IsLoopback(part.Substring(at + 3))));
        return addresses;
    }

    private static bool IsLoopback(string rest) =>
        rest.StartsWith("localhost", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("127.", StringComparison.Ordinal)
        || rest.StartsWith("[::1]", StringComparison.Ordinal)
        || rest.StartsWith("unix:", StringComparison.OrdinalIgnoreCase);
}
