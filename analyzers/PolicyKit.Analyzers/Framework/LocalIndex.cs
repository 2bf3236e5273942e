using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Framework;

/// <summary>Where the locals of one body are declared, assigned and read, and where its parameters are assigned. Made once for a body, however many questions are asked of it.</summary>
internal sealed class LocalIndex
{
    private static readonly ConditionalWeakTable<IOperation, LocalIndex> Indexes = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);

    private LocalIndex(IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
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
                    break;
            }
        }
    }

    /// <summary>The index of the body that an operation stands in.</summary>
    public static LocalIndex Of(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return Indexes.GetValue(operation, static body => new LocalIndex(body));
    }

    /// <summary>Every value that a local is given, its initializer first.</summary>
    public IReadOnlyList<IOperation> ValuesOf(ILocalSymbol local) => _values.TryGetValue(local, out var values) ? values : Array.Empty<IOperation>();

    /// <summary>Every value that a parameter is given in the body; none when it stays as it came.</summary>
    public IReadOnlyList<IOperation> ValuesOf(IParameterSymbol parameter) => _values.TryGetValue(parameter, out var values) ? values : Array.Empty<IOperation>();

    /// <summary>Every place that names a local, its assignments included.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(ILocalSymbol local) => _references.TryGetValue(local, out var references) ? references : Array.Empty<IOperation>();

    private static void Add(Dictionary<ISymbol, List<IOperation>> map, ISymbol local, IOperation operation)
    {
        if (!map.TryGetValue(local, out var list)) map.Add(local, list = new List<IOperation>());
        list.Add(operation);
    }
}
