using System.Collections.Concurrent;

namespace PolicyKit.Analyzers.Topics.Services;

/// <summary>
/// The services that the standard lists, one a line: names, a colon, then namespaces, assemblies and hosts. A host is
/// written in small letters and has a dot: <c>OpenAI, ChatGPT: OpenAI, api.openai.com</c>.
/// </summary>
internal sealed class KnownServices
{
    private readonly List<KnownService> _services;
    private readonly List<(string Library, KnownService Service)> _libraries;
    private readonly ConcurrentDictionary<string, KnownService?> _ofHosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<INamedTypeSymbol, KnownService?> _ofTypes = new(
        SymbolEqualityComparer.Default
    );

    public KnownServices(IEnumerable<string> lines)
    {
        _services = lines.Select(Read).OfType<KnownService>().ToList();
        // Azure.AI.OpenAI is more than Azure.AI.
        _libraries = _services
            .SelectMany(service => service.Libraries.Select(library => (library, service)))
            .OrderByDescending(entry => entry.library.Length)
            .ToList();
    }

    /// <summary>The service whose library a type belongs to, by its namespace or its assembly.</summary>
    public KnownService? Of(INamedTypeSymbol type) => _ofTypes.GetOrAdd(type.OriginalDefinition, Find);

    /// <summary>The service that a host belongs to.</summary>
    public KnownService? OfHost(string host) =>
        _ofHosts.GetOrAdd(host, name => _services.FirstOrDefault(service => service.Answers(name)));

    /// <summary>Whether code stands in the library itself.</summary>
    public bool IsOwn(KnownService service, ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } space
        && service.Libraries.Any(library => IsWithin(space.ToDisplayString(), library));

    /// <summary>The service whose library has a namespace.</summary>
    public KnownService? OfLibrary(string space) =>
        _libraries.Where(entry => IsWithin(space, entry.Library)).Select(entry => entry.Service).FirstOrDefault();

    private KnownService? Find(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } known ? known.ToDisplayString() : "";
        var assembly = type.Locations.Any(l => l.IsInSource) ? "" : type.ContainingAssembly?.Name ?? "";
        foreach (var (library, service) in _libraries)
            if (IsWithin(space, library) || IsWithin(assembly, library))
                return service;
        return null;
    }

    private static bool IsWithin(string name, string library) =>
        name.StartsWith(library, StringComparison.Ordinal)
        && (name.Length == library.Length || name[library.Length] == '.');

    private static KnownService? Read(string line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0)
            return null;
        var names = Items(line.Substring(0, colon));
        var entries = Items(line.Substring(colon + 1));
        return names.Count == 0
            ? null
            : new KnownService(
                names[0],
                names,
                entries.Where(entry => !IsHost(entry)).ToList(),
                entries.Where(IsHost).ToList()
            );
    }

    private static List<string> Items(string text) =>
        text.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0).ToList();

    private static bool IsHost(string entry) => entry.IndexOf('.') >= 0 && !entry.Any(char.IsUpper);
}
