using PolicyKit.Calendar;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Systems;

namespace PolicyKit.Standards;

/// <summary>A body's standard (情報セキュリティ対策基準): how one can tell that the basic policy is followed.</summary>
/// <remarks>
/// Immutable, and compared by value. As it was read it holds only what the body itself wrote;
/// <see cref="StandardResolver"/> adds what it imports, and only then every id can be looked up.
/// Lists have the order of the document.
/// </remarks>
public sealed record SecurityStandard
{
    /// <summary>The standard's own name.</summary>
    public required StandardId Id { get; init; }

    /// <summary>The basic policy it belongs to; null for a baseline that any body may import.</summary>
    public PolicyId? Policy { get; init; }

    /// <summary>The version, chosen by the body.</summary>
    public required string Version { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>How a citation calls it, for example 対策基準.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>
    /// The standards it imports, each with how it is tailored. Empty once it is resolved: see
    /// <see cref="StandardResolver"/>.
    /// </summary>
    public ValueList<StandardImport> Imports { get; init; } = ValueList<StandardImport>.Empty;

    /// <summary>
    /// The network zones of the body. Where it names any, those of the standards it imports do not count.
    /// </summary>
    public ValueList<NetworkZone> Zones { get; init; } = ValueList<NetworkZone>.Empty;

    /// <summary>The roles. One with the id of an imported role takes its place.</summary>
    public ValueList<Role> Roles { get; init; } = ValueList<Role>.Empty;

    /// <summary>Roles that one person holds because the body is too small to part them.</summary>
    public ValueList<RoleDoubling> RoleDoublings { get; init; } = ValueList<RoleDoubling>.Empty;

    /// <summary>How likelihood and impact make a risk; null where the body has not decided.</summary>
    public RiskMatrix? RiskMatrix { get; init; }

    /// <summary>The documents that it rests on.</summary>
    public ValueList<StandardSource> Documents { get; init; } = ValueList<StandardSource>.Empty;

    /// <summary>The rules by which terms are counted.</summary>
    public ValueList<CountingRule> CountingRules { get; init; } = ValueList<CountingRule>.Empty;

    /// <summary>The ways from its controls to other frameworks.</summary>
    public ValueList<Crosswalk> Crosswalks { get; init; } = ValueList<Crosswalk>.Empty;

    /// <summary>What the body states about the provisos of those frameworks.</summary>
    public ValueList<CrosswalkStatement> CrosswalkStatements { get; init; } = ValueList<CrosswalkStatement>.Empty;

    /// <summary>The parameters. No threshold is a constant in code.</summary>
    public ValueList<Parameter> Parameters { get; init; } = ValueList<Parameter>.Empty;

    /// <summary>The controls, in the order of the document.</summary>
    public ValueList<Control> Controls { get; init; } = ValueList<Control>.Empty;

    /// <summary>
    /// Where a resolved standard protects less than, or otherwise than, what it imported. Written by the resolver.
    /// </summary>
    public ValueList<Deviation> Deviations { get; init; } = ValueList<Deviation>.Empty;

    /// <summary>The controls that a rule checks; empty when the standard does not use the rule.</summary>
    public ValueList<Control> ControlsOf(RuleId rule) =>
        Controls.Where(c => c.Checks.OfType<SourceCheck>().Any(check => check.Rule == rule)).ToValueList();

    /// <summary>
    /// How a rule's findings are raised: the gravest of its checks; null when the standard does not use the rule.
    /// </summary>
    public Severity? SeverityOf(RuleId rule)
    {
        Severity? gravest = null;
        foreach (var control in Controls)
        foreach (var check in control.Checks)
            if (check is SourceCheck source && source.Rule == rule && (gravest is null || source.Severity > gravest))
                gravest = source.Severity;
        return gravest;
    }

    /// <summary>The parameter with this id; null if the standard does not set it.</summary>
    public Parameter? Find(ParameterId id) => Parameters.FirstOrDefault(p => p.Id == id);

    /// <summary>The document with this id; null if the standard names none.</summary>
    public StandardSource? Find(SourceId id) => Documents.FirstOrDefault(d => d.Id == id);

    /// <summary>The rule of counting with this id; null if the standard has none.</summary>
    public CountingRule? Find(CountingRuleId? id) => id is null ? null : CountingRules.FirstOrDefault(r => r.Id == id);

    /// <summary>The crosswalk to a framework, by its id or an alias; null if the standard has none.</summary>
    public Crosswalk? CrosswalkTo(string framework) => Crosswalks.FirstOrDefault(c => c.IsCalled(framework));

    /// <summary>The whole number that a parameter is set to; null when it is not set, or to something else.</summary>
    public int? NumberOf(ParameterId? id) =>
        id is not null
        && Find(id) is { Value.IsList: false } parameter
        && int.TryParse(
            parameter.Value.Items[0].Text,
            System.Globalization.NumberStyles.Integer,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>The control with this id; null if the standard has none.</summary>
    public Control? Find(ControlId id) => Controls.FirstOrDefault(c => c.Id == id);

    /// <summary>
    /// Whether two who are named by role are the same: by name, by role, or because one person holds both roles.
    /// </summary>
    public bool AreTheSame(string one, string other)
    {
        if (one == other)
            return true;
        var (first, second) = (Holders(one), Holders(other));
        return first.Overlaps(second);
    }

    private HashSet<string> Holders(string name)
    {
        var holders = new HashSet<string>(StringComparer.Ordinal) { name };
        foreach (var role in Roles)
            if (IsNameOf(role, name))
            {
                holders.Add(role.Title);
                if (role.Holder is not null)
                    holders.Add(role.Holder);
            }
        return holders;
    }

    /// <summary>Whether a name is that of a role, or of the post that holds one.</summary>
    internal bool HasRoleNamed(string name) => Roles.Any(r => IsNameOf(r, name));

    /// <summary>Whether a post or a role may sign what a check asks for.</summary>
    internal bool MayAttest(EvidenceCheck check, string name) =>
        check.AttestedBy.Count == 0
        || Roles.Any(role => check.AttestedBy.Contains(role.Id) && AreTheSame(role.Title, name));

    // A role is called by its title, its id, or the post that holds it.
    private static bool IsNameOf(Role role, string name) =>
        role.Title == name
        || role.Holder == name
        || string.Equals(role.Id.Value, name, StringComparison.OrdinalIgnoreCase);
}
