using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Where the locals of one body are declared, assigned and read, and where its parameters are assigned. Made once for a
/// body, however many questions are asked of it.
/// </summary>
internal sealed class LocalUses
{
    private static readonly ConditionalWeakTable<IOperation, LocalUses> Indexes = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _changed = new(SymbolEqualityComparer.Default);

    private LocalUses(IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator
                    when declarator.GetVariableInitializer() is { } initializer:
                    Add(_values, declarator.Symbol, initializer.Value);
                    break;
                case ISimpleAssignmentOperation assignment:
                    AddValue(assignment.Target, assignment.Value);
                    break;
                case ICoalesceAssignmentOperation assignment:
                    AddValue(assignment.Target, assignment.Value);
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    foreach (var (target, value) in Deconstruction.PairsOf(deconstruction))
                        AddValue(target, value);
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation each } loop:
                    Add(_values, each.Symbol, loop.Collection);
                    break;
                case ILocalReferenceOperation reference:
                    Add(_references, reference.Local, reference);
                    if (IsChange(reference))
                        _changed.Add(reference.Local);
                    break;
                case IParameterReferenceOperation reference:
                    Add(_references, reference.Parameter, reference);
                    break;
            }
        }
    }

    /// <summary>The index of the body that an operation stands in.</summary>
    public static LocalUses Of(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return Indexes.GetValue(operation, static body => new LocalUses(body));
    }

    /// <summary>
    /// Every value that a local is given, its initializer first. The loop variable of foreach has the collection.
    /// </summary>
    public IReadOnlyList<IOperation> ValuesOf(ILocalSymbol local) => Of(_values, local);

    /// <summary>Every value that a parameter is given in the body; none when it stays as it came.</summary>
    public IReadOnlyList<IOperation> ValuesOf(IParameterSymbol parameter) => Of(_values, parameter);

    /// <summary>Every place that names a local, its assignments included.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(ILocalSymbol local) => Of(_references, local);

    /// <summary>Every place that names a parameter, its assignments included.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(IParameterSymbol parameter) => Of(_references, parameter);

    /// <summary>
    /// The values that a local or parameter can have where it is read: not those that are overwritten before, and not
    /// those that come after. Null among them stands for what it is given by others (ref, out, +=), or by the caller.
    /// </summary>
    public IReadOnlyList<IOperation?> ReachingValuesOf(IOperation reference) =>
        reference switch
        {
            ILocalReferenceOperation local => Reaching.Of(
                reference,
                Of(_values, local.Local),
                Of(_references, local.Local)
            ),
            IParameterReferenceOperation parameter => Reaching.Of(
                reference,
                Of(_values, parameter.Parameter),
                Of(_references, parameter.Parameter)
            ),
            _ => Array.Empty<IOperation?>(),
        };

    /// <summary>
    /// The one value that a local is ever given, null when it is set or changed elsewhere too. It stands before the
    /// place where the local is read,
    /// so that going from value to value ends whatever the code: int n = n;
    /// </summary>
    public IOperation? OnlyValueOf(ILocalReferenceOperation reference) =>
        ValuesOf(reference.Local) is { Count: 1 } values
        && !_changed.Contains(reference.Local)
        && values[0].Syntax.Span.End <= reference.Syntax.SpanStart
            ? values[0]
            : null;

    /// <summary>As <see cref="OnlyValueOf"/>, through locals that stand for each other.</summary>
    public IOperation? OriginOf(ILocalReferenceOperation reference)
    {
        IOperation? value = reference;
        while (value is ILocalReferenceOperation local)
        {
            // A conversion that somebody wrote makes another value.
            value = OnlyValueOf(local)?.UnwrapConversions(static c => c.OperatorMethod is null);
        }

        return value;
    }

    // n += 1; n++; F(ref n); (n, m) = …; ref var same = ref n;
    private static bool IsChange(ILocalReferenceOperation reference) =>
        Reaching.IsChangedByOthers(reference)
        || (
            reference.Parent switch
            {
                ICoalesceAssignmentOperation assignment => assignment.Target == reference,
                ITupleOperation tuple => Deconstruction.IsTarget(tuple),
                _ => false,
            }
        );

    private static IReadOnlyList<IOperation> Of(Dictionary<ISymbol, List<IOperation>> map, ISymbol symbol) =>
        map.TryGetValue(symbol, out var list) ? list : Array.Empty<IOperation>();

    private void AddValue(IOperation target, IOperation value)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is ILocalReferenceOperation local)
            Add(_values, local.Local, value);
        else if (target is IParameterReferenceOperation parameter)
            Add(_values, parameter.Parameter, value);
    }

    private static void Add(Dictionary<ISymbol, List<IOperation>> map, ISymbol symbol, IOperation operation)
    {
        if (!map.TryGetValue(symbol, out var list))
            map.Add(symbol, list = new List<IOperation>());
        list.Add(operation);
    }
}
