using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6205_CertificateNotValidated() : PolicyRule("PK6205", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(LocalHosts);

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (Trusts(entry.Value, local))
                    context.Report(entry, "PK6205.connection-string");
                else if (ConfigurationSwitches.TrustsAnyCertificate(entry))
                    context.Report(entry, "PK6205.setting", entry.Name);
        });
        rule.RegisterTexts(
            (value, context) =>
            {
                if (Trusts(value.Text, local) && IsOutsideDevelopment(context))
                    context.Report(value.Origin, "PK6205.connection-string");
            }
        );
        RegisterFunctions(rule);
        // HttpsConnectionAdapterOptions: whoever comes with any certificate is let in.
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    context.Operation
                        is IInvocationOperation
                        {
                            TargetMethod:
                            {
                                Name: "AllowAnyClientCertificate",
                                ContainingType: { Name: "HttpsConnectionAdapterOptions", IsFramework: true }
                            }
                        } call
                    && IsOutsideDevelopment(context)
                )
                    context.Report(OperationFacts.NameOf(call), "PK6205");
            },
            OperationKind.Invocation
        );
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    CertificateSettings.IsOff((IMemberReferenceOperation)context.Operation)
                    && IsOutsideDevelopment(context)
                )
                    context.Report(context.Operation.Syntax, "PK6205");
            },
            OperationKind.PropertyReference,
            OperationKind.FieldReference
        );
        rule.RegisterOperationAction(
            context =>
            {
                var assignment = (ISimpleAssignmentOperation)context.Operation;
                if (IsTrustOfBuilder(assignment) && IsOutsideDevelopment(context))
                    context.Report(assignment.Syntax, "PK6205.connection-string");
                else if (CertificateSettings.IsOff(assignment) && IsOutsideDevelopment(context))
                    context.Report(assignment.Syntax, "PK6205");
            },
            OperationKind.SimpleAssignment
        );
    }

    private static void RegisterFunctions(RuleContext rule)
    {
        var certificates = new[]
        {
            rule.Type("System.Security.Cryptography.X509Certificates.X509Certificate"),
            rule.Type("System.Security.Cryptography.X509Certificates.X509Certificate2"),
        }
            .OfType<INamedTypeSymbol>()
            .ToList();
        var validation = new CertificateValidation(rule.Type("System.Net.Security.SslPolicyErrors"), certificates);
        rule.RegisterTypes(
            (type, context) =>
            {
                if (CertificateValidation.AcceptingMember(type) is { } place)
                    context.Report(place, "PK6205");
            }
        );
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    validation.Accepting((IDelegateCreationOperation)context.Operation) is { } place
                    && IsOutsideDevelopment(context)
                )
                    context.Report(place, "PK6205");
            },
            OperationKind.DelegateCreation
        );
    }

    private static bool IsOutsideDevelopment(OperationContext context) =>
        EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol) != ExecutionEnvironment.Development;

    // builder.TrustServerCertificate = true, builder["TrustServerCertificate"] = true
    private static bool IsTrustOfBuilder(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property: { } property } target
        && property.ContainingType.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal)
        && (property.IsIndexer ? KeyOf(target) : property.Name) is { } name
        && IdentifierWords.Plain(name) == "trustservercertificate"
        && (
            ConstantBool.Of(assignment.Value.UnwrapConversions()) == true
            || property.IsIndexer
                && assignment.Value.UnwrapConversions().ConstantValue is { HasValue: true, Value: string text }
                && text.Trim().ToLowerInvariant() is "true" or "yes"
        );

    private static string? KeyOf(IPropertyReferenceOperation indexer) =>
        indexer.Arguments.Length == 1
        && indexer.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string key }
            ? key
            : null;

    // A password that travels to whoever answers: TrustServerCertificate of SQL Server, Trust Server Certificate of
    // PostgreSQL. On the machine itself nobody is in between.
    private static bool Trusts(string text, HashSet<string> local) =>
        ConnectionString.Pairs(text) is { } pairs
        && pairs.Any(p =>
            IdentifierWords.Plain(p.Key) == "trustservercertificate"
            && p.Value.Trim() is var v
            && (
                v.Equals("true", StringComparison.OrdinalIgnoreCase)
                || v.Equals("yes", StringComparison.OrdinalIgnoreCase)
            )
        )
        && !(ConnectionString.HostOf(pairs) is { } host && local.Contains(host));
}
