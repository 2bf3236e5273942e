using PolicyKit.Json;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// What is known of code that is not in the program: which calls hand values on, which fill an object, and where
/// values leave. Read from the file <c>dotnet.flows.json</c>.
/// </summary>
internal sealed class FlowModels
{
    private static readonly Lazy<FlowModels> Default = new(Read);

    private readonly Dictionary<string, List<FlowModel>> _byMember = new(StringComparer.Ordinal);
    private readonly List<FlowModel> _ofAllMembers = new();
    private readonly List<FlowModel> _ofDeclarations = new();

    private FlowModels(IEnumerable<FlowModel> models)
    {
        foreach (var model in models)
        {
            if (model.Role is FlowRole.Entries or FlowRole.Bindings)
            {
                _ofDeclarations.Add(model);
                continue;
            }

            if (model.Members.Count == 0)
                _ofAllMembers.Add(model);
            foreach (var member in model.Members)
                if (_byMember.TryGetValue(member, out var others))
                    others.Add(model);
                else
                    _byMember.Add(member, new List<FlowModel> { model });
        }
    }

    /// <summary>The models that PolicyKit brings.</summary>
    public static FlowModels BroughtAlong => Default.Value;

    /// <summary>The models of a method, a constructor or an accessor.</summary>
    public IEnumerable<FlowModel> Of(IMethodSymbol method) => Of(method.Name, method.ContainingType);

    /// <summary>The models of a member that a type has by itself or from one that it derives from.</summary>
    public IEnumerable<FlowModel> Of(string member, INamedTypeSymbol? type)
    {
        if (type is null)
            yield break;
        if (_byMember.TryGetValue(member, out var named))
            foreach (var model in named)
                if (model.Covers(type))
                    yield return model;
        foreach (var model in _ofAllMembers)
            if (model.Covers(type))
                yield return model;
    }

    /// <summary>The models of a role that speak of what the program declares.</summary>
    public IEnumerable<FlowModel> OfDeclarations(FlowRole role) => _ofDeclarations.Where(m => m.Role == role);

    /// <summary>The names of the types of a role.</summary>
    public IEnumerable<string> TypesOf(FlowRole role) =>
        _byMember
            .Values.SelectMany(models => models)
            .Concat(_ofAllMembers)
            .Concat(_ofDeclarations)
            .Where(m => m.Role == role)
            .SelectMany(m => m.Types)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The names of the members of a role.</summary>
    public IEnumerable<string> MembersOf(FlowRole role) =>
        _byMember.Where(m => m.Value.Any(model => model.Role == role)).Select(m => m.Key);

    private static FlowModels Read()
    {
        using var stream = typeof(FlowModels).Assembly.GetManifestResourceStream("dotnet.flows.json")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var text = JsonText.Read(memory.ToArray());
        return new FlowModels(
            text.Root.Members()
                .Where(m => m.Value.Kind == JsonKind.Array)
                .SelectMany(m => m.Value.Items().Select(item => FlowModel.Of(m.Name, item)))
        );
    }
}
