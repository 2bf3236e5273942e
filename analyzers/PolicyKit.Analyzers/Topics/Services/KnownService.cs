namespace PolicyKit.Analyzers.Topics.Services;

/// <summary>A service outside the body, as the standard lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Names">The names that a register knows it by, its own among them.</param>
/// <param name="Libraries">The namespaces and assemblies of its libraries.</param>
/// <param name="Hosts">Its hosts; <c>*.example.com</c> covers what is beneath.</param>
internal sealed record KnownService(
    string Name,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Libraries,
    IReadOnlyList<string> Hosts
)
{
    /// <summary>Whether a text of a register names it: <c>AWS</c> is in <c>AWS S3</c> and not in <c>Laws</c>.</summary>
    public bool IsNamedIn(string text) => Names.Any(name => RegisterNames.Holds(text, name));

    /// <summary>Whether a host is one of its.</summary>
    public bool Answers(string host) => Hosts.Any(known => Covers(known, host));

    private static bool Covers(string known, string host) =>
        known.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(known.Substring(1), StringComparison.OrdinalIgnoreCase)
            : string.Equals(known, host, StringComparison.OrdinalIgnoreCase);
}
