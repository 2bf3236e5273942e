namespace PolicyKit.Analyzers.Rules;

/// <summary>A declaration that does not meet a control.</summary>
public sealed class PK0006_UnmetDeclaration() : EvaluationRule("PK0006");
