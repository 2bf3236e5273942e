namespace PolicyKit.Standards;

/// <summary>What a parameter is set to.</summary>
/// <remarks>
/// Text, numbers and truth values, as they were written; all of one kind. A setting keeps the kind and whether it is a
/// list.
/// </remarks>
/// <param name="Items">The values, at least one.</param>
/// <param name="IsList">Whether they were written as a list; if not there is exactly one.</param>
public sealed record ParameterValue(ValueList<ParameterScalar> Items, bool IsList);
