using System.Collections.Concurrent;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK9002_NothingSatisfies()
    : PolicyRule("PK9002", MeasureKind.Evaluation, Severity.Warning, wholeProgram: WholeProgram.Wholly)
{
    private const string Mark = "SatisfiesAttribute";

    private protected override void Start(RuleContext rule)
    {
        // A library is a part of a system: another part may do it.
        if (!rule.IsApplication || rule.Policy.Pack.System is null)
            return;
        // That a control is implemented in code is said by this rule among its checks.
        var wanted = rule.Basis.Controls;
        var satisfied = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        rule.RegisterAttributes(context =>
        {
            if (MarkedServices.IdOf(context, Mark) is { } marked)
                satisfied[marked.Id] = true;
        });
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var id in SatisfiedElsewhere(end.Compilation))
                satisfied[id] = true;
            foreach (var control in wanted.Where(c => !satisfied.ContainsKey(c.Id.Value)))
                end.ReportAspect(
                    Microsoft.CodeAnalysis.Location.None,
                    control.Id.Value,
                    "PK9002",
                    control.Id.Value,
                    control.Title
                );
        });
    }

    // The other projects of the system, which the program references.
    private static IEnumerable<string> SatisfiedElsewhere(Compilation compilation) =>
        compilation
            .References.Select(compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Where(assembly =>
                assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == "PolicyKit.Annotations"))
            )
            .SelectMany(assembly => AllIn(assembly.GlobalNamespace).Prepend(assembly))
            .SelectMany(symbol => symbol.GetAttributes())
            .Where(a => a.AttributeClass?.Name == Mark && a.ConstructorArguments.Length > 0)
            .Select(a => a.ConstructorArguments[0].Value)
            .OfType<string>();

    private static IEnumerable<ISymbol> AllIn(INamespaceOrTypeSymbol holder)
    {
        foreach (var member in holder.GetMembers())
        {
            yield return member;
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var below in AllIn(inner))
                    yield return below;
        }
    }
}
