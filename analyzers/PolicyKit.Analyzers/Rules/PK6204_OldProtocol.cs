using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6204_OldProtocol() : PolicyRule("PK6204", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Minimum = ParameterId.Parse("tls.minimum");

    // The members of SslProtocols and SecurityProtocolType, their bits (both enumerations share them) and the version
    // of TLS, 0 for what came before it.
    private static readonly (string Name, int Bits, decimal Version)[] Protocols =
    {
        ("Ssl2", 12, 0m),
        ("Ssl3", 48, 0m),
        ("Tls", 192, 1.0m),
        ("Tls11", 768, 1.1m),
        ("Tls12", 3072, 1.2m),
        ("Tls13", 12288, 1.3m),
    };

    // Switches of .NET Framework by which it takes the versions of old again.
    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        "DontEnableSchUseStrongCrypto",
        "DontEnableSystemDefaultTlsVersions",
        "DisableUsingServicePointManagerSecurityProtocols",
    };

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Minimum);

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        if (
            !decimal.TryParse(
                rule.Values(Minimum)[0],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var minimum
            )
        )
            return;
        var minimumText = rule.Values(Minimum)[0];
        RegisterSwitches(rule);
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (
                    IsProtocolKey(entry)
                    && Array.FindIndex(Protocols, p => IsNamed(p.Name, entry.Value)) is var i and >= 0
                    && Protocols[i].Version < minimum
                )
                    context.Report(entry, "PK6204", Protocols[i].Name, minimumText);
                else if (SwitchOf(entry) is { } name)
                    context.Report(entry, "PK6204.switch", name);
        });
        // Redis: host:6380,ssl=true,sslprotocols=tls|tls11
        rule.RegisterTexts(
            (value, context) =>
            {
                if (
                    WrittenHosts.RedisSettings(value.Text) is { } settings
                    && settings
                        .Where(s => string.Equals(s.Key, "sslprotocols", StringComparison.OrdinalIgnoreCase))
                        .SelectMany(s => s.Value.Split('|'))
                        .Select(p => Array.FindIndex(Protocols, known => IsNamed(known.Name, p)))
                        .Where(i => i >= 0 && Protocols[i].Version < minimum)
                        .Select(i => (int?)i)
                        .FirstOrDefault()
                        is { } old
                )
                    context.Report(value.Origin, "PK6204", Protocols[old].Name, minimumText);
            }
        );
        var enums = new[]
        {
            rule.Type("System.Security.Authentication.SslProtocols"),
            rule.Type("System.Net.SecurityProtocolType"),
        }
            .OfType<INamedTypeSymbol>()
            .ToList();
        if (enums.Count == 0)
            return;
        bool IsProtocol(ITypeSymbol? type) => enums.Any(e => SymbolEqualityComparer.Default.Equals(e, type));
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    !IsProtocol(context.Operation.Type)
                    || OperationFacts.IsMentioned(context.Operation)
                    || !IsUsed(context.Operation)
                )
                    return;
                // A number is a protocol too: (SecurityProtocolType)768.
                if (
                    context.Operation is IConversionOperation { Operand: var operand }
                    && (operand.Type?.SpecialType == SpecialType.None || IsProtocol(operand.Type))
                )
                    return;
                // A negative number, as (SslProtocols)(-1), stands for no protocol.
                if (context.Operation.ConstantValue is not { HasValue: true, Value: int and >= 0 and var bits })
                    return;
                if (Array.FindIndex(Protocols, p => (bits & p.Bits) != 0 && p.Version < minimum) is var i and >= 0)
                    context.Report(context.Operation.Syntax, "PK6204", Protocols[i].Name, minimumText);
            },
            OperationKind.FieldReference,
            OperationKind.Conversion
        );
    }

    // AppContext.SetSwitch("Switch.System.Net.DontEnableSchUseStrongCrypto", true)
    private static void RegisterSwitches(RuleContext rule) =>
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    context.Operation
                        is IInvocationOperation
                        {
                            TargetMethod:
                            { Name: "SetSwitch", ContainingType: { Name: "AppContext", IsFramework: true } },
                            Arguments: { Length: 2 } arguments
                        } call
                    && ConstantBool.Of(arguments[1].Value) == true
                    && StringValueTracker
                        .Of(arguments[0].Value)
                        .Select(v => v.Text.Substring(v.Text.LastIndexOf('.') + 1))
                        .FirstOrDefault(Switches.Contains)
                        is { } name
                )
                    context.Report(call.Syntax, "PK6204.switch", name);
            },
            OperationKind.Invocation
        );

    // <AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=true;…" />
    private static string? SwitchOf(ConfigurationEntry entry) =>
        entry.Key.IndexOf("AppContextSwitchOverrides", StringComparison.OrdinalIgnoreCase) < 0
            ? null
            : entry
                .Value.Split(';')
                .Select(pair => pair.Split('='))
                .Where(pair =>
                    pair.Length == 2 && string.Equals(pair[1].Trim(), "true", StringComparison.OrdinalIgnoreCase)
                )
                .Select(pair => pair[0].Trim())
                .Select(name => name.Substring(name.LastIndexOf('.') + 1))
                .FirstOrDefault(Switches.Contains);

    // Tls, TLSv1.0, TLS 1, SSLv3.
    private static bool IsNamed(string protocol, string value)
    {
        var plain = IdentifierWords.Plain(value).Replace("v", "");
        return plain == IdentifierWords.Plain(protocol) || (protocol == "Tls" && plain is "tls1" or "tls10");
    }

    private static bool IsProtocolKey(ConfigurationEntry entry) =>
        IsOfSection(entry)
        || entry
            .Key.Split(':')
            .Any(part =>
                IdentifierWords.Plain(part)
                    is "sslprotocols"
                        or "sslprotocol"
                        or "tlsversion"
                        or "minimumtlsversion"
                        or "securityprotocol"
            );

    // Tls:Protocols:0, Ssl:MinimumVersion
    private static bool IsOfSection(ConfigurationEntry entry) =>
        IdentifierWords.Plain(ConfigurationNames.NameOf(entry))
            is "protocol"
                or "protocols"
                or "version"
                or "versions"
                or "minversion"
                or "minimumversion"
        && ConfigurationNames.Has(entry.Key, new[] { "tls", "ssl", "https" });

    // Asking for a protocol, and not asking whether it is one, nor taking it away.
    private static bool IsUsed(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            switch (parent)
            {
                case IConversionOperation
                or IParenthesizedOperation
                or IBinaryOperation { OperatorKind: BinaryOperatorKind.Or }:
                    continue;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.BitwiseNegation }
                or IBinaryOperation
                or IPatternOperation
                or ICaseClauseOperation
                or INameOfOperation:
                    return false;
                case IArgumentOperation
                {
                    Parent: IInvocationOperation { TargetMethod.Name: "HasFlag" or "Equals" or "IsDefined" }
                }:
                    return false;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation table } when IsTable(table):
                    return false;
                case ICompoundAssignmentOperation
                {
                    OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.ExclusiveOr
                }:
                    return false;
                default:
                    return true;
            }

        return true;
    }

    // version switch { 0x0301 => SslProtocols.Tls, 0x0302 => SslProtocols.Tls11, 0x0303 => SslProtocols.Tls12, … }
    // says what somebody else chose.
    private static bool IsTable(ISwitchExpressionOperation table) =>
        table
            .Arms.Select(arm => arm.Value.ConstantValue)
            .Where(v => v is { HasValue: true, Value: int })
            .Select(v => (int)v.Value!)
            .Where(v => v != 0)
            .Distinct()
            .Count() >= 3;
}
