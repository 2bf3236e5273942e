namespace PolicyKit;

/// <summary>The name of a parameter of a standard.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>credentials.names</c>.
/// Unique in a standard once it is resolved.
/// </remarks>
public sealed class ParameterId : Identifier<ParameterId>
{
    static ParameterId() => Define(IdentifierForm.IsDotted, text => new ParameterId(text));

    private ParameterId(string value)
        : base(value) { }
}
