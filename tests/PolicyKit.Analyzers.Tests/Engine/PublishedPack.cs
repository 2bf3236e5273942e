using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>The assembly of a pack, which names the files that the body published.</summary>
internal static class PublishedPack
{
    /// <summary>A pack that published these texts.</summary>
    public static MetadataReference Of(params (string Name, string Text)[] files) =>
        Assembly(
            files.Select(f => $"{f.Name} {SourceDocument.FromText(f.Name, f.Text).Sha256.ToUpperInvariant()}"),
            name: "Pack." + files[0].Name
        );

    /// <summary>An assembly with these values.</summary>
    public static MetadataReference Assembly(
        IEnumerable<string> values,
        string key = "PolicyKit.Published",
        string model = "PolicyKit",
        string name = "Pack"
    )
    {
        var system = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var library = CSharpCompilation.Create(
            model,
            [CSharpSyntaxTree.ParseText("public sealed class Model;")],
            [system],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var attributes = values.Select(v => $"[assembly: System.Reflection.AssemblyMetadata(\"{key}\", \"{v}\")]\n");
        var pack = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(
                    string.Concat(attributes) + "public class Pack { public Model? Of() => null; }"
                ),
            ],
            [system, library.ToMetadataReference()],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var stream = new MemoryStream();
        var result = pack.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
