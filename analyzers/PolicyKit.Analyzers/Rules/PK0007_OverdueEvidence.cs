namespace PolicyKit.Analyzers.Rules;

/// <summary>Evidence that is overdue.</summary>
public sealed class PK0007_OverdueEvidence() : EvaluationRule("PK0007");
