using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// Clients of telnet, which encrypts nothing: types and methods that bear its name, and connections to its port (23,
/// IANA's registry of ports).
/// </summary>
internal static class TerminalClients
{
    private const int Port = 23;
    private const string Name = "telnet";

    // A name of these words alone speaks the protocol; TelnetBlockedRule and IsTelnetClosed only speak of it.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        Name,
        "tcp",
        "client",
        "connection",
        "session",
        "stream",
        "socket",
        "terminal",
        "connect",
        "open",
        "start",
        "login",
        "async",
    };

    /// <summary>Whether an operation makes such a client, calls one or connects to the port.</summary>
    public static bool IsUsed(IOperation operation, ISymbol containing)
    {
        var (member, arguments) = operation switch
        {
            IObjectCreationOperation { Type: { } type } creation => ((ISymbol)type, creation.Arguments),
            IInvocationOperation call => (call.TargetMethod, call.Arguments),
            _ => (null!, default),
        };
        return member is not null && (IsNamed(member, containing) || IsConnectedToPort(member, arguments));
    }

    private static bool IsNamed(ISymbol member, ISymbol containing) =>
        member.Name.IndexOf(Name, StringComparison.OrdinalIgnoreCase) >= 0
        && Speaks(member.Name)
        && !(containing.ContainingType is { } type && Speaks(type.Name));

    private static bool Speaks(string name)
    {
        var words = IdentifierWords.Split(name).Select(w => w.ToLowerInvariant()).ToList();
        return words.Contains(Name) && words.All(w => Words.Contains(w) || w.All(char.IsDigit));
    }

    private static bool IsConnectedToPort(
        ISymbol member,
        System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments
    ) =>
        (member as INamedTypeSymbol ?? member.ContainingType) is { } type
        && type.Name is "TcpClient" or "Socket" or "DnsEndPoint" or "IPEndPoint"
        && Namespaces.IsFramework(type)
        && (member is INamedTypeSymbol || member.Name is "Connect" or "ConnectAsync")
        && arguments.Any(a => a.Parameter?.Name is "port" or "remotePort" && ConstantInt.Of(a.Value) == Port);
}
