namespace PolicyKit.Standards;

/// <summary>A value that the body decides: a threshold, a list, a switch.</summary>
/// <remarks>
/// No threshold is a constant in code: it is a parameter, with its unit and its source.
/// A body that imports the standard may set another value; one that protects less needs a reason and an approver.
/// </remarks>
public sealed record Parameter
{
    /// <summary>The canonical id.</summary>
    public required ParameterId Id { get; init; }

    /// <summary>What it is, in Japanese.</summary>
    public required string Title { get; init; }

    /// <summary>The value.</summary>
    public required ParameterValue Value { get; init; }

    /// <summary>The value as texts; a single value is a list of one.</summary>
    public ValueList<string> Values => Value.Items.Select(i => i.Text).ToValueList();

    /// <summary>The unit, for example 日; null for what has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required ParameterSource Source { get; init; }

    /// <summary>What the value rests on.</summary>
    public ValueList<SourceReference> Sources { get; init; } = ValueList<SourceReference>.Empty;

    /// <summary>
    /// How far the value was found there; null where nobody has looked, and where a body has set another.
    /// </summary>
    public SourceState? SourceState { get; init; }

    /// <summary>What of it is PolicyKit's own, and what the sources say beside it; null for nothing.</summary>
    public string? SourceNote { get; init; }

    /// <summary>In which direction a value protects more; null where neither does.</summary>
    public Stricter? Stricter { get; init; }

    /// <summary>Who may change it, for example CISO.</summary>
    public required string ChangeableBy { get; init; }
}
