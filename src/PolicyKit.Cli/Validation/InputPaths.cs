namespace PolicyKit.Cli.Validation;

/// <summary>The files that the arguments of <c>validate</c> name.</summary>
/// <param name="Files">The files to read, each once.</param>
/// <param name="Found">Those of them that a folder or a pattern led to: nobody named them one by one.</param>
/// <param name="Others">What else lies in the folders, and is neither JSON nor YAML.</param>
internal sealed record InputPaths(
    IReadOnlyList<string> Files,
    IReadOnlySet<string> Found,
    IReadOnlyList<string> Others
);
