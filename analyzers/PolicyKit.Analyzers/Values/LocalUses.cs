using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Where the locals of one body are declared, assigned and read, and where its parameters are assigned. Made once for a body, however many questions are asked of it.</summary>
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
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                    Add(_values, target.Local, assignment.Value);
                    break;
                case ISimpleAssignmentOperation { Target: IParameterReferenceOperation target } assignment:
                    Add(_values, target.Parameter, assignment.Value);
                    break;
                case ILocalReferenceOperation reference:
                    Add(_references, reference.Local, reference);
                    if (IsChange(reference))
                        _changed.Add(reference.Local);
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

    /// <summary>Every value that a local is given, its initializer first.</summary>
    public IReadOnlyList<IOperation> ValuesOf(ILocalSymbol local) =>
        _values.TryGetValue(local, out var values) ? values : Array.Empty<IOperation>();

    /// <summary>Every value that a parameter is given in the body; none when it stays as it came.</summary>
    public IReadOnlyList<IOperation> ValuesOf(IParameterSymbol parameter) =>
        _values.TryGetValue(parameter, out var values) ? values : Array.Empty<IOperation>();

    /// <summary>Every place that names a local, its assignments included.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(ILocalSymbol local) =>
        _references.TryGetValue(local, out var references) ? references : Array.Empty<IOperation>();

    /// <summary>
    /// The one value that a local is ever given, null when it is set or changed elsewhere too. It stands before the place where the local is read,
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
            value = OnlyValueOf(local);
            while (value is IConversionOperation { OperatorMethod: null } conversion)
                value = conversion.Operand;
        }

        return value;
    }

    // n += 1; n++; F(ref n); (n, m) = …; ref var same = ref n;
    private static bool IsChange(ILocalReferenceOperation reference) =>
        reference.Parent switch
        {
            ICompoundAssignmentOperation assignment => assignment.Target == reference,
            ICoalesceAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation or IAddressOfOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
            ITupleOperation tuple => IsTarget(tuple),
            _ => false,
        };

    private static bool IsTarget(IOperation tuple)
    {
        while (tuple.Parent is ITupleOperation or IConversionOperation)
            tuple = tuple.Parent;
        return tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple;
    }

    private static void Add(Dictionary<ISymbol, List<IOperation>> map, ISymbol local, IOperation operation)
    {
        if (!map.TryGetValue(local, out var list))
            map.Add(local, list = new List<IOperation>());
        list.Add(operation);
    }
}
