using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Topics.Calls;
using PolicyKit.Analyzers.Topics.Zones;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK3004_UnsanitisedContent()
    : PolicyRule("PK3004", MeasureKind.Resilience, Severity.Error, wholeProgram: WholeProgram.Wholly)
{
    private static readonly ParameterId Zones = ParameterId.Parse("sanitisation.from-zones");
    private static readonly ParameterId Sources = ParameterId.Parse("sanitisation.sources");
    private static readonly ParameterId Words = ParameterId.Parse("uploads.scan-names");

    private static readonly string[] Marks = { "SanitizerAttribute", "MalwareScanAttribute", "ZoneGatewayAttribute" };

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Zones, Sources, Words);

    private protected override void Start(RuleContext rule)
    {
        var (from, words) = (rule.Values(Zones), rule.Values(Words));
        if (rule.Policy.Pack.System is not { } system)
            return;
        var (zones, content, calls) = (
            new CodeZones(system),
            new IncomingFiles(rule.Values(Sources), system, from),
            new CallGraph()
        );
        var cleaning = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        var found =
            new ConcurrentBag<(ISymbol Unit, Microsoft.CodeAnalysis.Location Place, string Name, string Zone)>();
        rule.RegisterOperationAction(
            context =>
            {
                var (operation, symbol) = (context.Operation, context.ContainingSymbol);
                calls.See(operation, symbol);
                if (operation is IInvocationOperation call && Cleans(call.TargetMethod, words))
                    cleaning[CallGraph.UnitOf(operation, symbol)] = true;
                else if (
                    content.Of(operation) is { } taken
                    && ZoneOf(zones, system, symbol) is { } zone
                    && !from.Contains(zone)
                    && !TestCode.Holds(symbol)
                )
                    found.Add((CallGraph.UnitOf(operation, symbol), taken.Place.GetLocation(), taken.Name, zone));
            },
            OperationKind.Invocation,
            OperationKind.MethodReference,
            OperationKind.PropertyReference
        );
        rule.RegisterCompilationEndAction(end =>
        {
            var implementations = new Implementations(end.Compilation);
            bool IsCleaned(ISymbol unit) =>
                calls.Reaches(unit, implementations, u => cleaning.ContainsKey(u) || IsMarked(u) || Says(u, words));
            foreach (var (unit, place, name, zone) in found)
                if (!IsCleaned(unit))
                    end.Report(place, "PK3004", name, zone);
        });
    }

    // A system in one zone has its code there; of several zones the code has to say which.
    private static string? ZoneOf(CodeZones zones, SystemDeclaration system, ISymbol symbol) =>
        zones.Of(symbol) ?? (system.Zones.Count == 1 ? system.Zones[0].Value : null);

    private static bool Cleans(IMethodSymbol method, IReadOnlyList<string> words) =>
        IsMarked(method) || Says(method, words) || IdentifierWords.HasWord(method.ContainingType.Name, words);

    private static bool Says(ISymbol symbol, IReadOnlyList<string> words) =>
        IdentifierWords.HasWord(symbol.Name, words)
        || (symbol.ContainingType is { } type && IdentifierWords.HasWord(type.Name, words));

    private static bool IsMarked(ISymbol symbol)
    {
        for (var at = symbol; at is not null; at = at.ContainingType)
        {
            var marked = at is INamedTypeSymbol type
                ? type.SelfAndBaseTypes().Concat(type.AllInterfaces).Append(at)
                : new[] { at };
            if (
                marked
                    .SelectMany(s => s.GetAttributes())
                    .Any(a => Marks.Contains(a.AttributeClass?.Name, StringComparer.Ordinal))
            )
                return true;
        }

        return false;
    }
}
