using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Calls;

/// <summary>
/// Which pieces of a program call which. A piece is a method, a local function or the lambda that answers an endpoint.
/// Concurrent while it is filled.
/// </summary>
internal sealed class CallGraph
{
    private const int MaxDepth = 12;

    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> _callees = new(
        SymbolEqualityComparer.Default
    );
    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> _callers = new(
        SymbolEqualityComparer.Default
    );

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

    /// <summary>Takes note of what an operation calls.</summary>
    public void See(IOperation operation, ISymbol containing)
    {
        var target = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        if (target is null)
            return;
        var (unit, callee) = (UnitOf(operation, containing), (target.ReducedFrom ?? target).OriginalDefinition);
        _callees.GetOrAdd(unit, _ => new ConcurrentBag<ISymbol>()).Add(callee);
        _callers.GetOrAdd(callee, _ => new ConcurrentBag<ISymbol>()).Add(unit);
    }

    /// <summary>Whether something holds for a piece, for what it calls, or for what calls it.</summary>
    public bool Reaches(ISymbol unit, Implementations implementations, Func<ISymbol, bool> holds) =>
        Reaches(unit, u => CalleesOf(u, implementations), holds) || Reaches(unit, CallersOf, holds);

    /// <summary>Whether anything in the program calls a piece, or the member that it implements.</summary>
    public bool IsCalled(ISymbol unit) => CallersOf(unit).Any();

    private static bool Reaches(ISymbol start, Func<ISymbol, IEnumerable<ISymbol>> next, Func<ISymbol, bool> holds)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { start };
        var level = new List<ISymbol> { start };
        for (var depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            if (level.Any(holds))
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

    private static bool IsHandler(IAnonymousFunctionOperation lambda) =>
        lambda.ParentBeyond(static p => p is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            is IInvocationOperation { TargetMethod: { } method }
        && method.Name.StartsWith("Map", StringComparison.Ordinal)
        && Namespaces.IsFramework(method.ContainingType);
}
