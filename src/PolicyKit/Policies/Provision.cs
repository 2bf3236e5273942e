namespace PolicyKit.Policies;

/// <summary>
/// One piece of the official text (条項): a section, a numbered item, or an unnumbered paragraph. The text is verbatim;
/// nothing in it is normalised.
/// </summary>
/// <remarks>
/// A tree: a provision holds those beneath it, to any depth. The id is unique in the policy; the number need not be
/// there.
/// Number, heading and text are each null where the document prints none, and never empty.
/// </remarks>
public sealed record Provision
{
    /// <summary>The canonical id.</summary>
    public required ProvisionId Id { get; init; }

    /// <summary>
    /// The number exactly as printed (<c>1.</c>, <c>(1)</c>, <c>①</c>, <c>第8条</c>); null for an unnumbered paragraph.
    /// </summary>
    public string? Number { get; init; }

    /// <summary>The heading (見出し); null where there is none.</summary>
    public string? Heading { get; init; }

    /// <summary>The text of this piece itself, before anything beneath it; null where there is none.</summary>
    public string? Text { get; init; }

    /// <summary>What stands beneath, in the order of the document.</summary>
    public ValueList<Provision> Provisions { get; init; } = ValueList<Provision>.Empty;

    /// <summary>This provision and all beneath it, in the order of the document.</summary>
    public IEnumerable<Provision> SelfAndBeneath() => Provisions.SelectMany(p => p.SelfAndBeneath()).Prepend(this);
}
