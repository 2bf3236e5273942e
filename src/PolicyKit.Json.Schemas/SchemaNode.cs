namespace PolicyKit.Json.Schemas;

/// <summary>
/// A compiled subschema: what kinds of value it allows, and for each kind the keywords that have a say on it.
/// </summary>
internal sealed class SchemaNode(SchemaResource resource, JsonValue value)
{
    public const int AllKinds = 0x7F;
    public const int NoKinds = 0;

    private static readonly Keyword[] NoKeywords = Array.Empty<Keyword>();
    private static readonly Keyword[][] None =
    {
        NoKeywords,
        NoKeywords,
        NoKeywords,
        NoKeywords,
        NoKeywords,
        NoKeywords,
        NoKeywords,
    };

    public SchemaResource Resource { get; } = resource;

    public JsonValue Value { get; } = value;

    /// <summary>The kinds that <c>type</c> allows, a bit for each; none for the schema <c>false</c>.</summary>
    public int Kinds { get; set; } = AllKinds;

    /// <summary>Whether a number must be an integer.</summary>
    public bool IntegersOnly { get; set; }

    /// <summary>
    /// Whether it has unevaluatedProperties or unevaluatedItems, so that evaluated children of its instance are
    /// marked.
    /// </summary>
    public bool TracksEvaluated { get; set; }

    /// <summary>The <c>type</c> keyword; null when there is none.</summary>
    public JsonValue? Type { get; set; }

    /// <summary>
    /// What is evaluated in its place when nothing is reported: the target of a schema that is only a reference.
    /// </summary>
    public SchemaNode Fast { get; set; } = null!;

    public Keyword[][] ByKind { get; private set; } = None;

    /// <summary>The kinds on which nothing more is to be judged, a bit for each: a value of one is valid.</summary>
    public int Settled { get; private set; }

    /// <summary>Takes stock when every keyword is known.</summary>
    public void Settle()
    {
        Settled = 0;
        for (var kind = 0; kind < 7; kind++)
            if (
                ((Kinds >> kind) & 1) != 0
                && ByKind[kind].Length == 0
                && !(IntegersOnly && kind == (int)JsonKind.Number)
            )
                Settled |= 1 << kind;
    }

    /// <summary>Every keyword but <c>type</c>, in the order in which they are evaluated.</summary>
    public Keyword[] Keywords { get; private set; } = Array.Empty<Keyword>();

    public void Set(Keyword[] keywords)
    {
        Keywords = keywords;
        ByKind = new Keyword[7][];
        for (var kind = 0; kind < 7; kind++)
        {
            var bit = 1 << kind;
            ByKind[kind] = Array.FindAll(keywords, k => (k.Kinds & bit) != 0);
        }
    }
}
