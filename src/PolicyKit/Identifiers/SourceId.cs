namespace PolicyKit;

/// <summary>The name of a document that a standard rests on.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>soumu-rule-80</c>.
/// </remarks>
public sealed class SourceId : Identifier<SourceId>
{
    static SourceId() => Define(IdentifierForm.IsDotted, text => new SourceId(text));

    private SourceId(string value)
        : base(value) { }
}
