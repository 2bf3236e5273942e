using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>What a line begins with.</summary>
/// <param name="Lead">White space, marks of Markdown and bullets before anything that counts.</param>
/// <param name="Number">The number as printed; null where the line begins with none.</param>
/// <param name="Gap">The white space after the number.</param>
/// <param name="Rest">What the line says.</param>
/// <param name="Trail">White space at its end.</param>
/// <param name="IsMarked">Whether the document marks it as a heading.</param>
/// <param name="Form">
/// How the number is written, for comparing with others: (#), 第#条, ア; empty without a number.
/// </param>
internal sealed record LineMark(
    string Lead,
    string? Number,
    string Gap,
    string Rest,
    string Trail,
    bool IsMarked,
    string Form
)
{
    /// <summary>The number taken apart; null where the line begins with none.</summary>
    public PrintedNumber? Parsed { get; } = Number is null ? null : PrintedNumber.Parse(Number);

    public bool IsArticle => Form == "第#条";

    public ProvisionKind? Group => Number is null ? null : ProvisionKinds.OfGroup(ProvisionKinds.Bare(Number));

    /// <summary>Whether the number is a bare one: 2, ２, 2.</summary>
    public bool IsPlain => Form == "#";

    public bool IsHyphenated => Form is "#-#" or "#.#";
}
