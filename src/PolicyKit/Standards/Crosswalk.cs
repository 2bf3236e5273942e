using NodaTime;

namespace PolicyKit.Standards;

/// <summary>
/// A way from the controls of a standard to the items of another framework: a statute, 統一基準, ISO/IEC 27001, NIST CSF.
/// </summary>
public sealed record Crosswalk
{
    /// <summary>The framework's id.</summary>
    public required FrameworkId Id { get; init; }

    /// <summary>Shorter names by which it may be asked for, for example <c>16-3</c>.</summary>
    public ValueList<string> Aliases { get; init; } = ValueList<string>.Empty;

    /// <summary>What it is called, in Japanese.</summary>
    public required string Title { get; init; }

    /// <summary>What it is called, in English; null where nobody has translated it.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>From when it binds; null where it does not bind from a day on.</summary>
    public LocalDate? InForceOn { get; init; }

    /// <summary>The items, in the order of the framework.</summary>
    public required ValueList<CrosswalkItem> Items { get; init; }

    /// <summary>What is exempt because it exists on the day from which it binds; null for nothing.</summary>
    public CrosswalkExemption? Exemption { get; init; }

    /// <summary>
    /// When it does not bind a body at all (ただし書): one of these holds that is enough alone, or all the others do. Empty
    /// where there is no such case.
    /// </summary>
    public ValueList<CrosswalkCondition> Proviso { get; init; } = ValueList<CrosswalkCondition>.Empty;

    /// <summary>Whom it binds, and why.</summary>
    public ValueList<CrosswalkScope> Scopes { get; init; } = ValueList<CrosswalkScope>.Empty;

    /// <summary>What it rests on.</summary>
    public ValueList<SourceReference> Sources { get; init; } = ValueList<SourceReference>.Empty;

    /// <summary>Whether a name means this framework: its id or an alias.</summary>
    public bool IsCalled(string name) => Id.Value == name || Aliases.Contains(name);

    /// <summary>
    /// The items that a control leads to: those that name it; where none does, those that name its measure.
    /// </summary>
    public ValueList<CrosswalkItem> ItemsOf(Control control)
    {
        if (control is null)
            throw new ArgumentNullException(nameof(control));
        var named = Items.Where(i => i.Controls.Contains(control.Id)).ToValueList();
        return named.Count > 0 ? named : Items.Where(i => i.Measures.Contains(control.Measure)).ToValueList();
    }

    /// <summary>The items that a measure leads to.</summary>
    public ValueList<CrosswalkItem> ItemsOf(Policies.MeasureKind measure) =>
        Items.Where(i => i.Measures.Contains(measure)).ToValueList();
}
