using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// Secrets that are put together from parts: a number chooses a letter, the letter is appended, the text is given
/// back.
/// </summary>
/// <param name="isSecret">Whether a name is one of a secret.</param>
internal sealed class SecretParts(Func<string, bool> isSecret)
{
    private const int MaxLocals = 12;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The name of the secret that a local becomes a part of; null when it becomes none.</summary>
    public string? Of(ILocalSymbol local, IOperation at, ISymbol containing)
    {
        if (_seen.Count >= MaxLocals || !_seen.Add(local))
            return null;
        foreach (var reference in LocalUses.Of(at).ReferencesTo(local))
            if (Becomes(reference, containing) is { } name)
                return name;
        return null;
    }

    private string? Becomes(IOperation reference, ISymbol containing)
    {
        var child = reference;
        for (var operation = reference.Parent; operation is not null; child = operation, operation = operation.Parent)
        {
            if (ValueRoads.IsOnlyDecided(operation, child))
                return null;
            switch (operation)
            {
                case IReturnOperation:
                    return MakingNames.Of(containing).FirstOrDefault(isSecret);
                case IVariableDeclaratorOperation declarator:
                    return Named(declarator.Symbol) ?? Of(declarator.Symbol, operation, containing);
                case IAssignmentOperation assignment when child == assignment.Value:
                    return ValueRoads.TargetOf(assignment.Target) is { } target
                        ? Named(target) ?? Further(assignment.Target, target, containing)
                        : null;
                case IInvocationOperation { Instance: { } instance, TargetMethod.Name: "Append" or "Add" or "Insert" }
                    when child is IArgumentOperation && ValueRoads.TargetOf(instance) is { } built:
                    return Named(built) ?? Further(instance, built, containing);
                case IInvocationOperation call when child is IArgumentOperation && !ValueRoads.Makes(call):
                case IExpressionStatementOperation
                or IBlockOperation
                or ILoopOperation
                or IConditionalOperation { Type: null }:
                    return null;
            }
        }

        return null;
    }

    private string? Further(IOperation place, ISymbol target, ISymbol containing) =>
        target is ILocalSymbol local ? Of(local, place, containing) : null;

    private string? Named(ISymbol symbol) => isSecret(symbol.Name) ? symbol.Name : null;
}
