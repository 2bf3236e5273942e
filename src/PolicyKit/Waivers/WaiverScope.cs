namespace PolicyKit.Waivers;

/// <summary>Where a waiver holds; at least one of the three, and all that are given must fit.</summary>
/// <remarks>
/// In a path <c>*</c> stays within a folder, <c>**</c> crosses folders and <c>?</c> is one character.
/// A symbol covers what is beneath it: a type covers its members.
/// </remarks>
/// <param name="System">The system.</param>
/// <param name="Symbol">A symbol of its code, fully qualified.</param>
/// <param name="Path">A path, or a pattern with <c>*</c>, relative to the checked folder, with forward slashes.</param>
public sealed record WaiverScope(SystemId? System, string? Symbol, string? Path);
