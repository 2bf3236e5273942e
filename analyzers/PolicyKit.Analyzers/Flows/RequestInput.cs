using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// What a request decides: the parameters of the methods that answer requests, and the members that requests fill.
/// Which methods, types and attributes those are stands in the models.
/// </summary>
internal sealed class RequestInput
{
    private readonly Compilation _compilation;
    private readonly FlowModels _models;
    private readonly List<FlowModel> _bindings;
    private readonly List<FlowModel> _entries;
    private readonly ConcurrentDictionary<ISymbol, bool> _isEntry = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _isInput = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _isUsed;
    private readonly Lazy<Dictionary<ISymbol, InvocationExpressionSyntax>> _mapped;

    public RequestInput(Compilation compilation, FlowModels models)
    {
        (_compilation, _models) = (compilation, models);
        _bindings = models.OfDeclarations(FlowRole.Bindings).ToList();
        _entries = models.OfDeclarations(FlowRole.Entries).ToList();
        _isUsed = new Lazy<bool>(() =>
            new[] { FlowRole.Sources, FlowRole.Entries, FlowRole.Endpoints }
                .SelectMany(_models.TypesOf)
                .Any(name => !_compilation.GetTypesByMetadataName(name).IsEmpty)
        );
        _mapped = new Lazy<Dictionary<ISymbol, InvocationExpressionSyntax>>(() =>
            MappedMethods.Of(_compilation, _models)
        );
    }

    /// <summary>Whether anything in the program can answer a request.</summary>
    public bool IsUsed => _isUsed.Value;

    /// <summary>Whether a method answers requests: whoever sends them decides what its parameters are.</summary>
    public bool IsEntry(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && _isEntry.GetOrAdd(method.OriginalDefinition, FindEntry);

    /// <summary>The call that maps a method to a route by its name; null where none does.</summary>
    public InvocationExpressionSyntax? MappingOf(ISymbol method) =>
        _mapped.Value.TryGetValue(method.OriginalDefinition, out var call) ? call : null;

    /// <summary>What a parameter of such a method holds.</summary>
    public FlowValue Of(IParameterSymbol parameter) =>
        _isInput.GetOrAdd(parameter.OriginalDefinition, p => IsBound(((IParameterSymbol)p), ((IParameterSymbol)p).Type))
            ? FlowValue.Of(FlowLabel.Input(parameter.Name, parameter))
            : FlowValue.Nothing;

    /// <summary>What a property or a field holds that requests fill: <c>[BindProperty]</c>.</summary>
    public FlowValue OfMember(ISymbol member) =>
        member is IPropertySymbol or IFieldSymbol && _isInput.GetOrAdd(member.OriginalDefinition, IsFilled)
            ? FlowValue.Of(FlowLabel.Input(member.ContainingType.Name + "." + member.Name, member))
            : FlowValue.Nothing;

    private bool FindEntry(ISymbol symbol)
    {
        var method = (IMethodSymbol)symbol;
        if (_mapped.Value.ContainsKey(method))
            return true;
        if (method.IsStatic && method.GetAttributes().IsEmpty)
            return false;
        return method.DeclaredAccessibility == Accessibility.Public
            && !_bindings.Any(b => b.Cleans == SinkSet.All && b.Marks(method))
            && _entries.Any(entry => IsEntryOf(entry, method));
    }

    private static bool IsEntryOf(FlowModel entry, IMethodSymbol method)
    {
        if (entry.Attributes.Count > 0)
            return entry.Marks(method)
                || method.ContainingType.SelfAndBaseTypes().Any(entry.Marks)
                || method.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(method.Name)).Any(entry.Marks);
        return entry.Names(method.Name) && entry.Covers(method.ContainingType);
    }

    private bool IsFilled(ISymbol member) =>
        _bindings.Any(b => b.Cleans == SinkSet.None && (b.Marks(member) || b.Marks(member.ContainingType)))
        && member is IPropertySymbol { SetMethod: not null } or IFieldSymbol
        && !HarmlessTypes.Is(member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type);

    private bool IsBound(IParameterSymbol parameter, ITypeSymbol type)
    {
        if (HarmlessTypes.Is(type) || _bindings.Any(b => b.Cleans == SinkSet.All && b.Marks(parameter)))
            return false;
        return _bindings.Any(b => b.Cleans == SinkSet.None && b.Marks(parameter)) || IsData(type);
    }

    // What a request can hold: text, files, and objects that are nothing but their members; and no services.
    private bool IsData(ITypeSymbol type)
    {
        switch (type)
        {
            case { SpecialType: SpecialType.System_String or SpecialType.System_Object }:
                return true;
            case IArrayTypeSymbol array:
                return IsData(array.ElementType);
            case INamedTypeSymbol named when Namespaces.IsFramework(named):
                return _bindings.Any(b => b.Attributes.Count == 0 && b.Cleans == SinkSet.None && b.Covers(named))
                    || (named.TypeArguments.Length > 0 && IsCollection(named) && named.TypeArguments.Any(IsData));
            case INamedTypeSymbol named:
                return _bindings.Any(b => b.Attributes.Count == 0 && b.Cleans == SinkSet.None && b.Covers(named))
                    || IsRecordOfData(named);
            default:
                return false;
        }
    }

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_Nullable_T
        || type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
            == true;

    private static bool IsRecordOfData(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && !type.IsAbstract
        && type.GetMembers().OfType<IPropertySymbol>().Any(p => p.SetMethod is not null && !p.IsStatic)
        && type.SelfAndBaseTypes()
            .TakeWhile(t => t.SpecialType == SpecialType.None)
            .SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
            .All(m => m.MethodKind != MethodKind.Ordinary || m.IsStatic || m.IsImplicitlyDeclared || IsOfData(m));

    private static bool IsOfData(IMethodSymbol method) =>
        method.IsOverride
        || method.DeclaredAccessibility != Accessibility.Public
        || method.Name is "Validate" or "Deconstruct" or "Equals" or "CompareTo" or "Mapping";
}
