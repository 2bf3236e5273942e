namespace PolicyKit.Waivers;

/// <summary>Where a waiver holds; at least one of the three, and all that are given must fit.</summary>
/// <param name="System">The system.</param>
/// <param name="Symbol">A symbol of its code, fully qualified.</param>
/// <param name="Path">A path, or a pattern with <c>*</c>, relative to the checked folder, with forward slashes.</param>
public sealed record WaiverScope(SystemId? System, string? Symbol, string? Path);
