namespace PolicyKit.Bypass.Tests;

/// <summary>One way to keep code from being judged: a project with a password in it, changed in one respect.</summary>
/// <param name="Id">Its number, as the threat model counts.</param>
/// <param name="What">What is done, in words.</param>
/// <param name="Extra">What stands in the project file.</param>
/// <param name="Files">What lies beside it, or in the place of <c>Program.cs</c>.</param>
/// <param name="Expected">What a check makes of it.</param>
public sealed record Vector(
    string Id,
    string What,
    string Extra,
    IReadOnlyList<(string Name, string Text)> Files,
    Seen Expected
)
{
    /// <summary>What a build with the body's pack makes of it.</summary>
    public BuildSeen InBuild { get; init; } = BuildSeen.Reported;

    /// <summary>
    /// What a build makes of it where the compiler's process has compiled another project before, and has loaded the
    /// analyzers whole; null where that makes no difference.
    /// </summary>
    public BuildSeen? InWarmCompiler { get; init; }

    /// <summary>What stands after the imports of the package, as in Directory.Build.targets.</summary>
    public string After { get; init; } = "";

    /// <summary>
    /// The project that it shares with others, where it changes files alone: a build of all of them takes no longer.
    /// </summary>
    public string? Shares { get; init; }

    /// <summary>The project's SDK.</summary>
    public string Sdk { get; init; } = "Microsoft.NET.Sdk";

    /// <summary>Whether the project does without the package: taken out, or never put in.</summary>
    public bool IsWithoutPack { get; init; }

    /// <summary>The code of a generator that stands beside the project as <c>gen.dll</c>.</summary>
    public string? Generator { get; init; }

    public override string ToString() => $"{Id} {What}";
}
