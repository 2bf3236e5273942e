namespace PolicyKit;

/// <summary>The name of a system, or of a part of one: a component, an asset, a service, a requirement.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>sewerage-billing</c>.
/// A system’s name is unique for the body; that of a part is unique in its declaration.
/// </remarks>
public sealed class SystemId : Identifier<SystemId>
{
    static SystemId() => Define(IdentifierForm.IsDotted, text => new SystemId(text));

    private SystemId(string value)
        : base(value) { }
}
