using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

/// <summary>A document that is not public and that a project embeds, copies into its output or serves.</summary>
public sealed class PK1001_PublishedDocument()
    : BuildRule("PK1001", Severity.Error, isOfTargets: false, MeasureKind.Assets)
{
    /// <summary>The words of the names of documents that are not public.</summary>
    public static ParameterId Names { get; } = ParameterId.Parse("documents.non-public");

    /// <inheritdoc/>
    public override ValueList<ParameterId> Parameters => ValueList.Create(Names);
}
