using System.Text;
using System.Text.RegularExpressions;
using PolicyKit.Cli.Tests;
using PolicyKit.Testing;

namespace PolicyKit.Bypass.Tests;

/// <summary>All vectors in one solution on disk, each a project of its own.</summary>
internal sealed class MatrixFolder : IDisposable
{
    /// <param name="withPack">Whether the projects bring the pack and its analyzers, as a package does.</param>
    public MatrixFolder(bool withPack)
    {
        foreach (var vector in Vectors.All.Where(v => v.Shares is null))
        {
            var pack = withPack && !vector.IsWithoutPack ? Pack : "";
            WriteProject("v" + vector.Id, vector.Sdk, vector.Extra, pack, vector.After);
            WriteFiles(vector, Path.Combine(Folder, "v" + vector.Id), withPack ? Pack : "");
            if (vector.Generator is { } source)
                GeneratorAssembly.Write(Path.Combine(Folder, "v" + vector.Id, "gen.dll"), source);
        }

        var shared = Vectors.All.Where(v => v.Shares is not null).ToLookup(v => v.Shares!, StringComparer.Ordinal);
        foreach (var project in shared)
        {
            WriteProject(project.Key, "Microsoft.NET.Sdk", "", withPack ? Pack : "");
            foreach (var vector in project)
                WriteFiles(vector, Path.Combine(Folder, project.Key), "");
            File.WriteAllText(Path.Combine(Folder, project.Key, Vectors.EntryPoint.Name), Vectors.EntryPoint.Text);
        }

        // Vectors that lie beside a project are those that no solution names.
        var projects = Vectors
            .All.Where(v => v.Shares is null)
            .Select(v => "v" + v.Id)
            .Concat(shared.Select(s => s.Key))
            .Select(v => $"<Project Path=\"{v}/{v}.csproj\" />");
        File.WriteAllText(Solution, $"<Solution>{string.Concat(projects)}</Solution>");
        File.Copy(
            Repository.PathOf("examples", "sewerage-billing", "system.json"),
            Path.Combine(Folder, "system.json")
        );
    }

    /// <summary>The project of all vectors that change code alone: each has a folder.</summary>
    public const string Code = "code";

    /// <summary>The project of all that are a configuration file: they lie beside it.</summary>
    public const string Configuration = "settings";

    /// <summary>The name of what the generator of a vector writes.</summary>
    public static string GeneratedIn(string id) => $"v{id}.g.cs";

    /// <summary>The name of a vector's file in its project.</summary>
    public static string NameIn(Vector vector, string name) => vector.Shares == Code ? $"v{vector.Id}/{name}" : name;

    public string Folder { get; } = Directory.CreateTempSubdirectory("policykit-matrix-").FullName;

    public string Solution => Path.Combine(Folder, "all.slnx");

    // What restoring the packages imports after the project's own text.
    private string Pack
    {
        get
        {
            var assets = Repository.PathOf("analyzers", "PolicyKit.Analyzers.Package", "build");
            string Targets(string pack) =>
                Path.Combine(AppContext.BaseDirectory, "packs", pack, "build", pack + ".targets");
            string Assembly(string name) =>
                $"<Analyzer Include=\"{Path.Combine(AppContext.BaseDirectory, name + ".dll")}\" />";
            return $"""
                <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "PolicyKit.Packs.MohSewerage.dll")}" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "PolicyKit.Packs.MunicipalBaseline.dll")}" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "PolicyKit.dll")}" />
                {Assembly("PolicyKit.Analyzers.Guard")}{Assembly("PolicyKit.Analyzers")}{Assembly("PolicyKit")}{Assembly("PolicyKit.Json")}{Assembly(
                    "NodaTime"
                )}
                <AdditionalFiles Include="{Path.Combine(Folder, "system.json")}" PolicyKitRole="system" />
                </ItemGroup>
                <Import Project="{Path.Combine(assets, "PolicyKit.Analyzers.props")}" />
                <Import Project="{Targets("PolicyKit.Packs.MunicipalBaseline")}" />
                <Import Project="{Targets("PolicyKit.Packs.MohSewerage")}" />
                <Import Project="{Path.Combine(assets, "PolicyKit.Analyzers.targets")}" />
                """;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // The pack stands where a package would put it: its props first, its targets after the project's own text, and
    // Directory.Build.targets after that.
    private void WriteProject(string name, string sdk, string extra, string pack, string after = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        File.WriteAllText(
            Path.Combine(folder, name + ".csproj"),
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              {extra}
              {pack}
              {after}
            </Project>
            """
        );
    }

    private static void WriteFiles(Vector vector, string folder, string pack)
    {
        foreach (var (name, text) in vector.Files.Concat(vector.Shares is null ? [Vectors.EntryPoint] : []))
        {
            var file = Path.GetFullPath(Path.Combine(folder, NameIn(vector, name)));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // Those that share a project each have a type of their own.
            var own =
                vector.Shares == Code
                    ? Regex.Replace(text, "class (Secrets|Weak|Clean)", "class ${1}" + vector.Id)
                    : text.Replace("{pack}", pack, StringComparison.Ordinal);
            var encoding = text.StartsWith('\uFEFF') ? Encoding.Unicode : new UTF8Encoding(false);
            File.WriteAllText(file, own.TrimStart('\uFEFF'), encoding);
            if (file.EndsWith(".sh", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
