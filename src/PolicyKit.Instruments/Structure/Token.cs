namespace PolicyKit.Instruments.Structure;

/// <summary>A piece of a printed line: a part of the provision, or what stands around it.</summary>
/// <param name="Part">number, heading, text or rows; null for what stands around.</param>
/// <param name="Value">The characters.</param>
internal sealed record Token(string? Part, string Value)
{
    public static Token Literal(string value) => new(null, value);
}
