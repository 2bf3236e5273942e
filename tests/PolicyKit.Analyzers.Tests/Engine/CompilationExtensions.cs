using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Tests.Engine;

internal static class CompilationExtensions
{
    /// <summary>The compilation as an assembly.</summary>
    public static MetadataReference EmitToImageReference(this Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
