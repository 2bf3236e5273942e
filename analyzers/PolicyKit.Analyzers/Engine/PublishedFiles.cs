namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// The files that a body published: the assembly of its pack names each with its SHA-256. An assembly is harder to
/// rewrite than the files beside it, and it comes with the reference that the project makes.
/// </summary>
internal static class PublishedFiles
{
    /// <summary>The metadata of the assembly; the value is the file's name, a space, and the SHA-256.</summary>
    public const string Key = "PolicyKit.Published";

    /// <summary>The files that the packs of a program published: name and SHA-256.</summary>
    public static IReadOnlyList<(string Name, string Sha256)> Of(Compilation compilation) =>
        compilation
            .References.Select(compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Where(IsPack)
            .SelectMany(assembly => assembly.GetAttributes())
            .Select(FileOf)
            .OfType<(string, string)>()
            .ToList();

    // The attributes of every assembly of a framework are many; a pack has a type of its own that names the model.
    private static bool IsPack(IAssemblySymbol assembly) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == "PolicyKit"));

    private static (string, string)? FileOf(AttributeData attribute)
    {
        if (
            attribute.AttributeClass?.ToDisplayString() != "System.Reflection.AssemblyMetadataAttribute"
            || attribute.ConstructorArguments.Length != 2
            || attribute.ConstructorArguments[0].Value as string != Key
            || attribute.ConstructorArguments[1].Value is not string value
            || value.LastIndexOf(' ') is not (> 0 and var at)
        )
            return null;
        return (value.Substring(0, at), value.Substring(at + 1).ToLowerInvariant());
    }
}
