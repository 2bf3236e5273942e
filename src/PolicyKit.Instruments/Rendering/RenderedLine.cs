using PolicyKit.Policies;

namespace PolicyKit.Instruments.Rendering;

/// <summary>A line of a document.</summary>
/// <param name="Text">What it says, with its white space.</param>
/// <param name="Kind">The kind of the provision that it belongs to; null before the first.</param>
/// <param name="IsRow">Whether it is a row of a table, its cells parted by tabs.</param>
internal sealed record RenderedLine(string Text, ProvisionKind? Kind, bool IsRow);
