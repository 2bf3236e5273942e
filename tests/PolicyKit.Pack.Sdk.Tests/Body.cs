using PolicyKit.PackBuilding;
using PolicyKit.Testing;

namespace PolicyKit.Pack.Sdk.Tests;

/// <summary>The files of another body in a folder of their own, and the build of its pack.</summary>
internal sealed class Body : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policykit-pack-").FullName;

    public Body()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("examples", "pack-of-another-body"), "*.json"))
            File.Copy(file, PathOf(Path.GetFileName(file)));
    }

    public string Made => Path.Combine(_folder, "made");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string TextOf(string made) => File.ReadAllText(Path.Combine(Made, made));

    public void Replace(string name, string old, string now)
    {
        var text = File.ReadAllText(PathOf(name));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(name), text.Replace(old, now, StringComparison.Ordinal));
    }

    /// <summary>The exit code and what the build says.</summary>
    public (int ExitCode, string Output) Build(
        string policy = "policy.json",
        string standard = "standard.json",
        string language = "ja",
        params string[] more
    )
    {
        var description = PathOf("pack.txt");
        string[] given =
        [
            "id=midori-town.policy",
            "version=1.2.3",
            "sdk=0.1.0",
            "framework=netstandard2.0",
            "assembly=" + PathOf("midori-town.policy.dll"),
            "folder=" + _folder,
            "policy=" + (policy.Length == 0 ? "" : PathOf(policy)),
            "standard=" + PathOf(standard),
            "output=" + Made,
            "language=" + language,
        ];
        File.WriteAllLines(description, [.. given, .. more]);
        using var output = new StringWriter();
        return (PackBuild.Run(PackDescription.Read(description), output), output.ToString());
    }
}
