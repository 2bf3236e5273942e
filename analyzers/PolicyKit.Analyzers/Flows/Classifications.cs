using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// The classes of the members of a program: by the attributes of PolicyKit.Annotations, and by those that the standard
/// names.
/// </summary>
internal sealed class Classifications
{
    // From the lowest to the highest: the classes of the ministry guideline for local governments.
    private static readonly string[] Classes = { "1", "2", "3C", "3B", "3A" };

    private readonly Compilation _compilation;
    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, int> _found = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _isUsed;

    /// <param name="compilation">The program.</param>
    /// <param name="attributes">Further attributes with their class, for example <c>PersonalDataAttribute=3B</c>.
    /// </param>
    public Classifications(Compilation compilation, IEnumerable<string> attributes)
    {
        _compilation = compilation;
        foreach (var name in Classes)
            _ranks["Confidentiality" + name + "Attribute"] = RankOf(name);
        foreach (var parts in attributes.Select(a => a.Split('=')).Where(p => p.Length == 2))
            _ranks[AttributeName(parts[0].Trim())] = RankOf(parts[1].Trim());
        _isUsed = new Lazy<bool>(IsUsedAnywhere);
    }

    /// <summary>Whether anything in the program, or in what it refers to, can have a class.</summary>
    public bool IsUsed => _isUsed.Value;

    /// <summary>The order of a class; 0 for one that is not known.</summary>
    public static int RankOf(string name) => Array.IndexOf(Classes, name) + 1;

    /// <summary>The name of a class by its order.</summary>
    public static string NameOf(int rank) =>
        rank > 0 && rank <= Classes.Length ? Classes[rank - 1] : rank.ToString(CultureInfo.InvariantCulture);

    /// <summary>The class of a member or a parameter; 0 for none.</summary>
    public int Of(ISymbol symbol) =>
        symbol is IPropertySymbol or IFieldSymbol or IParameterSymbol or IMethodSymbol
            ? _found.GetOrAdd(symbol.OriginalDefinition, Find)
            : 0;

    /// <summary>The members of a type that have a class, as its text shows them.</summary>
    public IEnumerable<(ISymbol Member, int Rank)> MembersOf(ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
            foreach (var member in t.GetMembers())
                if (member is IPropertySymbol { IsIndexer: false } or IFieldSymbol && Of(member) is > 0 and var rank)
                    yield return (member, rank);
    }

    /// <summary>The attribute that says which class a member has; null where none does.</summary>
    public int RankOf(AttributeData attribute) => attribute.AttributeClass is { } type ? RankOf(type) : 0;

    /// <summary>The class that an attribute says.</summary>
    public int RankOf(INamedTypeSymbol attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
            if (_ranks.TryGetValue(type.Name, out var rank))
                return rank;
        return attribute.BaseType?.Name == "DataClassificationAttribute" ? RankWrittenIn(attribute) : 0;
    }

    /// <summary>Whether an attribute can say a class, by its name.</summary>
    public bool CanClassify(AttributeSyntax attribute) => CanClassify(attribute.Name.ToString());

    private int Find(ISymbol symbol)
    {
        var rank = symbol.GetAttributes().Select(RankOf).DefaultIfEmpty(0).Max();
        if (symbol is IMethodSymbol method)
            return Math.Max(rank, method.GetReturnTypeAttributes().Select(RankOf).DefaultIfEmpty(0).Max());
        if (symbol is IParameterSymbol)
            return rank;
        if (symbol is IPropertySymbol { OverriddenProperty: { } overridden })
            rank = Math.Max(rank, Of(overridden));
        if (symbol.ContainingType is not { } type)
            return rank;
        return new[]
        {
            rank,
            OfPositional(symbol, type),
            type.GetAttributes().Select(RankOf).DefaultIfEmpty(0).Max(),
        }.Max();
    }

    // record Resident([Confidentiality3B] string Name): the attribute stands on the parameter.
    private int OfPositional(ISymbol symbol, INamedTypeSymbol type) =>
        type.IsRecord && symbol is IPropertySymbol
            ? type
                .InstanceConstructors.SelectMany(c => c.Parameters)
                .Where(p => p.Name == symbol.Name)
                .Select(Of)
                .DefaultIfEmpty(0)
                .Max()
            : 0;

    // class ResidentDataAttribute() : DataClassificationAttribute(MunicipalConfidentiality.Level3B)
    private static int RankWrittenIn(INamedTypeSymbol attribute)
    {
        var written = attribute
            .DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes())
            .OfType<MemberAccessExpressionSyntax>()
            .Where(m => m.Expression.ToString().EndsWith("MunicipalConfidentiality", StringComparison.Ordinal))
            .Select(m => m.Name.Identifier.ValueText)
            .FirstOrDefault(name => name.StartsWith("Level", StringComparison.Ordinal));
        return written is null ? 0 : RankOf(written.Substring("Level".Length));
    }

    private bool IsUsedAnywhere() =>
        _compilation.SyntaxTrees.Any(IsUsedIn)
        || _compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
            !assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
            && !assembly.Name.StartsWith("System", StringComparison.Ordinal)
            && assembly.Name != "PolicyKit.Annotations"
            && assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == "PolicyKit.Annotations"))
        );

    // Attributes of members stand outside the bodies: this goes through declarations alone.
    private bool IsUsedIn(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantNodes(n => n is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax))
            .OfType<AttributeSyntax>()
            .Any(a => CanClassify(a.Name.ToString()));

    // An attribute of the system's own may be made of one of ours: its name says nothing, and the base is looked at.
    private bool CanClassify(string written)
    {
        var name = AttributeName(written.Substring(written.LastIndexOf('.') + 1));
        return _ranks.ContainsKey(name)
            || _compilation
                .GetSymbolsWithName(name, SymbolFilter.Type)
                .OfType<INamedTypeSymbol>()
                .Any(t =>
                    t.BaseType is { } b && (b.Name == "DataClassificationAttribute" || _ranks.ContainsKey(b.Name))
                );
    }

    private static string AttributeName(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name : name + "Attribute";
}
