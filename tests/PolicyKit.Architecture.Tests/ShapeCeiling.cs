namespace PolicyKit.Architecture.Tests;

/// <summary>How many lines may still be hard to read.</summary>
/// <param name="Over120">Lines of more than 120 columns.</param>
/// <param name="Over160">Lines of more than 160 columns.</param>
/// <param name="TwoTernaries">Lines with more than one conditional expression.</param>
internal sealed record ShapeCeiling(int Over120, int Over160, int TwoTernaries)
{
    public ShapeCeiling LoweredTo(ShapeCeiling other) =>
        new(
            Math.Min(Over120, other.Over120),
            Math.Min(Over160, other.Over160),
            Math.Min(TwoTernaries, other.TwoTernaries)
        );
}
