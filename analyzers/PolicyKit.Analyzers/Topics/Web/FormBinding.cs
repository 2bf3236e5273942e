namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>Whether what a browser sends as a form reaches an endpoint.</summary>
internal sealed class FormBinding
{
    private const string Http = "Microsoft.AspNetCore.Http.";
    private readonly INamedTypeSymbol[] _forms;
    private readonly INamedTypeSymbol? _fromForm;
    private readonly INamedTypeSymbol? _asParameters;

    public FormBinding(RuleContext rule)
    {
        _forms = new[] { "IFormFile", "IFormFileCollection", "IFormCollection" }
            .Select(name => rule.Type(Http + name))
            .OfType<INamedTypeSymbol>()
            .ToArray();
        _fromForm = rule.Type(Http + "Metadata.IFromFormMetadata");
        _asParameters = rule.Type(Http + "AsParametersAttribute");
    }

    /// <summary>Whether a parameter is filled from a form.</summary>
    public bool IsForm(IParameterSymbol parameter) =>
        IsFormType(parameter.Type)
        || HasFromForm(parameter)
        || (
            parameter.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, _asParameters))
            && parameter.Type.GetMembers().Any(m => m is IPropertySymbol p && (IsFormType(p.Type) || HasFromForm(p)))
        );

    private bool IsFormType(ITypeSymbol type)
    {
        var element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments.Length: 1 } generic => generic.TypeArguments[0],
            _ => type,
        };
        return _forms.Contains(type, SymbolEqualityComparer.Default)
            || _forms.Contains(element, SymbolEqualityComparer.Default);
    }

    private bool HasFromForm(ISymbol symbol) =>
        _fromForm is not null
        && symbol
            .GetAttributes()
            .Any(a => a.AttributeClass?.AllInterfaces.Contains(_fromForm, SymbolEqualityComparer.Default) == true);
}
