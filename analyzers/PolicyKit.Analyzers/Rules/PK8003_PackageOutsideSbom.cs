using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

/// <summary>A package that the bill of materials of the declaration does not list.</summary>
public sealed class PK8003_PackageOutsideSbom()
    : BuildRule("PK8003", Severity.Error, isOfTargets: false, MeasureKind.Outsourcing);
