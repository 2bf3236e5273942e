namespace PolicyKit.Standards;

/// <summary>What a parameter is set to.</summary>
/// <param name="Items">The values, at least one.</param>
/// <param name="IsList">Whether they were written as a list; if not there is exactly one.</param>
public sealed record ParameterValue(ValueList<ParameterScalar> Items, bool IsList);
