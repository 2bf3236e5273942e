using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>Entries of a directory service: new DirectoryEntry(path, user, password, AuthenticationTypes.None).</summary>
internal static class DirectoryEntries
{
    /// <summary>
    /// Whether the entry that is made with a kind of authentication is given another one afterwards: what is set last
    /// holds.
    /// </summary>
    public static bool AreProtectedAfter(IOperation choice)
    {
        if (
            choice.ParentBeyondConversions()
            is not IArgumentOperation
            {
                Parent: IObjectCreationOperation { Type: { Name: "DirectoryEntry", IsFramework: true } } entry
            }
        )
            return false;
        if (entry.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(IsAuthentication) == true)
            return true;
        ISymbol? keeper = entry.ParentBeyondConversions() switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } => member.Member,
            _ => null,
        };
        IOperation body = entry;
        while (body.Parent is { } parent)
            body = parent;
        return keeper is not null
            && body.Descendants()
                .OfType<ISimpleAssignmentOperation>()
                .Any(a =>
                    IsAuthentication(a)
                    && a.Syntax.SpanStart > entry.Syntax.SpanStart
                    && SymbolEqualityComparer.Default.Equals(
                        ((IPropertyReferenceOperation)a.Target).Instance switch
                        {
                            ILocalReferenceOperation local => local.Local,
                            IMemberReferenceOperation member => member.Member,
                            _ => null,
                        },
                        keeper
                    )
                );
    }

    private static bool IsAuthentication(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "AuthenticationType" };
}
