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
        rule.RegisterEffectiveConfiguration(
            (file, report) =>
            {
                foreach (var entry in file.Entries)
                    if (Trusts(entry.Value, local))
                        report(entry, "PK6205.connection-string", Array.Empty<object>());
                    else if (ConfigurationSwitches.TrustsAnyCertificate(entry))
                        report(entry, "PK6205.setting", new object[] { entry.Name });
            }
        );
        rule.RegisterTexts(
            (value, context) =>
            {
                if (Trusts(value.Text, local) && IsOutsideDevelopment(context))
                    rule.Report(context.ReportDiagnostic, value.Origin.GetLocation(), "PK6205.connection-string");
            }
        );
        RegisterFunctions(rule);
        rule.RegisterOperationAction(
            Trigger.OnFile("Certificate", "Ssl", "Tls"),
            context =>
            {
                if (
                    CertificateSettings.IsOff((IMemberReferenceOperation)context.Operation)
                    && IsOutsideDevelopment(context)
                )
                    rule.Report(context.ReportDiagnostic, context.Operation.Syntax.GetLocation(), "PK6205");
            },
            OperationKind.PropertyReference,
            OperationKind.FieldReference
        );
        rule.RegisterOperationAction(
            Trigger.OnFile("Certificate", "Ssl", "Tls"),
            context =>
            {
                var assignment = (ISimpleAssignmentOperation)context.Operation;
                if (!IsOutsideDevelopment(context))
                    return;
                if (IsTrustOfBuilder(assignment))
                    rule.Report(context.ReportDiagnostic, assignment.Syntax.GetLocation(), "PK6205.connection-string");
                else if (CertificateSettings.IsOff(assignment))
                    rule.Report(context.ReportDiagnostic, assignment.Syntax.GetLocation(), "PK6205");
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
            (type, report) =>
            {
                if (CertificateValidation.AcceptingMember(type) is { } place)
                    rule.Report(report, place, "PK6205");
            }
        );
        rule.RegisterOperationAction(
            Trigger.OnFile("Certificate", "Ssl", "Tls", "VerifyPeer"),
            context =>
            {
                if (
                    validation.Accepting((IDelegateCreationOperation)context.Operation) is { } place
                    && IsOutsideDevelopment(context)
                )
                    rule.Report(context.ReportDiagnostic, place.GetLocation(), "PK6205");
            },
            OperationKind.DelegateCreation
        );
    }

    private static bool IsOutsideDevelopment(OperationContext context) =>
        EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol) != ExecutionEnvironment.Development;

    private static bool IsTrustOfBuilder(ISimpleAssignmentOperation assignment) =>
        assignment.Target
            is IPropertyReferenceOperation
            {
                Property: { Name: "TrustServerCertificate", ContainingType.Name: { } type }
            }
        && type.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal)
        && ConstantBool.Of(assignment.Value) == true;

    // A password that travels to whoever answers: TrustServerCertificate of SQL Server, Trust Server Certificate of PostgreSQL. On the machine itself nobody is in between.
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
