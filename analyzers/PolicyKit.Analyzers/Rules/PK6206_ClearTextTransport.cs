using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6206_ClearTextTransport()
    : PolicyRule("PK6206", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Partly)
{
    private static readonly ParameterId Schemes = ParameterId.Parse("transport.clear-text-schemes");
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

    // Programs that test others start servers of their own.
    private static readonly string[] TestFrameworks =
    {
        "Xunit.FactAttribute",
        "NUnit.Framework.TestAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
    };

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Schemes, LocalHosts);

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        var schemes = new HashSet<string>(rule.Values(Schemes), StringComparer.OrdinalIgnoreCase);
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        var configuration = new CleartextConfiguration(schemes, local);
        string? SchemeOf(string text) =>
            ConnectionString.OfUrl(text) is { } url && schemes.Contains(url.Scheme) && !local.Contains(url.Host)
                ? url.Scheme
                : null;
        rule.RegisterEffectiveConfiguration(
            (file, report) =>
            {
                foreach (var entry in file.Entries)
                    if (configuration.Of(entry, file) is { } found)
                        report(entry, found.Key, new object[] { found.Setting });
            }
        );
        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (sink.IsComparison || !ConnectionNames.IsMadeBy(sink))
                    return;
                foreach (var value in StringValueTracker.Of(sink.Value))
                    if (
                        SchemeOf(value.Text) is { } scheme
                        && EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                            != ExecutionEnvironment.Development
                    )
                        rule.Report(
                            context.ReportDiagnostic,
                            value.Origin.GetLocation(),
                            "PK6206.scheme",
                            scheme + "://"
                        );
            }
        );
        rule.RegisterTexts(
            (value, context) =>
            {
                if (CleartextSettings.Of(value.Text, local) is { } setting)
                    rule.Report(context.ReportDiagnostic, value.Origin.GetLocation(), "PK6206.setting", setting);
            }
        );
        rule.RegisterOperationAction(
            Trigger.OnNames(
                "EnableSsl",
                "SecureSocketLayer",
                "Encrypt",
                "Enabled",
                "Ssl",
                "Connect",
                "ConnectAsync",
                "SetSwitch",
                "SmtpClient"
            ),
            context =>
            {
                if (
                    CleartextSettings.Of(context.Operation) is not { } found
                    || (
                        context.Operation is IObjectCreationOperation
                        && !(CleartextSettings.MailHost(context.Operation) is { } host && !local.Contains(host))
                    )
                )
                    return;
                if (
                    EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                    != ExecutionEnvironment.Development
                )
                    rule.Report(context.ReportDiagnostic, found.Place.GetLocation(), "PK6206.setting", found.Setting);
            },
            OperationKind.SimpleAssignment,
            OperationKind.Invocation,
            OperationKind.ObjectCreation
        );
        if (CleartextSettings.ChoicesOf(rule.Type) is { Count: > 0 } choices)
            rule.RegisterOperationAction(
                Trigger.OnNames(choices.SelectMany(c => new[] { c.Name, c.ContainingType.Name }).Distinct().ToArray()),
                context =>
                {
                    if (
                        CleartextSettings.Of((IMemberReferenceOperation)context.Operation, choices) is { } found
                        && EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                            != ExecutionEnvironment.Development
                    )
                        rule.Report(
                            context.ReportDiagnostic,
                            found.Place.GetLocation(),
                            "PK6206.setting",
                            found.Setting
                        );
                },
                OperationKind.FieldReference,
                OperationKind.PropertyReference
            );
        RegisterPipeline(rule);
    }

    private static void RegisterPipeline(RuleContext rule)
    {
        if (
            !rule.IsApplication
            || rule.Type("Microsoft.AspNetCore.Builder.IApplicationBuilder") is null
            || TestFrameworks.Any(name => rule.Type(name) is not null)
        )
            return;
        var pipeline = new HttpsPipeline();
        rule.RegisterOperationAction(
            Trigger.Application.AndNames(HttpsPipeline.Names),
            context => pipeline.See(context.Operation, context.Compilation.Assembly),
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.TypeOf
        );
        rule.RegisterTypes(pipeline.See);
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var application in pipeline.Unsecured)
                rule.Report(end.ReportDiagnostic, application, "PK6206.redirection");
        });
    }
}
