namespace PolicyKit.Cli.Starting;

/// <summary>A pipeline that validates the pack and the registers and evaluates every system.</summary>
/// <param name="Id">The word of the option.</param>
/// <param name="Path">Where the service looks for it.</param>
internal sealed record CiRecipe(string Id, string Path)
{
    /// <summary>The recipes, in the order in which they are offered.</summary>
    public static IReadOnlyList<CiRecipe> All { get; } =
    [new("github", ".github/workflows/policykit.yml"), new("gitlab", ".gitlab-ci.yml"), new("script", "evaluate.sh")];

    /// <summary>The text of the recipe, with the version of the program.</summary>
    public string Text =>
        Scaffold.Read($"Ci.{Id}.txt").Replace("$version$", PackFolder.ProgramVersion, StringComparison.Ordinal);
}
