using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>The mail client of .NET, which encrypts only what it is told to.</summary>
internal static class CleartextMail
{
    /// <summary>The host that a mail client is made for; null when it is not known.</summary>
    public static string? HostOf(IOperation operation) =>
        operation is IObjectCreationOperation creation
            ? StringValueTracker
                .Of(creation.Arguments.FirstOrDefault()?.Value ?? HostSetOn(creation))
                .Where(v => v.IsWhole)
                .Select(v => v.Text)
                .FirstOrDefault()
            : null;

    // new SmtpClient { Host = "…" }, client.Host = "…";
    private static IOperation? HostSetOn(IObjectCreationOperation creation) =>
        (creation.Initializer?.Initializers ?? Enumerable.Empty<IOperation>())
            .Concat(
                CleartextSettings.Keeper(creation) is { } local
                    ? LocalUses.Of(creation).ReferencesTo(local).Select(r => r.Parent?.Parent).OfType<IOperation>()
                    : Enumerable.Empty<IOperation>()
            )
            .OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: "Host" })
            ?.Value;

    /// <summary>Whether a mail client is told whether to encrypt, or may be told elsewhere.</summary>
    public static bool IsEncrypted(IObjectCreationOperation creation)
    {
        if (creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(Decides) == true)
            return true;
        return creation.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? LocalUses
                .Of(creation)
                .ReferencesTo(declarator.Symbol)
                .Any(r =>
                    r.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment }
                        ? Decides(assignment)
                        : r.Parent is IArgumentOperation
                )
            // Kept elsewhere, it may be set there; what is given back with its settings is made as it is to be.
            : creation.Parent is not IUsingOperation
                && !(creation.Initializer is not null && creation.ParentBeyondConversions() is IReturnOperation);
    }

    // What is set here is judged there; mail that goes into a folder does not travel.
    private static bool Decides(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "EnableSsl" or "DeliveryMethod" };
}
