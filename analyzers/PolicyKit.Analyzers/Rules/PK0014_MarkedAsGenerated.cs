using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

/// <summary>Source that says that it is generated; the rules look at it as at any other.</summary>
public sealed class PK0014_MarkedAsGenerated() : BuildRule("PK0014", Severity.Information, isOfTargets: false);
