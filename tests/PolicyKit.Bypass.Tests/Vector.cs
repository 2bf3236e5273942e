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

    public override string ToString() => $"{Id} {What}";
}
