namespace PolicyKit;

/// <summary>The name of a rule over source code or configuration: PolicyKit’s own or another analyzer’s.</summary>
/// <remarks>
/// Two to ten capital letters and three to six digits, for example <c>PK6101</c> or <c>CA5351</c>.
/// Another analyzer’s rule need not be known here: a standard may cite any.
/// </remarks>
public sealed class RuleId : Identifier<RuleId>
{
    static RuleId() => Define(IdentifierForm.IsRule, text => new RuleId(text));

    private RuleId(string value)
        : base(value) { }

    /// <summary>Whether the rule is PolicyKit’s own.</summary>
    public bool IsPolicyKit => Value.StartsWith("PK", StringComparison.Ordinal);
}
