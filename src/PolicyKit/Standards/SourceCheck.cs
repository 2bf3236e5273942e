using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>A rule over source code and configuration.</summary>
/// <remarks>
/// Satisfied when the rule ran and found nothing; when it did not run nothing is known.
/// Several controls may use one rule: then the gravest severity counts.
/// </remarks>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How its findings are raised.</param>
public sealed record SourceCheck(RuleId Rule, Severity Severity) : Check
{
    /// <inheritdoc/>
    public override string Name => Rule.Value;
}
