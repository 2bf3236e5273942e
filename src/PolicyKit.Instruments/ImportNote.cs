using PolicyKit.Messages;

namespace PolicyKit.Instruments;

/// <summary>Something to say of an import.</summary>
/// <param name="Line">The line of the source; null for the whole.</param>
/// <param name="Message">What.</param>
/// <param name="IsOpen">Whether somebody has to look at it.</param>
internal sealed record ImportNote(int? Line, LocalizedMessage Message, bool IsOpen);
