namespace PolicyKit.Policies;

/// <summary>The words and ids of <see cref="MeasureKind"/>.</summary>
public static class MeasureKindExtensions
{
    /// <summary>The word in data files for each kind, in the guideline's order.</summary>
    public static IReadOnlyDictionary<string, MeasureKind> ByName { get; } =
        Enum.GetValues(typeof(MeasureKind))
            .Cast<MeasureKind>()
            .ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The canonical id of the provision that holds a measure of this kind.</summary>
    public static ProvisionId ProvisionId(this MeasureKind kind) =>
        PolicyKit.ProvisionId.Parse($"{Taxonomy.Measures}.{kind.ToString().ToLowerInvariant()}");

    internal static MeasureKind? OfProvision(ProvisionId id) =>
        id.IsBeneath(Taxonomy.Measures)
        && ByName.TryGetValue(id.Value.Substring(Taxonomy.Measures.Value.Length + 1), out var kind)
            ? kind
            : null;
}
