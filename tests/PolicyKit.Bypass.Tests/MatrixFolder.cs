using PolicyKit.Testing;

namespace PolicyKit.Bypass.Tests;

/// <summary>All vectors in one solution on disk, each a project of its own.</summary>
internal sealed class MatrixFolder : IDisposable
{
    /// <param name="withPack">Whether the projects bring the pack and its analyzers, as a package does.</param>
    public MatrixFolder(bool withPack)
    {
        foreach (var vector in Vectors.All)
            Write(vector, withPack ? Pack : "");
        // Vectors that lie beside a project are those that no solution names.
        var projects = Vectors.All.Select(v => $"<Project Path=\"v{v.Id}/v{v.Id}.csproj\" />");
        File.WriteAllText(Solution, $"<Solution>{string.Concat(projects)}</Solution>");
        File.Copy(
            Repository.PathOf("examples", "sewerage-billing", "system.json"),
            Path.Combine(Folder, "system.json")
        );
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("policykit-matrix-").FullName;

    public string Solution => Path.Combine(Folder, "all.slnx");

    // What restoring the packages imports after the project's own text.
    private static string Pack
    {
        get
        {
            var assets = Repository.PathOf("analyzers", "PolicyKit.Analyzers.Package", "build");
            string Targets(string pack) => Repository.PathOf("src", pack, "build", pack + ".targets");
            string Assembly(string name) =>
                $"<Analyzer Include=\"{Path.Combine(AppContext.BaseDirectory, name + ".dll")}\" />";
            return $"""
                <ItemGroup>
                {Assembly("PolicyKit.Analyzers")}{Assembly("PolicyKit")}{Assembly("PolicyKit.Json")}{Assembly(
                    "NodaTime"
                )}
                <AdditionalFiles Include="../system.json" PolicyKitRole="system" />
                </ItemGroup>
                <Import Project="{Path.Combine(assets, "PolicyKit.Analyzers.props")}" />
                <Import Project="{Targets("PolicyKit.Packs.MunicipalBaseline")}" />
                <Import Project="{Targets("PolicyKit.Packs.MohSewerage")}" />
                <Import Project="{Path.Combine(assets, "PolicyKit.Analyzers.targets")}" />
                """;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(Vector vector, string pack)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "v" + vector.Id)).FullName;
        File.WriteAllText(
            Path.Combine(folder, $"v{vector.Id}.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              {vector.Extra}
              {pack}
            </Project>
            """
        );
        foreach (var (name, text) in vector.Files.Append(Vectors.EntryPoint))
        {
            var file = Path.GetFullPath(Path.Combine(folder, name));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
