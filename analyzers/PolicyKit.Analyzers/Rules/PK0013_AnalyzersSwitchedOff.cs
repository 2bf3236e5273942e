using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

/// <summary>Analyzers that do not run, which only the targets of the build can say.</summary>
public sealed class PK0013_AnalyzersSwitchedOff() : BuildRule("PK0013", Severity.Error, isOfTargets: true);
