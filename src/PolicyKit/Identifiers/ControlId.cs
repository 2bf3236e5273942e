namespace PolicyKit;

/// <summary>The name of a control (遵守事項) of a standard.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>technical.credentials</c>.
/// Unique in a standard once it is resolved; a standard that imports another keeps the names.
/// </remarks>
public sealed class ControlId : Identifier<ControlId>
{
    static ControlId() => Define(IdentifierForm.IsDotted, text => new ControlId(text));

    private ControlId(string value)
        : base(value) { }
}
