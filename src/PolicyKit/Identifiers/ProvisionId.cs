namespace PolicyKit;

/// <summary>The canonical name of a provision (条項) of a policy.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>measures.outsourcing.social-media</c>.
/// Unique in a policy. It never changes when a document is renumbered: the printed number is data of the provision.
/// </remarks>
public sealed class ProvisionId : Identifier<ProvisionId>
{
    static ProvisionId() => Define(IdentifierForm.IsDotted, text => new ProvisionId(text));

    private ProvisionId(string value)
        : base(value) { }

    /// <summary>Whether this provision stands somewhere beneath another by its name.</summary>
    public bool IsBeneath(ProvisionId ancestor) =>
        Value.StartsWith(
            (ancestor ?? throw new ArgumentNullException(nameof(ancestor))).Value + ".",
            StringComparison.Ordinal
        );
}
