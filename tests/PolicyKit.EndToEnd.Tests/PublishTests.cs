using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>What of a body's and a vendor's files leaves with the application.</summary>
public sealed class PublishTests : IDisposable
{
    private static readonly string[] Kinds = ["system", "waivers", "evidence", "standard"];

    private readonly OutsideProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Declarations_and_registers_reach_neither_the_output_nor_what_is_published()
    {
        _project.CopyExample("sewerage-billing");
        Move("waivers.json", Path.Combine("台帳", "例外 措置.json"));
        Move("evidence.json", Path.Combine("台帳", "r8.evidence.json"));
        var project = Path.Combine(_project.Folder, "SewerageBilling.csproj");
        File.WriteAllText(
            project,
            File.ReadAllText(project)
                .Replace("\"waivers.json\"", "\"台帳/例外 措置.json\"", StringComparison.Ordinal)
                .Replace(
                    "</Project>",
                    """<ItemGroup><Content Update="system.json" CopyToOutputDirectory="Always" /></ItemGroup></Project>""",
                    StringComparison.Ordinal
                )
        );
        // What is called as ours and is not stays with the application.
        File.WriteAllText(Path.Combine(_project.Folder, "standard.json"), """{ "rates": [100, 120] }""");
        var (built, said) = _project.Dotnet("build", "-nodeReuse:false");
        Assert.True(built == 0, said);
        var (published, told) = _project.Dotnet("publish", "-o", "公開", "-nodeReuse:false");
        Assert.True(published == 0, told);
        foreach (var folder in new[] { "bin", "公開" })
        {
            var files = Directory
                .EnumerateFiles(Path.Combine(_project.Folder, folder), "*", SearchOption.AllDirectories)
                .ToList();
            Assert.Contains(files, f => Path.GetFileName(f) == "appsettings.json");
            Assert.Contains(files, f => Path.GetFileName(f) == "standard.json");
            Assert.Empty(files.Where(IsOurs).Select(f => Path.GetRelativePath(_project.Folder, f)));
        }
    }

    private void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(_project.Folder, Path.GetDirectoryName(to)!));
        File.Move(Path.Combine(_project.Folder, from), Path.Combine(_project.Folder, to));
    }

    private static bool IsOurs(string file) =>
        Path.GetExtension(file) == ".json"
        && File.ReadAllText(file) is var text
        && Kinds.Any(kind => text.Contains($"\"kind\": \"{kind}\"", StringComparison.Ordinal));
}
