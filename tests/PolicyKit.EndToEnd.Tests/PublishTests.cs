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
        // The kind decides, and not the name: wherever it stands in the file, and under wwwroot too.
        var register = File.ReadAllText(Repository.PathOf("examples", "sewerage-billing", "evidence.json"));
        foreach (var name in new[] { "evidence-2026.json", "証跡.json", Path.Combine("wwwroot", "register.json") })
            Write(name, register);
        Write("waivers_r8.json", """{ "id": "r", "waivers": [], "kind": "waivers" }""");
        Write("declaration.yaml", "# 申告\nid: billing\nkind: system\noperation:\n  from: 2026-04-01\n");
        // A member called `kind` within the application's own data is none of a register.
        Write("menu.json", """{ "items": [{ "kind": "system", "title": "設定" }] }""");
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
            Assert.Contains(files, f => Path.GetFileName(f) == "menu.json");
            Assert.DoesNotContain(files, f => Path.GetFileName(f) == "declaration.yaml");
            Assert.Empty(files.Where(IsOurs).Select(f => Path.GetRelativePath(_project.Folder, f)));
        }
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_project.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(_project.Folder, Path.GetDirectoryName(to)!));
        File.Move(Path.Combine(_project.Folder, from), Path.Combine(_project.Folder, to));
    }

    private static bool IsOurs(string file) =>
        Path.GetExtension(file) == ".json"
        && File.ReadAllText(file) is var text
        && Path.GetFileName(file) != "menu.json"
        && Kinds.Any(kind => text.Contains($"\"kind\": \"{kind}\"", StringComparison.Ordinal));
}
