namespace PolicyKit;

/// <summary>The name of a waiver (例外措置).</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>w-2026-001</c>.
/// Unique in its register.
/// </remarks>
public sealed class WaiverId : Identifier<WaiverId>
{
    static WaiverId() => Define(IdentifierForm.IsDotted, text => new WaiverId(text));

    private WaiverId(string value)
        : base(value) { }
}
