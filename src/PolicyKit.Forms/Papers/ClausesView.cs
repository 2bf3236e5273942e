namespace PolicyKit.Forms.Papers;

/// <summary>Contract clauses, as a template sees them.</summary>
/// <param name="Body">The name of the body.</param>
/// <param name="Policy">The title of its policy.</param>
/// <param name="Standard">The title of its standard.</param>
/// <param name="Version">The version of the standard.</param>
/// <param name="Clauses">The clauses, in the order of the standard.</param>
internal sealed record ClausesView(
    string Body,
    string Policy,
    string Standard,
    string Version,
    IReadOnlyList<ClauseView> Clauses
);
