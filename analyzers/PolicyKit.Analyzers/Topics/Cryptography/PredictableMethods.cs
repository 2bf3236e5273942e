using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// The methods of the program that give back what they make with predictable numbers: each is looked at once.
/// </summary>
internal sealed class PredictableMethods(INamedTypeSymbol random)
{
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
        return numbers.Any(number =>
            returned.Any(r => r.DescendantsAndSelf().Any(o => o.Syntax == number.Syntax))
            || (
                Holder(number) is { } local
                && returned.Any(r =>
                    r.DescendantsAndSelf()
                        .OfType<ILocalReferenceOperation>()
                        .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
                )
            )
        );
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
        for (var operation = number.Parent; operation is not null; operation = operation.Parent)
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    return declarator.Symbol.Type.SpecialType == SpecialType.System_Int32 ? null : declarator.Symbol;
                case IAssignmentOperation assignment:
                    return Local(assignment.Target);
                case IInvocationOperation { TargetMethod.Name: "Append" or "Add" or "Insert", Instance: { } instance }:
                    return Local(instance);
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
