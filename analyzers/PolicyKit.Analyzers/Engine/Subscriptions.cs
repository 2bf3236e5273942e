namespace PolicyKit.Analyzers.Engine;

/// <summary>What the rules of one compilation want to see.</summary>
internal sealed class Subscriptions
{
    private readonly Lazy<FlowProgram> _program;

    // Indexed by the kind: a dictionary of the compiler's enumeration would have to be JIT-compiled at every start.
    private Subscription<Action<OperationContext>>[]?[] _operations = Array.Empty<Subscription<
        Action<OperationContext>
    >[]?>();

    public Subscriptions(Compilation compilation)
    {
        Types = new KnownTypes(compilation);
        _program = new Lazy<FlowProgram>(() => FlowProgram.Of(compilation, FlowSettings));
    }

    /// <summary>The types that the rules know by name.</summary>
    public KnownTypes Types { get; }

    public List<Subscription<Action<INamedTypeSymbol, TypeContext>>> DeclaredTypes { get; } = new();

    public List<Subscription<Action<AttributeContext>>> Attributes { get; } = new();

    public List<Subscription<Action<PolicyFileContext>>> PolicyFiles { get; } = new();

    public List<Subscription<Action<ConfigurationContext>>> Configuration { get; } = new();

    public List<Subscription<Action<EndContext>>> Ends { get; } = new();

    public List<Subscription<Action<NamedValue, OperationContext>>> Sinks { get; } = new();

    public List<Subscription<Action<StringValue, OperationContext>>> Strings { get; } = new();

    public List<Subscription<Action<CryptographicUse, OperationContext>>> Cryptography { get; } = new();

    public List<FlowSubscription> Flows { get; } = new();

    /// <summary>What the rules of flows ask for.</summary>
    public FlowSettings FlowSettings { get; set; } = new();

    /// <summary>Where the values of the program go.</summary>
    public FlowProgram Program => _program.Value;

    /// <summary>Whether anything in the bodies of members is looked at.</summary>
    public bool HasOperations => _operations.Length > 0;

    public void AddOperation(RuleContext rule, Action<OperationContext> action, OperationKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            if ((int)kind >= _operations.Length)
                Array.Resize(ref _operations, (int)kind + 1);
            var added = new[] { new Subscription<Action<OperationContext>>(rule, action) };
            _operations[(int)kind] = _operations[(int)kind] is { } others ? others.Concat(added).ToArray() : added;
        }
    }

    /// <summary>Who looks at operations of a kind; null for nobody.</summary>
    public Subscription<Action<OperationContext>>[]? Of(OperationKind kind) =>
        (int)kind < _operations.Length ? _operations[(int)kind] : null;
}
