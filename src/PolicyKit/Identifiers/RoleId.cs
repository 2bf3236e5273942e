namespace PolicyKit;

/// <summary>The name of a role that a standard assigns.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>ciso</c>.
/// Unique in a standard.
/// </remarks>
public sealed class RoleId : Identifier<RoleId>
{
    static RoleId() => Define(IdentifierForm.IsDotted, text => new RoleId(text));

    private RoleId(string value)
        : base(value) { }
}
