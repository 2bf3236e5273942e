namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>The types by which an uploaded file, or its content, goes through a program.</summary>
internal sealed class UploadedFiles
{
    private readonly INamedTypeSymbol[] _files;
    private readonly INamedTypeSymbol? _form;
    private readonly INamedTypeSymbol? _stream;

    public UploadedFiles(RuleContext rule)
    {
        File = rule.Type("Microsoft.AspNetCore.Http.IFormFile");
        _files = new[] { File, rule.Type("Microsoft.AspNetCore.Http.IFormFileCollection") }
            .OfType<INamedTypeSymbol>()
            .ToArray();
        _form = rule.Type("Microsoft.AspNetCore.Http.IFormCollection");
        _stream = rule.Type("System.IO.Stream");
    }

    /// <summary>The type of one uploaded file; null without ASP.NET Core.</summary>
    public INamedTypeSymbol? File { get; }

    /// <summary>Whether a type is that of uploaded files: one, several, a list of them.</summary>
    public bool Are(ITypeSymbol? type) =>
        type switch
        {
            null => false,
            IArrayTypeSymbol array => Are(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: 1 } generic when !IsOne(generic) => Are(generic.TypeArguments[0]),
            _ => IsOne(type),
        };

    /// <summary>Whether a type holds uploaded files in its properties, as models do.</summary>
    public bool AreIn(ITypeSymbol? type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None } model
        && !Namespaces.IsFramework(model)
        && model.SelfAndBaseTypes().SelectMany(t => t.GetMembers()).OfType<IPropertySymbol>().Any(p => Are(p.Type));

    /// <summary>Whether a parameter brings uploaded files.</summary>
    public bool Come(IParameterSymbol parameter) =>
        Are(parameter.Type) || AreIn(parameter.Type) || SymbolEqualityComparer.Default.Equals(parameter.Type, _form);

    /// <summary>Whether what is handed over is a file or its content.</summary>
    public bool IsContent(ITypeSymbol? type) =>
        Are(type)
        || AreIn(type)
        || type.InheritsFrom(_stream)
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || (
            type
                is INamedTypeSymbol
                {
                    Name: "ReadOnlyMemory" or "Memory" or "ReadOnlySpan" or "Span",
                    TypeArguments.Length: 1
                } memory
            && memory.TypeArguments[0].SpecialType == SpecialType.System_Byte
        );

    private bool IsOne(ITypeSymbol type) =>
        _files.Contains(type, SymbolEqualityComparer.Default)
        || type.AllInterfaces.Any(i => _files.Contains(i, SymbolEqualityComparer.Default));
}
