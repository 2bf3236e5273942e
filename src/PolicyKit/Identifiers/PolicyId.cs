namespace PolicyKit;

/// <summary>The name of a basic policy (基本方針).</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>example-city</c>.
/// Chosen by the body; a standard says by it which policy it belongs to.
/// </remarks>
public sealed class PolicyId : Identifier<PolicyId>
{
    static PolicyId() => Define(IdentifierForm.IsDotted, text => new PolicyId(text));

    private PolicyId(string value)
        : base(value) { }
}
