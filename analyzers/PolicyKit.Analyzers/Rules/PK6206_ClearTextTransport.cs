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
        // Telnet knows no encryption, whatever a standard lists (RFC 854).
        var schemes = new HashSet<string>(rule.Values(Schemes).Append("telnet"), StringComparer.OrdinalIgnoreCase);
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        var configuration = new CleartextConfiguration(schemes, local, () => Redirections.AreIn(rule.Compilation));
        var addresses = new CleartextAddresses(schemes, local);
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (configuration.Of(entry, context.File) is { } found)
                    context.Report(entry, found.Key, found.Setting);
        });
        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (sink.IsComparison || !CleartextAddresses.MayMatter(sink))
                    return;
                var values = StringValueTracker.Of(sink.Value).ToList();
                foreach (var value in values)
                    if (ConnectionString.OfUrl(value.Text) is { } url && EmulatorHost.Is(url.Host, values, local))
                        continue;
                    else if (addresses.SchemeOf(sink, value, context.ContainingSymbol) is { } scheme)
                        Report(rule, context, value.Origin, "PK6206.scheme", scheme + "://");
                    else if (sink.Symbol is null && IsShortHsts(sink.Name, value.Text, out var minutes))
                        Report(rule, context, value.Origin, "PK6206.hsts", minutes);
            }
        );
        rule.RegisterTexts(
            (value, context) =>
            {
                if (CleartextSettings.Of(value.Text, local) is { } setting)
                    Report(rule, context, value.Origin, "PK6206.setting", setting);
                if (addresses.SendsForm(value.Text))
                    Report(rule, context, value.Origin, "PK6206.scheme", "http://");
                if (addresses.SchemeOfElement(value, context.Operation, context.ContainingSymbol) is { } scheme)
                    Report(rule, context, value.Origin, "PK6206.scheme", scheme + "://");
            }
        );
        RegisterOperations(rule, schemes, local);
        if (CleartextSettings.ChoicesOf(rule.Type) is { Count: > 0 } choices)
            rule.RegisterOperationAction(
                context =>
                {
                    if (CleartextSettings.Of((IMemberReferenceOperation)context.Operation, choices) is { } found)
                        Report(rule, context, found.Place, "PK6206.setting", found.Setting);
                },
                OperationKind.FieldReference,
                OperationKind.PropertyReference
            );
        RegisterPipeline(rule);
    }

    private static void RegisterOperations(RuleContext rule, ISet<string> schemes, ISet<string> local)
    {
        var builders = new CleartextBuilders(schemes, local);
        rule.RegisterOperationAction(
            context =>
            {
                var operation = context.Operation;
                foreach (var (place, scheme) in ListeningCalls.InClear(operation, schemes))
                    Report(rule, context, place, "PK6206.scheme", scheme + "://");
                if (TerminalClients.IsUsed(operation, context.ContainingSymbol))
                    Report(rule, context, operation.Syntax, "PK6206.scheme", "telnet://");
                if (builders.SchemeOf(operation) is { } built)
                    Report(rule, context, operation.Syntax, "PK6206.scheme", built + "://");
                if (CleartextSettings.OldClient(operation, local) is { } text)
                    Report(rule, context, text.Origin, "PK6206.setting", "Encrypt=False");
                if (ShortHsts(operation) is { } minutes)
                    Report(rule, context, operation.Syntax, "PK6206.hsts", minutes);
                if (
                    CleartextSettings.Of(operation) is { } found
                    && !(
                        operation is IObjectCreationOperation { Type.Name: "SmtpClient" }
                        && !(CleartextMail.HostOf(operation) is { } host && !local.Contains(host))
                    )
                )
                    Report(rule, context, found.Place, "PK6206.setting", found.Setting);
            },
            OperationKind.SimpleAssignment,
            OperationKind.Invocation,
            OperationKind.ObjectCreation
        );
    }

    private static void Report(RuleContext rule, OperationContext context, SyntaxNode place, string key, string what)
    {
        if (
            EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
            != ExecutionEnvironment.Development
        )
            context.Report(place, key, what);
    }

    private static bool IsShortHsts(string header, string value, out string minutes)
    {
        var seconds = string.Equals(header, HstsHeader.Name, StringComparison.OrdinalIgnoreCase)
            ? HstsHeader.SecondsOf(value)
            : null;
        minutes = HstsHeader.Minutes(seconds ?? 0);
        return seconds is < HstsHeader.Shortest;
    }

    private static string? ShortHsts(IOperation operation) =>
        operation
            is ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { Name: "MaxAge", ContainingType: { Name: "HstsOptions" } type }
                }
            } assignment
        && Namespaces.IsFramework(type)
        && ConstantDuration.Of(assignment.Value) is { } age
        && age.TotalSeconds < HstsHeader.Shortest
            ? HstsHeader.Minutes((int)age.TotalSeconds)
            : null;

    private static void RegisterPipeline(RuleContext rule)
    {
        if (
            !rule.IsApplication
            || rule.Type("Microsoft.AspNetCore.Builder.IApplicationBuilder") is null
            || TestFrameworks.Any(name => rule.Type(name) is { } type && TestCode.IsAttribute(type))
        )
            return;
        var pipeline = new HttpsPipeline();
        rule.RegisterOperationAction(
            context => pipeline.See(context.Operation, context.Compilation.Assembly),
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.TypeOf
        );
        rule.RegisterTypes(pipeline.See);
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var application in pipeline.Unsecured)
                end.Report(application, "PK6206.redirection");
        });
    }
}
