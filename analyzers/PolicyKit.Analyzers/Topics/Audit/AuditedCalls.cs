using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Topics.Calls;

namespace PolicyKit.Analyzers.Topics.Audit;

/// <summary>
/// Which pieces of a program write the audit trail, or call what does. Concurrent while it is filled.
/// </summary>
internal sealed class AuditedCalls(AuditNames names)
{
    private readonly CallGraph _calls = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _audits = new(SymbolEqualityComparer.Default);

    /// <inheritdoc cref="CallGraph.UnitOf"/>
    public static ISymbol UnitOf(IOperation operation, ISymbol containing) => CallGraph.UnitOf(operation, containing);

    /// <summary>Takes note of what an operation calls and writes.</summary>
    public void See(IOperation operation, ISymbol containing)
    {
        var writes = operation switch
        {
            IInvocationOperation call => names.IsSink(call.TargetMethod)
                || call.Arguments.Any(a => names.IsRecord(a.Value.UnwrapConversions().Type)),
            IObjectCreationOperation creation => names.IsRecord(creation.Type),
            _ => false,
        };
        if (writes)
            _audits[UnitOf(operation, containing)] = true;
        _calls.See(operation, containing);
    }

    /// <summary>Whether a piece writes the audit trail itself.</summary>
    public bool Audits(ISymbol unit) => _audits.ContainsKey(unit) || IsMarked(unit);

    /// <summary>Whether a piece, what it calls, or what calls it, writes the audit trail.</summary>
    public bool IsAudited(ISymbol unit, Implementations implementations) =>
        _calls.Reaches(unit, implementations, Audits);

    /// <inheritdoc cref="CallGraph.IsCalled"/>
    public bool IsCalled(ISymbol unit) => _calls.IsCalled(unit);

    /// <summary>
    /// Whether another public method of the type writes the audit trail itself: then nobody else does it for this one.
    /// </summary>
    public bool IsAuditedBeside(ISymbol unit) =>
        unit is IMethodSymbol { DeclaredAccessibility: Accessibility.Public, ContainingType: { } type }
        && type.GetMembers()
            .OfType<IMethodSymbol>()
            .Any(m => m.DeclaredAccessibility == Accessibility.Public && _audits.ContainsKey(m));

    // [Audit] on an action or its class: a filter that writes.
    private bool IsMarked(ISymbol unit) =>
        new[] { unit, unit.ContainingType }
            .OfType<ISymbol>()
            .SelectMany(s => s.GetAttributes())
            .Any(a => a.AttributeClass is { } type && names.Say(type.Name));
}
