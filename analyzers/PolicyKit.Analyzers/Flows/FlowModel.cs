using PolicyKit.Json;

namespace PolicyKit.Analyzers.Flows;

/// <summary>What some members of a type, or of all types of a namespace, do with values.</summary>
internal sealed class FlowModel
{
    private readonly string[][] _types;
    private readonly string[][] _namespaces;

    private FlowModel(FlowRole role, FlowSink sink, JsonValue entry)
    {
        (Role, Sink) = (role, sink);
        _types = Texts(entry, "types").Select(name => name.Split('.')).ToArray();
        _namespaces = Texts(entry, "namespaces").Select(name => name.Split('.')).ToArray();
        Members = Texts(entry, "members");
        Parameters = Texts(entry, "parameters");
    }

    public FlowRole Role { get; }

    /// <summary>The kind of the sink, where it is one.</summary>
    public FlowSink Sink { get; }

    /// <summary>The names of the members; empty for all.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>The names of the parameters that count; empty for all.</summary>
    public IReadOnlyList<string> Parameters { get; }

    public static FlowModel Of(string role, JsonValue entry) =>
        new(
            role switch
            {
                "passing" => FlowRole.Passing,
                "mapping" => FlowRole.Mapping,
                "filling" => FlowRole.Filling,
                "showing" => FlowRole.Showing,
                "sinks" => FlowRole.Sinks,
                _ => throw new InvalidOperationException("unknown role " + role),
            },
            SinkOf(Texts(entry, "sink").FirstOrDefault()),
            entry
        );

    /// <summary>Whether a type, one of its bases or an interface of it is meant.</summary>
    public bool Covers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
            if (IsNamed(t))
                return true;
        return type.AllInterfaces.Any(IsNamed);
    }

    /// <summary>Whether what a parameter receives counts.</summary>
    public bool Takes(IParameterSymbol? parameter) =>
        Parameters.Count == 0 || (parameter is not null && Parameters.Contains(parameter.Name, StringComparer.Ordinal));

    private bool IsNamed(INamedTypeSymbol type)
    {
        foreach (var name in _types)
            if (type.Name == name[name.Length - 1] && IsIn(type.ContainingNamespace, name, name.Length - 1))
                return true;
        foreach (var name in _namespaces)
            if (IsWithin(type.ContainingNamespace, name))
                return true;
        return false;
    }

    private static bool IsWithin(INamespaceSymbol? space, string[] name)
    {
        var (depth, at) = (0, space);
        while (at is { IsGlobalNamespace: false })
            (depth, at) = (depth + 1, at.ContainingNamespace);
        for (; depth > name.Length; depth--)
            space = space!.ContainingNamespace;
        return depth == name.Length && IsIn(space, name, name.Length);
    }

    // The first so many names from the innermost outwards.
    private static bool IsIn(INamespaceSymbol? space, string[] name, int count)
    {
        for (var i = count - 1; i >= 0; i--, space = space.ContainingNamespace)
            if (space is null || space.Name != name[i])
                return false;
        return space is null or { IsGlobalNamespace: true };
    }

    private static FlowSink SinkOf(string? name) =>
        name switch
        {
            null or "log" => FlowSink.Log,
            "exception" => FlowSink.Exception,
            "address" => FlowSink.Address,
            _ => throw new InvalidOperationException("unknown sink " + name),
        };

    private static IReadOnlyList<string> Texts(JsonValue entry, string member)
    {
        if (!entry.TryGetMember(member, out var value))
            return Array.Empty<string>();
        return value.Kind == JsonKind.Array
            ? value.Items().Select(i => i.GetString()).ToList()
            : new[] { value.GetString() };
    }
}
