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

    /// <summary>
    /// What it is by the law of 条・項・号; null for what follows from the number, the heading and the place (see
    /// <see cref="SecurityPolicy.KindOf"/>).
    /// </summary>
    public ProvisionKind? Kind { get; init; }

    /// <summary>The rows of a table; empty where there is none.</summary>
    public ValueList<ValueList<string>> Rows { get; init; } = ValueList<ValueList<string>>.Empty;

    /// <summary>
    /// How the document prints it, where it was imported: its lines, with <c>{number}</c>, <c>{heading}</c>,
    /// <c>{text}</c> and <c>{rows}</c> in their places; <c>{text:20}</c> is the next 20 characters of a text whose
    /// line breaks there, and <c>{{</c> and <c>}}</c> are braces. Null for the layout of the nearest earlier provision
    /// of the
    /// same kind that has the same parts.
    /// </summary>
    public string? Layout { get; init; }

    /// <summary>What stands beneath, in the order of the document.</summary>
    public ValueList<Provision> Provisions { get; init; } = ValueList<Provision>.Empty;

    /// <summary>This provision and all beneath it, in the order of the document.</summary>
    public IEnumerable<Provision> SelfAndBeneath() => Provisions.SelectMany(p => p.SelfAndBeneath()).Prepend(this);
}
