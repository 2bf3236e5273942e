using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Audit;

/// <summary>
/// Which pieces of a program call which, and which write the audit trail. A piece is a method, a local function or the
/// lambda that answers an endpoint. Concurrent while it is filled.
/// </summary>
internal sealed class AuditedCalls(AuditNames names)
{
    private const int MaxDepth = 12;

    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> _callees = new(
        SymbolEqualityComparer.Default
    );
    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> _callers = new(
        SymbolEqualityComparer.Default
    );
    private readonly ConcurrentDictionary<ISymbol, bool> _audits = new(SymbolEqualityComparer.Default);

    /// <summary>The piece that an operation stands in.</summary>
    public static ISymbol UnitOf(IOperation operation, ISymbol containing)
    {
        var unit = containing;
        for (var current = operation; current is not null; current = current.Parent)
            if (current is ILocalFunctionOperation local)
                return local.Symbol;
            else if (current is IAnonymousFunctionOperation lambda && IsHandler(lambda))
                unit = lambda.Symbol;
        return unit is IMethodSymbol method ? method.OriginalDefinition : unit;
    }

    /// <summary>Takes note of what an operation calls and writes.</summary>
    public void See(IOperation operation, ISymbol containing)
    {
        var target = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        var writes = operation switch
        {
            IInvocationOperation call => names.IsSink(call.TargetMethod)
                || call.Arguments.Any(a => names.IsRecord(a.Value.UnwrapConversions().Type)),
            IObjectCreationOperation creation => names.IsRecord(creation.Type),
            _ => false,
        };
        if (target is null && !writes)
            return;
        var unit = UnitOf(operation, containing);
        if (writes)
            _audits[unit] = true;
        if (target is null)
            return;
        var callee = (target.ReducedFrom ?? target).OriginalDefinition;
        _callees.GetOrAdd(unit, _ => new ConcurrentBag<ISymbol>()).Add(callee);
        _callers.GetOrAdd(callee, _ => new ConcurrentBag<ISymbol>()).Add(unit);
    }

    /// <summary>Whether a piece writes the audit trail itself.</summary>
    public bool Audits(ISymbol unit) => _audits.ContainsKey(unit) || IsMarked(unit);

    /// <summary>Whether a piece, what it calls, or what calls it, writes the audit trail.</summary>
    public bool IsAudited(ISymbol unit, Implementations implementations) =>
        Reaches(unit, u => CalleesOf(u, implementations)) || Reaches(unit, CallersOf);

    /// <summary>Whether anything in the program calls a piece, or the member that it implements.</summary>
    public bool IsCalled(ISymbol unit) => CallersOf(unit).Any();

    private bool Reaches(ISymbol start, Func<ISymbol, IEnumerable<ISymbol>> next)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { start };
        var level = new List<ISymbol> { start };
        for (var depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            if (level.Any(Audits))
                return true;
            level = level.SelectMany(next).Where(seen.Add).ToList();
        }

        return false;
    }

    private IEnumerable<ISymbol> CalleesOf(ISymbol unit, Implementations implementations) =>
        _callees.TryGetValue(unit, out var callees)
            ? callees.Concat(callees.OfType<IMethodSymbol>().SelectMany(implementations.Of))
            : Enumerable.Empty<ISymbol>();

    private IEnumerable<ISymbol> CallersOf(ISymbol unit) =>
        ImplementedBy(unit)
            .SelectMany(m =>
                _callers.TryGetValue(m, out var callers) ? callers.AsEnumerable() : Array.Empty<ISymbol>()
            );

    private static IEnumerable<ISymbol> ImplementedBy(ISymbol unit)
    {
        yield return unit;
        if (unit is not IMethodSymbol { ContainingType: { } type } method)
            yield break;
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            yield return overridden.OriginalDefinition;
        foreach (var member in type.AllInterfaces.SelectMany(i => i.GetMembers(method.Name)))
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                yield return member.OriginalDefinition;
    }

    // [Audit] on an action or its class: a filter that writes.
    private bool IsMarked(ISymbol unit) =>
        new[] { unit, unit.ContainingType }
            .OfType<ISymbol>()
            .SelectMany(s => s.GetAttributes())
            .Any(a => a.AttributeClass is { } type && names.Say(type.Name));

    private static bool IsHandler(IAnonymousFunctionOperation lambda) =>
        lambda.ParentBeyond(static p => p is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            is IInvocationOperation { TargetMethod: { } method }
        && method.Name.StartsWith("Map", StringComparison.Ordinal)
        && Namespaces.IsFramework(method.ContainingType);
}
