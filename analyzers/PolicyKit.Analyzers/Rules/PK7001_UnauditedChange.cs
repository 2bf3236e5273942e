using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Topics.Audit;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK7001_UnauditedChange()
    : PolicyRule("PK7001", MeasureKind.Operations, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private static readonly ParameterId Words = ParameterId.Parse("audit.names");
    private static readonly ParameterId From = ParameterId.Parse("audit.from");
    private static readonly ParameterId Attributes = ParameterId.Parse("classification.attributes");

    // Who calls these is not in the program: they are where something begins.
    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal)
    {
        "ControllerBase",
        "PageModel",
        "Hub",
        "BackgroundService",
        "ComponentBase",
        "IRequestHandler",
        "INotificationHandler",
        "ICommandHandler",
        "IConsumer",
        "IHandleMessages",
        "IJob",
        "IHostedService",
        "IInvocable",
    };

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Words, From, Attributes);

    private protected override void Start(RuleContext rule)
    {
        var classes = new Classifications(rule.Compilation, rule.Values(Attributes));
        var from = Classifications.RankOf(rule.Values(From)[0]);
        if (from == 0 || !classes.IsUsed)
            return;
        var names = new AuditNames(rule.Values(Words));
        var (calls, changes) = (new AuditedCalls(names), new ClassifiedChanges(rule.Compilation, classes, from));
        var all = new AuditOfAll(names, calls);
        var found = new ConcurrentBag<Change>();
        var later = new ConcurrentBag<Action>();
        rule.RegisterOperationAction(
            context =>
            {
                calls.See(context.Operation, context.ContainingSymbol);
                if (context.Operation is IInvocationOperation call)
                    all.See(call);
                if (changes.Of(context.Operation) is { } change)
                    found.Add(
                        new Change(
                            AuditedCalls.UnitOf(context.Operation, context.ContainingSymbol),
                            PlaceOf(context.Operation).GetLocation(),
                            change.Record.Name,
                            change.IsDirect
                        )
                    );
            },
            OperationKind.Invocation,
            OperationKind.MethodReference,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment
        );
        rule.RegisterTypes(type =>
        {
            foreach (var judge in all.See(type))
                later.Add(judge);
        });
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var judge in later)
                judge();
            Report(end, found, calls, all);
        });
    }

    private static void Report(EndContext end, IEnumerable<Change> found, AuditedCalls calls, AuditOfAll all)
    {
        var implementations = new Implementations(end.Compilation);
        foreach (
            var change in found
                .Where(c => !(c.IsDirect ? all.CoversAll : all.CoversSaves))
                .GroupBy(c => c.Unit, SymbolEqualityComparer.Default)
                .SelectMany(unit => unit.GroupBy(c => c.Record, StringComparer.Ordinal))
                .Select(same => same.OrderBy(c => c.Place.SourceSpan.Start).First())
                .OrderBy(c => c.Place.SourceTree?.FilePath, StringComparer.Ordinal)
        )
            if (
                (
                    end.Rule.IsApplication
                    || IsBeginning(change.Unit)
                    || calls.IsCalled(change.Unit)
                    || calls.IsAuditedBeside(change.Unit)
                )
                && !TestCode.Holds(change.Unit)
                && !calls.IsAudited(change.Unit, implementations)
            )
                end.Report(change.Place, "PK7001", change.Record);
    }

    private static bool IsBeginning(ISymbol unit) =>
        unit is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }
        || (
            unit.ContainingType is { } type
            && (
                type.SelfAndBaseTypes().Any(t => Beginnings.Contains(t.Name))
                || type.AllInterfaces.Any(i => Beginnings.Contains(i.Name))
                || ControllerRoutes.IsPlainController(type)
            )
        );

    private static SyntaxNode PlaceOf(IOperation operation) =>
        operation is IInvocationOperation call ? OperationFacts.NameOf(call) : operation.Syntax;

    private sealed record Change(ISymbol Unit, Microsoft.CodeAnalysis.Location Place, string Record, bool IsDirect);
}
