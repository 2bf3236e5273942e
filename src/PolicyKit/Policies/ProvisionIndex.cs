namespace PolicyKit.Policies;

/// <summary>
/// The provisions of a policy, with what is asked of them again and again: each list is made once. Two are equal when
/// their provisions are.
/// </summary>
internal sealed class ProvisionIndex(ValueList<Provision> roots) : IEquatable<ProvisionIndex>
{
    private readonly Lazy<ValueList<Provision>> _all = new(() =>
        roots.SelectMany(p => p.SelfAndBeneath()).ToValueList()
    );
    private readonly Lazy<ValueList<Definition>> _definitions = new(() =>
        Beneath(
            roots,
            Taxonomy.Definitions,
            p => p.Heading is null || p.Text is null ? null : new Definition(p, p.Heading, p.Text)
        )
    );
    private readonly Lazy<ValueList<Threat>> _threats = new(() =>
        Beneath(roots, Taxonomy.Threats, p => p.Text is null ? null : new Threat(p, p.Text))
    );
    private readonly Lazy<ValueList<Measure>> _measures = new(() =>
        Beneath(
            roots,
            Taxonomy.Measures,
            p => MeasureKindExtensions.OfProvision(p.Id) is { } kind ? new Measure(p, kind) : null
        )
    );

    public ValueList<Provision> Roots => roots;

    public ValueList<Provision> All => _all.Value;

    public ValueList<Definition> Definitions => _definitions.Value;

    public ValueList<Threat> Threats => _threats.Value;

    public ValueList<Measure> Measures => _measures.Value;

    public bool Equals(ProvisionIndex? other) => other is not null && roots.Equals(other.Roots);

    public override bool Equals(object? obj) => Equals(obj as ProvisionIndex);

    public override int GetHashCode() => roots.GetHashCode();

    private static ValueList<T> Beneath<T>(ValueList<Provision> roots, ProvisionId section, Func<Provision, T?> make)
        where T : class =>
        roots
            .SelectMany(p => p.SelfAndBeneath())
            .Where(p => p.Id == section)
            .Take(1)
            .SelectMany(p => p.Provisions)
            .Select(make)
            .OfType<T>()
            .ToValueList();
}
