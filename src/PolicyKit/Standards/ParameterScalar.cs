namespace PolicyKit.Standards;

/// <summary>One value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it was written: nothing is rounded.</param>
public sealed record ParameterScalar(ParameterScalarKind Kind, string Text)
{
    // By hand: the framework's comparer of an enumeration is JIT-compiled at every start-up.
    /// <inheritdoc/>
    public bool Equals(ParameterScalar? other) => other is not null && Kind == other.Kind && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
