namespace PolicyKit;

/// <summary>The name of a standard (対策基準).</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>municipal-baseline</c>.
/// Chosen by whoever publishes it; another standard imports it by this name, its version and its SHA-256.
/// </remarks>
public sealed class StandardId : Identifier<StandardId>
{
    static StandardId() => Define(IdentifierForm.IsDotted, text => new StandardId(text));

    private StandardId(string value)
        : base(value) { }
}
