using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// The methods of the program that give back what they make with predictable numbers: each is looked at once.
/// </summary>
internal sealed class PredictableMethods(INamedTypeSymbol random)
{
    private const int MaxLocals = 12;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a call is one of such a method.</summary>
    public bool IsCalledBy(IInvocationOperation call) =>
        call.SemanticModel?.Compilation is { } compilation
        && _methods.GetOrAdd(
            call.TargetMethod.OriginalDefinition,
            method => Gives(method, SourceBodies.Of(compilation))
        );

    private bool Gives(IMethodSymbol method, SourceBodies bodies)
    {
        var returned = bodies.GivenBy(method).Select(bodies.Bind).OfType<IOperation>().ToList();
        if (returned.Count == 0)
            return false;
        var numbers = OfBody(returned[0]).Where(o => PredictableValue.KeyOf(o, random) == "PK6207").ToList();
        var locals = LocalsMadeOf(numbers);
        return returned.Any(r =>
            r.DescendantsAndSelf()
                .Any(o =>
                    numbers.Exists(number => number.Syntax == o.Syntax)
                    || (o is ILocalReferenceOperation reference && locals.Contains(reference.Local))
                )
        );
    }

    // The locals that hold the numbers, and those that are made of these: an index, a letter, a text.
    private static HashSet<ISymbol> LocalsMadeOf(IEnumerable<IOperation> numbers)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IOperation>(numbers);
        while (open.Count > 0 && found.Count < MaxLocals)
        {
            var value = open.Pop();
            if (Holder(value) is not { } local || !found.Add(local))
                continue;
            foreach (var reference in LocalUses.Of(value).ReferencesTo(local))
                open.Push(reference);
        }

        return found;
    }

    private static IEnumerable<IOperation> OfBody(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation.Descendants();
    }

    // The local that is made of the number, or filled with it.
    private static ILocalSymbol? Holder(IOperation number)
    {
        if (number is IInvocationOperation { TargetMethod.Name: "NextBytes", Arguments: { Length: 1 } arguments })
            return Local(arguments[0].Value);
        var child = number;
        for (var operation = number.Parent; operation is not null; child = operation, operation = operation.Parent)
        {
            if (ValueRoads.IsOnlyDecided(operation, child))
                return null;
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    return declarator.Symbol;
                case IAssignmentOperation assignment:
                    return child == assignment.Value ? Local(assignment.Target) : null;
                case IInvocationOperation { TargetMethod.Name: "Append" or "Add" or "Insert", Instance: { } instance }:
                    return Local(instance);
                case IInvocationOperation call when child is IArgumentOperation && !ValueRoads.Makes(call):
                    return null;
            }
        }

        return null;
    }

    private static ILocalSymbol? Local(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IArrayElementReferenceOperation element => Local(element.ArrayReference),
            IConversionOperation conversion => Local(conversion.Operand),
            _ => null,
        };
}
