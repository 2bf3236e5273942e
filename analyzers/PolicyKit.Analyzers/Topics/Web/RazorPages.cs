namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The pages that the compiler of Razor made classes of, by the paths that it wrote down: with a model and without.
/// </summary>
internal sealed class RazorPages(IAssemblySymbol assembly)
{
    private const string Hosting = "Microsoft.AspNetCore.Razor.Hosting";

    private readonly Lazy<Dictionary<INamedTypeSymbol, string>> _files = new(() => FilesOf(assembly));

    /// <summary>The name of a page, /Bills/Index, and its route; null when the class is none.</summary>
    public (string Page, string Route)? Of(INamedTypeSymbol type)
    {
        if (!_files.Value.TryGetValue(type, out var file))
            return null;
        var page = PageOf(file);
        var template = type.GetAttributes()
            .Where(a => a.AttributeClass is { Name: "RazorCompiledItemMetadataAttribute" } of && IsOfHosting(of))
            .Where(a => a.ConstructorArguments is { Length: 2 } arguments && arguments[0].Value is "RouteTemplate")
            .Select(a => a.ConstructorArguments[1].Value as string)
            .FirstOrDefault();
        return (page, RouteOf(page, template));
    }

    /// <summary>The class of the model of a page; null when it has none of its own.</summary>
    public static INamedTypeSymbol? ModelOf(INamedTypeSymbol page) =>
        page.GetMembers("Model").OfType<IPropertySymbol>().FirstOrDefault()?.Type as INamedTypeSymbol;

    // The class stands in a file that is on no disk; what the author wrote is mapped to his.
    public static Location PlaceOf(INamedTypeSymbol page)
    {
        foreach (var node in page.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes()))
            if (node.GetLocation() is var place && place.GetMappedLineSpan().HasMappedPath)
                return place;
        return page.Locations[0];
    }

    private static Dictionary<INamedTypeSymbol, string> FilesOf(IAssemblySymbol assembly)
    {
        var files = new Dictionary<INamedTypeSymbol, string>(SymbolEqualityComparer.Default);
        foreach (var attribute in assembly.GetAttributes())
            if (
                attribute.AttributeClass is { Name: "RazorCompiledItemAttribute" } type
                && IsOfHosting(type)
                && attribute.ConstructorArguments is { Length: 3 } arguments
                && arguments[0].Value is INamedTypeSymbol page
                && arguments[1].Value is "mvc.1.0.razor-page"
                && arguments[2].Value is string file
            )
                files[page] = file;
        return files;
    }

    private static bool IsOfHosting(INamedTypeSymbol type) => type.ContainingNamespace?.ToString() == Hosting;

    // /Pages/Bills/Index.cshtml is /Bills/Index, /Areas/Admin/Pages/Users.cshtml is /Admin/Users.
    private static string PageOf(string file)
    {
        var path = file.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase)
            ? file.Substring(0, file.Length - ".cshtml".Length)
            : file;
        const string Areas = "/Areas/";
        const string Pages = "/Pages/";
        if (path.StartsWith(Areas, StringComparison.OrdinalIgnoreCase))
            return path.IndexOf(Pages, StringComparison.OrdinalIgnoreCase) is var at and > 0
                ? "/" + path.Substring(Areas.Length, at - Areas.Length) + "/" + path.Substring(at + Pages.Length)
                : path;
        return path.StartsWith(Pages, StringComparison.OrdinalIgnoreCase) ? "/" + path.Substring(Pages.Length) : path;
    }

    private static string RouteOf(string page, string? template)
    {
        if (
            template is not null
            && (
                template.StartsWith("/", StringComparison.Ordinal)
                || template.StartsWith("~/", StringComparison.Ordinal)
            )
        )
            return template.TrimStart('~');
        var folder = page.EndsWith("/Index", StringComparison.OrdinalIgnoreCase)
            ? page.Substring(0, page.Length - "/Index".Length)
            : page;
        return RouteChain.Join(folder, template ?? "");
    }
}
