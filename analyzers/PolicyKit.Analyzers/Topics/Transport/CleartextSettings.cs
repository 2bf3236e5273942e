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
        "tls",
        "usetls",
    };

    // The settings of libraries whose value false, or whose member, means that nothing is encrypted.
    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        "System.Net.Mail.SmtpClient.EnableSsl",
        "System.Net.FtpWebRequest.EnableSsl",
        "System.DirectoryServices.Protocols.LdapSessionOptions.SecureSocketLayer",
        "System.Data.SqlClient.SqlConnectionStringBuilder.Encrypt",
        "Microsoft.Data.SqlClient.SqlConnectionStringBuilder.Encrypt",
        "RabbitMQ.Client.SslOption.Enabled",
        "StackExchange.Redis.ConfigurationOptions.Ssl",
        "MongoDB.Driver.MongoClientSettings.UseTls",
        "MongoDB.Driver.MongoClientSettings.UseSsl",
    };

    private static readonly HashSet<string> SwitchNames = new(
        Switches.Select(s => s.Substring(s.LastIndexOf('.') + 1)),
        StringComparer.Ordinal
    );

    private static readonly (string Type, string[] Members)[] Choices =
    {
        ("MailKit.Security.SecureSocketOptions", new[] { "None", "StartTlsWhenAvailable" }),
        ("Grpc.Core.ChannelCredentials", new[] { "Insecure" }),
        ("System.ServiceModel.BasicHttpSecurityMode", new[] { "None", "TransportCredentialOnly" }),
        ("System.ServiceModel.SecurityMode", new[] { "None" }),
        ("System.DirectoryServices.AuthenticationTypes", new[] { "None", "Anonymous" }),
        ("Microsoft.Data.SqlClient.SqlConnectionEncryptOption", new[] { "Optional" }),
        ("MySqlConnector.MySqlSslMode", new[] { "None", "Disabled", "Preferred" }),
        ("MySql.Data.MySqlClient.MySqlSslMode", new[] { "None", "Disabled", "Preferred" }),
        ("Npgsql.SslMode", new[] { "Disable", "Allow", "Prefer" }),
        ("Confluent.Kafka.SecurityProtocol", new[] { "Plaintext", "SaslPlaintext" }),
        ("FluentFTP.FtpEncryptionMode", new[] { "None" }),
    };

    /// <summary>
    /// What in a connection string switches encryption off, as it is written; null when nothing does, or the other
    /// end is this machine.
    /// </summary>
    public static string? Of(string text, ISet<string> local)
    {
        if (text.IndexOf('=') < 0)
            return null;
        if (ConnectionString.OfUrl(text) is { } url)
            return local.Contains(url.Host) || !WrittenHosts.IsForMachines(url.Scheme) ? null : InQuery(text);
        if (ConnectionString.Pairs(text) is { } pairs)
            return ConnectionString.HostOf(pairs) is { } host && local.Contains(host)
                ? null
                : pairs
                    .Where(p =>
                        (Keys.Contains(IdentifierWords.Plain(p.Key)) && Off.Contains(p.Value.Trim('"', '\'')))
                        || (
                            IdentifierWords.Plain(p.Key) == "defaultendpointsprotocol"
                            && string.Equals(p.Value, "http", StringComparison.OrdinalIgnoreCase)
                        )
                    )
                    .Select(p => $"{p.Key}={p.Value}")
                    .FirstOrDefault();
        // Redis: host:6380,password=…,ssl=False
        return
            WrittenHosts.RedisSettings(text) is { } settings
            && WrittenHosts.In(text) is { Count: > 0 } servers
            && !servers.All(local.Contains)
            ? settings
                .Where(s =>
                    string.Equals(s.Key, "ssl", StringComparison.OrdinalIgnoreCase)
                    && string.Equals(s.Value, "false", StringComparison.OrdinalIgnoreCase)
                )
                .Select(s => $"{s.Key}={s.Value}")
                .FirstOrDefault()
            : null;
    }

    // mongodb://host/name?ssl=false, postgres://host/name?sslmode=disable
    private static string? InQuery(string text) =>
        text.Substring(text.IndexOf('?') + 1)
            .Split('&')
            .Select(pair => pair.Split('='))
            .Where(pair => pair.Length == 2 && Keys.Contains(IdentifierWords.Plain(pair[0])) && Off.Contains(pair[1]))
            .Select(pair => $"{pair[0]}={pair[1]}")
            .FirstOrDefault();

    /// <summary>
    /// The setting of a library by which an operation switches encryption off; null when it does not.
    /// </summary>
    public static (SyntaxNode Place, string Setting)? Of(IOperation operation) =>
        operation switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } assignment
                when IsOff(property, assignment.Value) => (assignment.Syntax, property.Name + "=false"),
            // builder["Encrypt"] = "False"
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { IsIndexer: true, ContainingType: { Name: { } builder } },
                    Arguments: { Length: 1 } keys
                }
            } assignment
                when builder.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal)
                    && KeyedValues.Key(keys[0].Value) is { } key
                    && Keys.Contains(IdentifierWords.Plain(key))
                    && IsOffText(assignment.Value) => (assignment.Syntax, key + "=false"),
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
                TargetMethod: { Name: "SetSwitch", ContainingType: { Name: "AppContext", IsFramework: true } },
                Arguments: { Length: 2 } arguments
            } call
                when arguments[0].Value.ConstantValue
                    is { HasValue: true, Value: "System.Net.Http.SocketsHttpHandler.Http2UnencryptedSupport" }
                    && arguments[1].Value.ConstantValue is { HasValue: true, Value: true } => (
                call.Syntax,
                "Http2UnencryptedSupport"
            ),
            IObjectCreationOperation { Type: { Name: "SmtpClient" } type } creation
                when type.ContainingNamespace?.ToString() == "System.Net.Mail"
                    && !CleartextMail.IsEncrypted(creation) => (creation.Syntax, "EnableSsl=false"),
            IObjectCreationOperation { Type: { Name: "HttpTransportBindingElement" } element } binding
                when Namespaces.IsFramework(element) => (binding.Syntax, element.Name),
            IObjectCreationOperation { Type: { Name: "BasicHttpBinding" } plain, Arguments.Length: 0 } binding
                when Namespaces.IsFramework(plain) && !IsSecured(binding) => (
                binding.Syntax,
                "BasicHttpSecurityMode.None"
            ),
            IObjectCreationOperation { Type: { Name: "LdapDirectoryIdentifier" } identifier } directory
                when Namespaces.IsFramework(identifier) && IsPlainDirectory(directory) => (directory.Syntax, "ldap://"),
            _ => null,
        };

    private static bool IsOffText(IOperation value) =>
        value.UnwrapConversions().ConstantValue is { HasValue: true, Value: var constant }
        && (constant is false || (constant is string text && Off.Contains(text)));

    // Without an argument the binding of old encrypts nothing, unless its security is set afterwards.
    private static bool IsSecured(IObjectCreationOperation binding) =>
        binding.Initializer?.Initializers.Any(i => i.Syntax.ToString().StartsWith("Security", StringComparison.Ordinal))
            == true
        || Keeper(binding) is not { } local
        || LocalUses
            .Of(binding)
            .ReferencesTo(local)
            .Any(r => r.Parent is IPropertyReferenceOperation { Property.Name: "Security" });

    // Port 389 is that of LDAP without TLS: the body that uses it asks for TLS afterwards, or not at all.
    private static bool IsPlainDirectory(IObjectCreationOperation directory)
    {
        if (directory.Arguments.All(a => a.Parameter?.Name != "portNumber" || ConstantInt.Of(a.Value) != 389))
            return false;
        IOperation body = directory;
        while (body.Parent is { } parent)
            body = parent;
        return !body.Descendants()
            .Any(o =>
                o
                    is IPropertyReferenceOperation { Property.Name: "SecureSocketLayer" or "Sealing" }
                        or IInvocationOperation { TargetMethod.Name: "StartTransportLayerSecurity" }
                        or IFieldReferenceOperation
                        {
                            Field:
                            { Name: "Negotiate" or "Kerberos", ContainingType: { Name: "AuthType", IsFramework: true } }
                        }
            );
    }

    internal static ILocalSymbol? Keeper(IOperation creation) =>
        creation.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? declarator.Symbol
            : null;

    // A library's switch, told by its name where it is not known: EnableTls = false.
    private static bool IsOff(IPropertySymbol property, IOperation value)
    {
        // builder.Encrypt = false, which a newer client takes as an option of its own.
        if (value is IConversionOperation { OperatorMethod: not null } converted)
            value = converted.Operand;
        if (ConstantBool.Of(value) is not { } isOn)
            return false;
        if (
            !isOn
            && SwitchNames.Contains(property.Name)
            && Switches.Contains($"{property.ContainingType}.{property.Name}")
        )
            return true;
        return !property.Locations.Any(l => l.IsInSource)
            && !Namespaces.IsFramework(property.ContainingType)
            && ConfigurationSwitches.TravelsInClear(property.Name, isOn);
    }

    /// <summary>
    /// The connection string that System.Data.SqlClient is given and that does not ask for encryption, which it
    /// leaves off.
    /// </summary>
    public static StringValue? OldClient(IOperation operation, ISet<string> local)
    {
        if (
            operation
                is not IObjectCreationOperation
                {
                    Type: { Name: "SqlConnection", ContainingNamespace: { } space },
                    Arguments: { Length: > 0 } arguments
                }
            || space.ToString() != "System.Data.SqlClient"
        )
            return null;
        return StringValueTracker
            .Of(arguments[0].Value)
            .FirstOrDefault(value =>
                ConnectionString.Pairs(value.Text) is { } pairs
                && ConnectionString.HostOf(pairs) is { } host
                && !local.Contains(host)
                && !pairs.Any(p => IdentifierWords.Plain(p.Key) is "encrypt")
            );
    }

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
        choices.Contains(reference.Member)
        && OperationFacts.IsChosen(reference)
        && !DirectoryEntries.AreProtectedAfter(reference)
            ? (reference.Syntax, $"{reference.Member.ContainingType.Name}.{reference.Member.Name}")
            : null;
}
