/// <summary>Sources that are compiled together, and whether something in them should be reported.</summary>
/// <param name="Name">What the listing calls it.</param>
/// <param name="Sources">Path and text of each file.</param>
/// <param name="IsBad">Whether a tool should report something here; unknown where the members say it by their names.</param>
internal sealed record Snippet(string Name, IReadOnlyList<(string Path, string Text)> Sources, bool? IsBad);
