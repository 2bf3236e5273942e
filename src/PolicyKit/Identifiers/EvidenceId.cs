namespace PolicyKit;

/// <summary>The name of a dated record, or of a finding in one, in a register of evidence.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>audit-2026-1</c>.
/// Unique in its register.
/// </remarks>
public sealed class EvidenceId : Identifier<EvidenceId>
{
    static EvidenceId() => Define(IdentifierForm.IsDotted, text => new EvidenceId(text));

    private EvidenceId(string value)
        : base(value) { }
}
