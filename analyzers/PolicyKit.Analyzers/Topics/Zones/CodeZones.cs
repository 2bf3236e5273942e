using System.Collections.Concurrent;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Topics.Zones;

/// <summary>
/// The network zone that code runs in: by <c>[NetworkZone]</c> on its type, by the components of the declaration that
/// name its namespace or assembly, or by <c>[NetworkZone]</c> on its assembly.
/// </summary>
internal sealed class CodeZones(SystemDeclaration system)
{
    private const string Zone = "NetworkZoneAttribute";
    private const string Gateway = "ZoneGatewayAttribute";

    // The longest name first: Moh.Naibu.Renkei is more than Moh.Naibu.
    private readonly List<(string Code, string Zone)> _declared = system
        .Components.Items()
        .SelectMany(component => component.Code.Select(code => (code, component.Zone.Value)))
        .OrderByDescending(entry => entry.code.Length)
        .ToList();

    private readonly ConcurrentDictionary<INamedTypeSymbol, string?> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, string?> _assemblies = new(SymbolEqualityComparer.Default);

    /// <summary>Whether anything says where code runs.</summary>
    public bool AreUsed(Compilation compilation) =>
        _declared.Count > 0 || compilation.GetTypesByMetadataName("PolicyKit.Annotations." + Zone).Length > 0;

    /// <summary>The zone of a member or a type; null where nothing says it.</summary>
    public string? Of(ISymbol symbol) =>
        (symbol as INamedTypeSymbol ?? symbol.ContainingType) is { } type
            ? _types.GetOrAdd(type.OriginalDefinition, Find)
            : OfAssembly(symbol.ContainingAssembly);

    /// <summary>Whether a member, its type or what it implements is the declared way between zones.</summary>
    public static bool IsGateway(ISymbol symbol)
    {
        for (var at = symbol; at is not null; at = at.ContainingType)
            if (
                IsMarked(at)
                || (at is INamedTypeSymbol type && type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(IsMarked))
            )
                return true;
        return false;
    }

    private string? Find(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
            if (Marked(at) is { } marked)
                return marked;
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } known ? known.ToDisplayString() : "";
        foreach (var (code, zone) in _declared)
            if (IsWithin(space, code) || type.ContainingAssembly?.Name == code)
                return zone;
        return OfAssembly(type.ContainingAssembly);
    }

    private string? OfAssembly(IAssemblySymbol? assembly) =>
        assembly is null ? null : _assemblies.GetOrAdd(assembly, Marked);

    private static string? Marked(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .FirstOrDefault(a => a.AttributeClass?.Name == Zone && a.ConstructorArguments.Length == 1)
            ?.ConstructorArguments[0]
            .Value as string;

    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == Gateway);

    private static bool IsWithin(string space, string code) =>
        space.StartsWith(code, StringComparison.Ordinal) && (space.Length == code.Length || space[code.Length] == '.');
}
