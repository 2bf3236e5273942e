using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>The sources of our projects, as text, as syntax and compiled.</summary>
internal static class ProjectSources
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Platform = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    /// <summary>The folders of the projects that ship, relative to the repository.</summary>
    public static IEnumerable<string> Product => ProjectsIn("src").Concat(ProjectsIn("analyzers"));

    /// <summary>Everything that the tests run with, our own assemblies included.</summary>
    public static IReadOnlyList<MetadataReference> References => Platform.Value;

    /// <summary>The source files beneath a folder, without what a build writes.</summary>
    public static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(Path.GetRelativePath(Repository.Root, file)))
            .Order(StringComparer.Ordinal);

    /// <summary>A project compiled without its generated files; what another project keeps internal is still seen by its friends.</summary>
    public static CSharpCompilation Compile(string folder)
    {
        var name = Path.GetFileName(folder);
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET10_0"]);
        var trees = FilesIn(folder).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f)).ToList();
        trees.Add(CSharpSyntaxTree.ParseText(ImplicitUsings, options));
        return CSharpCompilation.Create(
            name,
            trees,
            References.Where(r => Path.GetFileNameWithoutExtension(r.Display) != name),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
    }

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static IEnumerable<string> ProjectsIn(string folder) =>
        Directory
            .EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(project)!))
            .Order(StringComparer.Ordinal);

    private static bool IsBuilt(string path) =>
        path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");
}
