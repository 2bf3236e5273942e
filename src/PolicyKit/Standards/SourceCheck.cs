using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>A rule over source code and configuration.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How its findings are raised.</param>
public sealed record SourceCheck(RuleId Rule, Severity Severity) : Check
{
    /// <inheritdoc/>
    public override string Name => Rule.Value;
}
