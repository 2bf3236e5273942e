using Microsoft.CodeAnalysis.Operations;
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
        Attributes = Texts(entry, "attributes").Select(name => name + "Attribute").ToList();
        Cleans = SinkSet.Of(Texts(entry, "cleans"));
        When = !entry.TryGetMember("when", out var when) || when.Kind != JsonKind.False;
        IsAnchored = entry.TryGetMember("anchored", out var anchored) && anchored.Kind == JsonKind.True;
        NeedsAbsolute = entry.TryGetMember("absolute", out var absolute) && absolute.Kind == JsonKind.True;
        IsPrefix = entry.TryGetMember("prefix", out var prefix) && prefix.Kind == JsonKind.True;
        Argument = Texts(entry, "argument");
        ShowsMembers = entry.TryGetMember("whole", out var whole) && whole.Kind == JsonKind.True;
        IsTemporary = Texts(entry, "label").Contains("temporary");
        IsLookUp = entry.TryGetMember("found", out var found) && found.Kind == JsonKind.True;
        Into = Texts(entry, "into");
        TakesReturned = entry.TryGetMember("returned", out var returned) && returned.Kind == JsonKind.True;
        Target = Texts(entry, "target").FirstOrDefault() ?? "";
        NeedsMarkup = entry.TryGetMember("markup", out var markup) && markup.Kind == JsonKind.True;
    }

    public FlowRole Role { get; }

    /// <summary>The full names of the types.</summary>
    public IEnumerable<string> Types => _types.Select(name => string.Join(".", name));

    /// <summary>The kind of the sink, where it is one.</summary>
    public FlowSink Sink { get; }

    /// <summary>The names of the members; empty for all.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>The names of the parameters that count; empty for all.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The attributes that mark what is meant, where names do not.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The kinds of sinks for which it makes a value harmless.</summary>
    public SinkSet Cleans { get; }

    /// <summary>The answer of a guard that says so.</summary>
    public bool When { get; }

    /// <summary>Whether a guard looks at where a path begins, and the path has to be absolute for that.</summary>
    public bool NeedsAbsolute { get; }

    /// <summary>Whether a guard looks at where an address begins.</summary>
    public bool IsPrefix { get; }

    // A pattern that is not held at both ends says nothing of the rest of a text.
    private bool IsAnchored { get; }

    // The constant arguments with which a guard is one; empty for any.
    private IReadOnlyList<string> Argument { get; }

    /// <summary>Whether a sink takes an object with all its members.</summary>
    public bool ShowsMembers { get; }

    /// <summary>Whether a sink takes what the functions give that it is handed.</summary>
    public bool TakesReturned { get; }

    /// <summary>Whether a source gives temporary paths, and not input.</summary>
    public bool IsTemporary { get; }

    /// <summary>Whether a guard answers by finding something: null says that the value is not allowed.</summary>
    public bool IsLookUp { get; }

    /// <summary>The parameters that have to be temporary paths for a sink to be one.</summary>
    public IReadOnlyList<string> Into { get; }

    /// <summary>Where a sink sends what it gets, as far as the model says it: <c>sns:X</c>; or empty.</summary>
    public string Target { get; }

    /// <summary>Whether text counts only where it is markup.</summary>
    public bool NeedsMarkup { get; }

    public static FlowModel Of(string role, JsonValue entry) =>
        new(
            role switch
            {
                "passing" => FlowRole.Passing,
                "mapping" => FlowRole.Mapping,
                "filling" => FlowRole.Filling,
                "showing" => FlowRole.Showing,
                "sinks" => FlowRole.Sinks,
                "sources" => FlowRole.Sources,
                "cleaning" => FlowRole.Cleaning,
                "guards" => FlowRole.Guards,
                "endpoints" => FlowRole.Endpoints,
                "entries" => FlowRole.Entries,
                "bindings" => FlowRole.Bindings,
                _ => throw new InvalidOperationException("unknown role " + role),
            },
            SinkOf(Texts(entry, "sink").FirstOrDefault() ?? "log"),
            entry
        );

    /// <summary>Whether the name of a member says it all, whoever declares it.</summary>
    public bool IsOfAnyType => _types.Length == 0 && _namespaces.Length == 0 && Attributes.Count == 0;

    /// <summary>Whether a type, one of its bases or an interface of it is meant.</summary>
    public bool Covers(INamedTypeSymbol type)
    {
        if (IsOfAnyType)
            return true;
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
            if (IsNamed(t))
                return true;
        return type.AllInterfaces.Any(IsNamed);
    }

    /// <summary>Whether a member is meant; <c>OnGet*</c> is every name that begins so.</summary>
    public bool Names(string member) =>
        Members.Count == 0
        || Members.Any(name =>
            name.EndsWith("*", StringComparison.Ordinal)
                ? member.StartsWith(name.Substring(0, name.Length - 1), StringComparison.Ordinal)
                : member == name
        );

    /// <summary>Whether a symbol has one of the attributes.</summary>
    public bool Marks(ISymbol symbol) =>
        Attributes.Count > 0
        && symbol
            .GetAttributes()
            .Any(a => a.AttributeClass is { } type && Attributes.Contains(type.Name, StringComparer.Ordinal));

    /// <summary>Whether what a parameter receives counts.</summary>
    public bool Takes(IParameterSymbol? parameter) =>
        Parameters.Count == 0 || (parameter is not null && Parameters.Contains(parameter.Name, StringComparer.Ordinal));

    /// <summary>Whether a guard is asked what it can answer: by its constant arguments.</summary>
    public bool IsAnswered(IInvocationOperation call) => IsAnswered(call.Arguments);

    /// <summary>The same for any arguments.</summary>
    public bool IsAnswered(IEnumerable<IArgumentOperation> arguments)
    {
        var constants = arguments
            .Select(a => a.Value.ConstantValue)
            .Where(c => c.HasValue && c.Value is string or char)
            .Select(c => c.Value!.ToString())
            .ToList();
        if (IsAnchored)
            return constants.All(IsHeld);
        return Argument.Count == 0 || constants.Any(c => Argument.Contains(c, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsHeld(string pattern) =>
        (pattern.StartsWith("^", StringComparison.Ordinal) || pattern.StartsWith("\\A", StringComparison.Ordinal))
        && (
            pattern.EndsWith("$", StringComparison.Ordinal)
            || pattern.EndsWith("\\z", StringComparison.OrdinalIgnoreCase)
        )
        && pattern.IndexOf(".*", StringComparison.Ordinal) < 0
        && pattern.IndexOf(".+", StringComparison.Ordinal) < 0;

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

    /// <summary>A kind of sink by its name.</summary>
    public static FlowSink SinkOf(string name) =>
        Enum.TryParse<FlowSink>(name, ignoreCase: true, out var sink)
            ? sink
            : throw new InvalidOperationException("unknown sink " + name);

    private static IReadOnlyList<string> Texts(JsonValue entry, string member)
    {
        if (!entry.TryGetMember(member, out var value))
            return Array.Empty<string>();
        return value.Kind == JsonKind.Array
            ? value.Items().Select(i => i.GetString()).ToList()
            : new[] { value.GetString() };
    }
}
