using PolicyKit.Policies;

namespace PolicyKit.Standards;

/// <summary>One item of a framework.</summary>
public sealed record CrosswalkItem
{
    /// <summary>Its number as the framework writes it, for example 第1項第5号.</summary>
    public required string Number { get; init; }

    /// <summary>What it asks for, in our own words, in Japanese.</summary>
    public required string Title { get; init; }

    /// <summary>What it asks for, in English; null where nobody has translated it.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>The measures whose controls lead to it unless another item names them.</summary>
    public ValueList<MeasureKind> Measures { get; init; } = ValueList<MeasureKind>.Empty;

    /// <summary>Controls that lead to it whatever their measure.</summary>
    public ValueList<ControlId> Controls { get; init; } = ValueList<ControlId>.Empty;
}
