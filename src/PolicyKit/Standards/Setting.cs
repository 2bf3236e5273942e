namespace PolicyKit.Standards;

/// <summary>A parameter that is set to another value.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The value.</param>
/// <param name="Confirmed">Whether the body has decided it; if not, it is a proposal.</param>
/// <param name="Reason">Why; needed where the value protects less.</param>
/// <param name="Approver">Who accepted it, by role; needed where the value protects less.</param>
public sealed record Setting(
    ParameterId Parameter,
    ParameterValue Value,
    bool Confirmed,
    string? Reason,
    string? Approver
);
