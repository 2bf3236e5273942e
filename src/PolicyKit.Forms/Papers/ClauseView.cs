namespace PolicyKit.Forms.Papers;

/// <summary>A clause, as a template sees it.</summary>
/// <param name="Title">Its heading: the title of the control.</param>
/// <param name="Text">What the contractor does.</param>
/// <param name="Items">Items of the clause; empty where it has none.</param>
/// <param name="Number">The number of the control.</param>
/// <param name="Basis">The provisions that it rests on, as the body cites them.</param>
/// <param name="IsRequired">Whether the standard requires the control, or recommends it.</param>
internal sealed record ClauseView(
    string Title,
    string Text,
    IReadOnlyList<string> Items,
    string Number,
    string Basis,
    bool IsRequired
);
