using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>Settings by which something travels unencrypted.</summary>
internal static class CleartextSettings
{
    private static readonly HashSet<string> Off = new(StringComparer.OrdinalIgnoreCase)
    {
        "false",
        "no",
        "0",
        "optional",
        "none",
        "disable",
        "disabled",
        "allow",
        "prefer",
        "preferred",
    };

    // Encrypt of SQL Server, SslMode of PostgreSQL and MySQL, Use SSL and Ssl of others.
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "encrypt",
        "sslmode",
        "ssl",
        "usessl",
    };

    // The settings of libraries whose value false, or whose member, means that nothing is encrypted.
    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        "SmtpClient.EnableSsl",
        "FtpWebRequest.EnableSsl",
        "LdapSessionOptions.SecureSocketLayer",
        "SqlConnectionStringBuilder.Encrypt",
        "SslOption.Enabled",
        "ConfigurationOptions.Ssl",
    };

    private static readonly (string Type, string[] Members)[] Choices =
    {
        ("MailKit.Security.SecureSocketOptions", new[] { "None" }),
        ("Grpc.Core.ChannelCredentials", new[] { "Insecure" }),
        ("System.ServiceModel.BasicHttpSecurityMode", new[] { "None" }),
        ("System.ServiceModel.SecurityMode", new[] { "None" }),
        ("Microsoft.Data.SqlClient.SqlConnectionEncryptOption", new[] { "Optional" }),
        ("MySqlConnector.MySqlSslMode", new[] { "None", "Disabled", "Preferred" }),
        ("MySql.Data.MySqlClient.MySqlSslMode", new[] { "None", "Disabled", "Preferred" }),
        ("Npgsql.SslMode", new[] { "Disable", "Allow", "Prefer" }),
    };

    /// <summary>What in a connection string switches encryption off, as it is written; null when nothing does, or the other end is this machine.</summary>
    public static string? Of(string text, ISet<string> local)
    {
        if (text.IndexOf('=') < 0)
            return null;
        if (ConnectionString.Pairs(text) is { } pairs)
            return ConnectionString.HostOf(pairs) is { } host && local.Contains(host)
                ? null
                : pairs
                    .Where(p => Keys.Contains(IdentifierWords.Plain(p.Key)) && Off.Contains(p.Value.Trim('"', '\'')))
                    .Select(p => $"{p.Key}={p.Value}")
                    .FirstOrDefault();
        // Redis: host:6380,password=…,ssl=False
        var parts = text.Split(',');
        return
            parts.Length > 1
            && parts[0].IndexOf('=') < 0
            && ConnectionString.BareHost(parts[0].Trim()) is { } server
            && !local.Contains(server)
            ? parts
                .Select(p => p.Trim())
                .FirstOrDefault(p => string.Equals(p, "ssl=false", StringComparison.OrdinalIgnoreCase))
            : null;
    }

    /// <summary>The setting of a library by which an operation switches encryption off; null when it does not.</summary>
    public static (SyntaxNode Place, string Setting)? Of(IOperation operation) =>
        operation switch
        {
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property: { Name: { } name, ContainingType.Name: { } type } },
                Value.ConstantValue: { HasValue: true, Value: false }
            } assignment when Switches.Contains(type + "." + name) => (assignment.Syntax, name + "=false"),
            IInvocationOperation { TargetMethod.Name: "Connect" or "ConnectAsync" } call
                when call.Arguments.FirstOrDefault(a =>
                    a
                        is {
                            Parameter.Name: "useSsl",
                            ArgumentKind: ArgumentKind.Explicit,
                            Value.ConstantValue: { HasValue: true, Value: false }
                        }
                )
                    is { } argument => (argument.Syntax, "useSsl: false"),
            IInvocationOperation
            {
                TargetMethod: { Name: "SetSwitch", ContainingType.Name: "AppContext" },
                Arguments: { Length: 2 } arguments
            } call
                when arguments[0].Value.ConstantValue
                    is { HasValue: true, Value: "System.Net.Http.SocketsHttpHandler.Http2UnencryptedSupport" }
                    && arguments[1].Value.ConstantValue is { HasValue: true, Value: true } => (
                call.Syntax,
                "Http2UnencryptedSupport"
            ),
            IObjectCreationOperation { Type: { Name: "SmtpClient" } type } creation
                when type.ContainingNamespace?.ToString() == "System.Net.Mail" && !IsEncrypted(creation) => (
                creation.Syntax,
                "EnableSsl=false"
            ),
            _ => null,
        };

    /// <summary>The members by which the libraries at hand are told not to encrypt.</summary>
    public static ISet<ISymbol> ChoicesOf(Func<string, INamedTypeSymbol?> type) =>
        new HashSet<ISymbol>(
            Choices
                .Select(c => (Type: type(c.Type), c.Members))
                .Where(c => c.Type is not null)
                .SelectMany(c => c.Members.SelectMany(name => c.Type!.GetMembers(name))),
            SymbolEqualityComparer.Default
        );

    /// <summary>The member that an operation chooses; null when it only asks about it.</summary>
    public static (SyntaxNode Place, string Setting)? Of(IMemberReferenceOperation reference, ISet<ISymbol> choices) =>
        choices.Contains(reference.Member) && OperationFacts.IsChosen(reference)
            ? (reference.Syntax, $"{reference.Member.ContainingType.Name}.{reference.Member.Name}")
            : null;

    /// <summary>The host that a mail client is made for; null when it is not known.</summary>
    public static string? MailHost(IOperation operation) =>
        operation is IObjectCreationOperation { Arguments: { Length: > 0 } arguments }
            ? StringValueTracker.Of(arguments[0].Value).Where(v => v.IsWhole).Select(v => v.Text).FirstOrDefault()
            : null;

    private static bool IsEncrypted(IObjectCreationOperation creation)
    {
        if (creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(Decides) == true)
            return true;
        return creation.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? LocalUses
                .Of(creation)
                .ReferencesTo(declarator.Symbol)
                .Any(r =>
                    r.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment }
                        ? Decides(assignment)
                        : r.Parent is IArgumentOperation
                )
            // Kept elsewhere, it may be set there.
            : creation.Parent is not IUsingOperation;
    }

    // What is set here is judged there; mail that goes into a folder does not travel.
    private static bool Decides(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "EnableSsl" or "DeliveryMethod" };
}
