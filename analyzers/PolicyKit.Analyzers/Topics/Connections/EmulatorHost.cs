namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>
/// The address by which Android's emulator calls the machine that it runs on (10.0.2.2, Android's documentation of the
/// emulator's network). Real machines may have it, too: it is this one only where it stands for the machine itself.
/// </summary>
internal static class EmulatorHost
{
    private const string Address = "10.0.2.2";

    /// <summary>Whether a host is the emulator's word for a local one that may stand in its place.</summary>
    public static bool Is(string host, IEnumerable<StringValue> values, ISet<string> local) =>
        host == Address
        && values.Any(v =>
            local.Contains(v.Text) || (ConnectionString.OfUrl(v.Text) is { } url && local.Contains(url.Host))
        );
}
