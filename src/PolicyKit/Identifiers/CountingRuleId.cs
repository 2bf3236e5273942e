namespace PolicyKit;

/// <summary>The name of a rule by which a term is counted.</summary>
/// <remarks>
/// Words of lower-case letters and digits, the first beginning with a letter, joined by single dots or hyphens, for
/// example <c>civil-code.days</c>.
/// </remarks>
public sealed class CountingRuleId : Identifier<CountingRuleId>
{
    static CountingRuleId() => Define(IdentifierForm.IsDotted, text => new CountingRuleId(text));

    private CountingRuleId(string value)
        : base(value) { }
}
