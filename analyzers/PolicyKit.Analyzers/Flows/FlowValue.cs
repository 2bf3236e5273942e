using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// What is known of a value: where it comes from itself, and where each of its members comes from. Values never
/// change.
/// </summary>
internal sealed class FlowValue
{
    // A value that comes from more places than that is reported for the first ones.
    private const int MaxLabels = 12;

    // No method has so many parameters.
    private const int Wholes = 100_000;

    private FlowValue(ImmutableArray<FlowLabel> labels, ImmutableDictionary<string, FlowValue> members) =>
        (Labels, Members) = (labels, members);

    /// <summary>A value of which nothing is known, as most are.</summary>
    public static FlowValue Nothing { get; } =
        new(ImmutableArray<FlowLabel>.Empty, ImmutableDictionary<string, FlowValue>.Empty);

    /// <summary>Where the value itself comes from.</summary>
    public ImmutableArray<FlowLabel> Labels { get; }

    /// <summary>Where its members come from, as far as the code at hand has set them.</summary>
    public ImmutableDictionary<string, FlowValue> Members { get; }

    public bool IsNothing => Labels.IsEmpty && Members.IsEmpty;

    /// <summary>The value with all that its members hold, as a text of the whole shows it.</summary>
    public FlowValue Whole =>
        Members.IsEmpty
            ? this
            : Members.Values.Aggregate(new FlowValue(Labels, Nothing.Members), (all, m) => all.Join(m.Whole));

    public static FlowValue Of(FlowLabel label) => new(ImmutableArray.Create(label), Nothing.Members);

    public static FlowValue Of(IEnumerable<FlowLabel> labels) =>
        labels.Aggregate(Nothing, (all, label) => all.Join(Of(label)));

    /// <summary>What is one of two values.</summary>
    public FlowValue Join(FlowValue other)
    {
        if (other.IsNothing || ReferenceEquals(this, other))
            return this;
        if (IsNothing)
            return other;
        var labels = Labels;
        foreach (var label in other.Labels)
            labels = With(labels, label);
        var members = Members;
        foreach (var member in other.Members)
            members = members.SetItem(
                member.Key,
                members.TryGetValue(member.Key, out var mine) ? mine.Join(member.Value) : member.Value
            );
        return new FlowValue(labels, members);
    }

    private static ImmutableArray<FlowLabel> With(ImmutableArray<FlowLabel> labels, FlowLabel label)
    {
        for (var i = 0; i < labels.Length; i++)
            if (labels[i].IsSame(label))
                return ReferenceEquals(labels[i], label) ? labels : labels.SetItem(i, labels[i].Or(label));
        return labels.Length < MaxLabels ? labels.Add(label) : labels;
    }

    /// <summary>A member: what was put there, or else what the whole comes from.</summary>
    public FlowValue Member(string name)
    {
        if (Members.TryGetValue(name, out var member))
            return member;
        return Labels.IsEmpty ? Nothing : Of(Labels.Select(l => MemberOf(l, name)));
    }

    /// <summary>The same object with a member that was set.</summary>
    public FlowValue With(string name, FlowValue value) => new(Labels, Members.SetItem(name, value));

    /// <summary>The same value in a variable or a member.</summary>
    public FlowValue Via(ISymbol step) =>
        Labels.IsEmpty ? this : new(Labels.Select(l => l.Via(step)).ToImmutableArray(), Members);

    /// <summary>The value without what only a caller would know.</summary>
    public FlowValue WithoutParameters() =>
        new(
            Labels.Where(l => l.Kind != FlowLabelKind.Parameter).ToImmutableArray(),
            Members
                .Select(m => new KeyValuePair<string, FlowValue>(m.Key, m.Value.WithoutParameters()))
                .Where(m => !m.Value.IsNothing)
                .ToImmutableDictionary()
        );

    /// <summary>The same value made harmless for some kinds of sinks, wherever it comes from.</summary>
    public FlowValue Clean(SinkSet sinks) => sinks == SinkSet.None ? this : Each(label => label.Clean(sinks));

    /// <summary>The same value where labels are replaced, those of its members too.</summary>
    public FlowValue Each(Func<FlowLabel, FlowLabel> change)
    {
        if (IsNothing)
            return this;
        var labels = Labels;
        for (var i = 0; i < labels.Length; i++)
            if (change(labels[i]) is var changed && !ReferenceEquals(changed, labels[i]))
                labels = labels.SetItem(i, changed);
        var members = Members;
        foreach (var member in Members)
            if (member.Value.Each(change) is var changed && !ReferenceEquals(changed, member.Value))
                members = members.SetItem(member.Key, changed);
        return labels == Labels && ReferenceEquals(members, Members) ? this : new FlowValue(labels, members);
    }

    /// <summary>The value as a caller sees it, who knows what the parameters are.</summary>
    public FlowValue For(Func<int, FlowValue> argument)
    {
        var value = Nothing;
        foreach (var label in Labels)
            value = value.Join(ForLabel(label, argument));
        foreach (var member in Members)
            value = value.With(member.Key, member.Value.For(argument));
        return value;
    }

    /// <summary>What a label stands for as a caller sees it.</summary>
    public static FlowValue ForLabel(FlowLabel label, Func<int, FlowValue> argument)
    {
        if (label.Kind != FlowLabelKind.Parameter)
            return Of(label);
        var part = label.Name switch
        {
            "" => argument(label.Parameter),
            FlowLabel.AllMembers => argument(WholeOf(label.Parameter)),
            var name => argument(label.Parameter).Member(name),
        };
        return new(part.Labels.Select(l => l.Then(label)).ToImmutableArray(), part.Clean(label.Cleaned).Members);
    }

    /// <summary>Stands for a parameter with all that its argument declares, where a caller is asked for it.</summary>
    public static int WholeOf(int parameter) => parameter + Wholes;

    /// <summary>The parameter of which a caller is asked for all; null where it is not.</summary>
    public static int? ParameterOfWhole(int asked) => asked >= Wholes - 1 ? asked - Wholes : null;

    // The first member of a parameter is followed by name; what is deeper counts as all of it.
    private static FlowLabel MemberOf(FlowLabel label, string name) =>
        label.Kind switch
        {
            FlowLabelKind.Parameter when label.Name.Length == 0 => label with { Name = name },
            FlowLabelKind.Input when label.Name.IndexOf('.') < 0 => label with { Name = label.Name + "." + name },
            _ => label,
        };
}
