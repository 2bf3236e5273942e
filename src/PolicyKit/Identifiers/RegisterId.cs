namespace PolicyKit;

/// <summary>The name of a register: of waivers or of evidence.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>example-city.waivers</c>.
/// Chosen by the body.
/// </remarks>
public sealed class RegisterId : Identifier<RegisterId>
{
    static RegisterId() => Define(IdentifierForm.IsDotted, text => new RegisterId(text));

    private RegisterId(string value)
        : base(value) { }
}
