using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>A standard that another imports, and how it is tailored (DESIGN: include, exclude, set, tighten, loosen; what is added stands among the importing standard's own controls).</summary>
public sealed record StandardImport
{
    /// <summary>The id of the imported standard.</summary>
    public required Policies.ProvisionId Standard { get; init; }

    /// <summary>Its version, exactly.</summary>
    public required string Version { get; init; }

    /// <summary>The SHA-256 of its file, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The only controls that are taken, with who decided so; null for all.</summary>
    public Inclusion? Include { get; init; }

    /// <summary>Controls that are left out.</summary>
    public ValueList<Exclusion> Exclude { get; init; } = ValueList<Exclusion>.Empty;

    /// <summary>Parameters that are set to another value.</summary>
    public ValueList<Setting> Set { get; init; } = ValueList<Setting>.Empty;

    /// <summary>Controls that ask for more.</summary>
    public ValueList<Tightening> Tighten { get; init; } = ValueList<Tightening>.Empty;

    /// <summary>Controls that ask for less.</summary>
    public ValueList<Loosening> Loosen { get; init; } = ValueList<Loosening>.Empty;
}

/// <summary>The only controls that are taken from an imported standard.</summary>
/// <param name="Controls">The controls.</param>
/// <param name="Reason">Why the others are not needed.</param>
/// <param name="Approver">Who accepted it, by role.</param>
public sealed record Inclusion(ValueList<ControlId> Controls, string Reason, string Approver);

/// <summary>A control that is left out.</summary>
/// <param name="Control">The control.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who accepted it, by role.</param>
public sealed record Exclusion(ControlId Control, string Reason, string Approver);

/// <summary>A parameter that is set to another value.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The value.</param>
/// <param name="Confirmed">Whether the body has decided it; if not, it is a proposal.</param>
/// <param name="Reason">Why; needed where the value protects less.</param>
/// <param name="Approver">Who accepted it, by role; needed where the value protects less.</param>
public sealed record Setting(
    ParameterId Parameter,
    ParameterValue Value,
    bool Confirmed,
    string? Reason,
    string? Approver
);

/// <summary>A control that asks for more: it becomes required, a rule is raised more gravely, checks are added.</summary>
/// <param name="Control">The control.</param>
/// <param name="Obligation">The obligation; null to leave it.</param>
/// <param name="Severities">Rules and how they are raised.</param>
/// <param name="Checks">Checks to add.</param>
public sealed record Tightening(
    ControlId Control,
    Obligation? Obligation,
    ValueList<RuleSeverity> Severities,
    ValueList<Check> Checks
);

/// <summary>A control that asks for less: it becomes recommended, a rule is raised less gravely, checks are left out.</summary>
/// <param name="Control">The control.</param>
/// <param name="Obligation">The obligation; null to leave it.</param>
/// <param name="Severities">Rules and how they are raised.</param>
/// <param name="Without">The names of the checks that are left out: rules, members of the declaration, kinds of record.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who accepted it, by role.</param>
public sealed record Loosening(
    ControlId Control,
    Obligation? Obligation,
    ValueList<RuleSeverity> Severities,
    ValueList<string> Without,
    string Reason,
    string Approver
);

/// <summary>How a rule is raised.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How its findings are raised.</param>
public sealed record RuleSeverity(RuleId Rule, Severity Severity);

/// <summary>Where a resolved standard departs from what it imported.</summary>
/// <param name="Kind">How.</param>
/// <param name="Subject">The id of the control or parameter.</param>
/// <param name="From">The imported standard.</param>
/// <param name="Reason">Why; null where none was needed.</param>
/// <param name="Approver">Who accepted it; null where nobody had to.</param>
public sealed record Deviation(
    DeviationKind Kind,
    string Subject,
    Policies.ProvisionId From,
    string? Reason,
    string? Approver
)
{
    // By hand: the framework's comparer of an enumeration is compiled as it goes, at every start.
    /// <inheritdoc/>
    public bool Equals(Deviation? other) =>
        other is not null
        && Kind == other.Kind
        && Subject == other.Subject
        && From == other.From
        && Reason == other.Reason
        && Approver == other.Approver;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Subject);
}

/// <summary>How a resolved standard departs from what it imported.</summary>
public enum DeviationKind
{
    /// <summary>A control was left out.</summary>
    Excluded,

    /// <summary>A control asks for less.</summary>
    Loosened,

    /// <summary>A parameter protects less.</summary>
    SetLooser,

    /// <summary>A control asks for more.</summary>
    Tightened,

    /// <summary>A parameter has another value that protects no less.</summary>
    Set,
}
