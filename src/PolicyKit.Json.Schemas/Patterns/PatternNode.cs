namespace PolicyKit.Json.Schemas;

/// <summary>A part of a pattern.</summary>
internal abstract record PatternNode
{
    public sealed record Characters(CharacterSet Set) : PatternNode;

    public sealed record Sequence(List<PatternNode> Parts) : PatternNode;

    public sealed record Alternatives(List<PatternNode> Parts) : PatternNode;

    public sealed record Repeat(PatternNode Part, int Minimum, int? Maximum) : PatternNode;

    public sealed record Begin : PatternNode;

    public sealed record End : PatternNode;
}
