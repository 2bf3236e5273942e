namespace PolicyKit;

/// <summary>The name of a framework that a crosswalk leads to.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>rule-16-3</c>.
/// </remarks>
public sealed class FrameworkId : Identifier<FrameworkId>
{
    static FrameworkId() => Define(IdentifierForm.IsDotted, text => new FrameworkId(text));

    private FrameworkId(string value)
        : base(value) { }
}
