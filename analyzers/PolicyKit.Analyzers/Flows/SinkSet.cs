namespace PolicyKit.Analyzers.Flows;

/// <summary>Kinds of sinks, as a set: those for which a value was made harmless.</summary>
internal readonly record struct SinkSet(int Bits)
{
    // Not a sink: what is known of a path that was made absolute, so that where it begins can be compared.
    private const int AbsoluteBit = 30;

    /// <summary>No kind.</summary>
    public static SinkSet None => default;

    /// <summary>Every kind.</summary>
    public static SinkSet All => new((1 << AbsoluteBit) - 1);

    /// <summary>The mark of an absolute path.</summary>
    public static SinkSet Absolute => new(1 << AbsoluteBit);

    /// <summary>Those in which the host of an address decides.</summary>
    public static SinkSet Addresses { get; } = Of(FlowSink.Request).And(Of(FlowSink.Redirect));

    public static SinkSet Of(FlowSink sink) => new(1 << (int)sink);

    /// <summary>The kinds that a model names; <c>all</c> is every kind.</summary>
    public static SinkSet Of(IEnumerable<string> names) =>
        names.Aggregate(None, (set, name) => set.And(name == "all" ? All : Named(name)));

    public bool Contains(FlowSink sink) => (Bits & (1 << (int)sink)) != 0;

    public bool Contains(SinkSet other) => (Bits & other.Bits) == other.Bits;

    public SinkSet And(SinkSet other) => new(Bits | other.Bits);

    public SinkSet InBoth(SinkSet other) => new(Bits & other.Bits);

    private static SinkSet Named(string name) => name == "absolute" ? Absolute : Of(FlowModel.SinkOf(name));
}
