using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Systems;

namespace PolicyKit.Standards;

/// <summary>A body's standard (情報セキュリティ対策基準): how one can tell that the basic policy is followed.</summary>
public sealed record SecurityStandard
{
    /// <summary>The standard's own name.</summary>
    public required ProvisionId Id { get; init; }

    /// <summary>The basic policy it belongs to; null for a baseline that any body may import.</summary>
    public ProvisionId? Policy { get; init; }

    /// <summary>The version, chosen by the body.</summary>
    public required string Version { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>How a citation calls it, for example 対策基準.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>The standards it imports, each with how it is tailored. Empty once it is resolved: see <see cref="StandardResolver"/>.</summary>
    public ValueList<StandardImport> Imports { get; init; } = ValueList<StandardImport>.Empty;

    /// <summary>The network zones of the body. Where it names any, those of the standards it imports do not count.</summary>
    public ValueList<NetworkZone> Zones { get; init; } = ValueList<NetworkZone>.Empty;

    /// <summary>The roles. One with the id of an imported role takes its place.</summary>
    public ValueList<Role> Roles { get; init; } = ValueList<Role>.Empty;

    /// <summary>Roles that one person holds because the body is too small to part them.</summary>
    public ValueList<RoleDoubling> RoleDoublings { get; init; } = ValueList<RoleDoubling>.Empty;

    /// <summary>How likelihood and impact make a risk; null where the body has not decided.</summary>
    public RiskMatrix? RiskMatrix { get; init; }

    /// <summary>The parameters. No threshold is a constant in code.</summary>
    public ValueList<Parameter> Parameters { get; init; } = ValueList<Parameter>.Empty;

    /// <summary>The controls, in the order of the document.</summary>
    public ValueList<Control> Controls { get; init; } = ValueList<Control>.Empty;

    /// <summary>Where a resolved standard protects less than, or otherwise than, what it imported. Written by the resolver.</summary>
    public ValueList<Deviation> Deviations { get; init; } = ValueList<Deviation>.Empty;

    /// <summary>The controls that a rule checks; empty when the standard does not use the rule.</summary>
    public ValueList<Control> ControlsOf(RuleId rule) =>
        Controls.Where(c => c.Checks.OfType<SourceCheck>().Any(check => check.Rule == rule)).ToValueList();

    /// <summary>How a rule's findings are raised: the gravest of its checks; null when the standard does not use the rule.</summary>
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

    /// <summary>Whether two who are named by role are the same: by name, by role, or because one person holds both roles.</summary>
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
            if ((role.Title == name || role.Holder == name) && role.Holder is not null)
                holders.Add(role.Holder);
        return holders;
    }
}

/// <summary>A role (役割) in information security.</summary>
/// <param name="Id">The canonical id.</param>
/// <param name="Title">What the body calls it, for example 最高情報セキュリティ責任者.</param>
/// <param name="Holder">The post that holds it, for example 事務局長; null where the standard leaves it open.</param>
public sealed record Role(RoleId Id, string Title, string? Holder);

/// <summary>Roles that one person holds, which the guideline would rather have apart (兼務). Never applicant and approver of the same thing.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Reason">Why it cannot be avoided.</param>
/// <param name="Approver">Who accepted it, by role.</param>
public sealed record RoleDoubling(ValueList<RoleId> Roles, string Reason, string Approver);

/// <summary>The body's own matrix of likelihood and impact.</summary>
/// <param name="Levels">The levels of risk, the least first.</param>
/// <param name="Rows">One row for each likelihood from 1, with the level for each impact from 1.</param>
/// <param name="AcceptedUpTo">The highest level that needs no further measure.</param>
public sealed record RiskMatrix(ValueList<string> Levels, ValueList<ValueList<string>> Rows, string AcceptedUpTo)
{
    /// <summary>The level of a risk; null when likelihood or impact is not in the matrix.</summary>
    public string? LevelOf(int likelihood, int impact) =>
        likelihood >= 1 && likelihood <= Rows.Count && impact >= 1 && impact <= Rows[likelihood - 1].Count
            ? Rows[likelihood - 1][impact - 1]
            : null;

    /// <summary>Whether a level needs no further measure. A level that is not in the matrix does.</summary>
    public bool Accepts(string level) => IndexOf(level) is var index and >= 0 && index <= IndexOf(AcceptedUpTo);

    private int IndexOf(string level)
    {
        for (var i = 0; i < Levels.Count; i++)
            if (Levels[i] == level)
                return i;
        return -1;
    }
}

/// <summary>A network zone of the body (ネットワークの系).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, for example インターネット接続系.</param>
public sealed record NetworkZone(NetworkZoneId Id, string Name);

/// <summary>One thing to comply with.</summary>
public sealed record Control
{
    /// <summary>The canonical id.</summary>
    public required ControlId Id { get; init; }

    /// <summary>The number as printed in the standard, for example 6.2-04.</summary>
    public required string Number { get; init; }

    /// <summary>The title in Japanese.</summary>
    public required string Title { get; init; }

    /// <summary>The title in English; null where there is none.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>The measure it belongs to.</summary>
    public required MeasureKind Measure { get; init; }

    /// <summary>The provisions of the basic policy it makes concrete.</summary>
    public required ValueList<ProvisionId> Provisions { get; init; }

    /// <summary>The threats it mitigates.</summary>
    public required ValueList<ProvisionId> Threats { get; init; }

    /// <summary>What is to be done (遵守事項).</summary>
    public required string Requirement { get; init; }

    /// <summary>How one can tell (判断基準).</summary>
    public required string Criterion { get; init; }

    /// <summary>Whether it must or should be done.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>What it applies to; null for every system.</summary>
    public Applicability? AppliesTo { get; init; }

    /// <summary>Whether what it says has been held against the primary document; if not, it rests on general knowledge of it.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The parameters it uses.</summary>
    public required ValueList<ParameterId> Parameters { get; init; }

    /// <summary>The checks; empty exactly when <see cref="NotMachineCheckable"/> says why.</summary>
    public required ValueList<Check> Checks { get; init; }

    /// <summary>Why no machine can check it; null when there are checks.</summary>
    public string? NotMachineCheckable { get; init; }
}

/// <summary>The systems that a control applies to: those that stand in one of the zones and handle an asset of one of the classes. What is not given does not matter.</summary>
/// <param name="Confidentiality">This 自治体機密性 or more.</param>
/// <param name="Integrity">This 完全性 or more.</param>
/// <param name="Availability">This 可用性 or more.</param>
/// <param name="Zones">One of these zones; empty for any.</param>
public sealed record Applicability(
    Confidentiality? Confidentiality,
    Integrity? Integrity,
    Availability? Availability,
    ValueList<NetworkZoneId> Zones
);

/// <summary>How binding a control is.</summary>
public enum Obligation
{
    /// <summary>必須.</summary>
    Required,

    /// <summary>推奨.</summary>
    Recommended,
}

/// <summary>A value that the body decides: a threshold, a list, a switch.</summary>
public sealed record Parameter
{
    /// <summary>The canonical id.</summary>
    public required ParameterId Id { get; init; }

    /// <summary>What it is, in Japanese.</summary>
    public required string Title { get; init; }

    /// <summary>The value.</summary>
    public required ParameterValue Value { get; init; }

    /// <summary>The value as texts; a single value is a list of one.</summary>
    public ValueList<string> Values => Value.Items.Select(i => i.Text).ToValueList();

    /// <summary>The unit, for example 日; null for what has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required ParameterSource Source { get; init; }

    /// <summary>In which direction a value protects more; null where neither does.</summary>
    public Stricter? Stricter { get; init; }

    /// <summary>Who may change it, for example CISO.</summary>
    public required string ChangeableBy { get; init; }
}

/// <summary>In which direction a parameter protects more. Of booleans false is less than true.</summary>
public enum Stricter
{
    /// <summary>A greater number.</summary>
    Higher,

    /// <summary>A smaller number.</summary>
    Lower,

    /// <summary>More items in the list.</summary>
    More,

    /// <summary>Fewer items in the list.</summary>
    Fewer,
}

/// <summary>What a parameter is set to.</summary>
/// <param name="Items">The values, at least one.</param>
/// <param name="IsList">Whether they were written as a list; if not there is exactly one.</param>
public sealed record ParameterValue(ValueList<ParameterScalar> Items, bool IsList);

/// <summary>One value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it was written: nothing is rounded.</param>
public sealed record ParameterScalar(ParameterScalarKind Kind, string Text)
{
    // By hand: the framework's comparer of an enumeration is compiled as it goes, at every start.
    /// <inheritdoc/>
    public bool Equals(ParameterScalar? other) => other is not null && Kind == other.Kind && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}

/// <summary>What a value of a parameter is.</summary>
public enum ParameterScalarKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number, as JSON writes it.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}

/// <summary>Where a parameter's value comes from.</summary>
/// <param name="Kind">Whose decision it is.</param>
/// <param name="Edition">The edition of the guideline or table; null where there is none.</param>
/// <param name="Confirmed">Whether somebody has held it against the primary document.</param>
public sealed record ParameterSource(ParameterSourceKind Kind, string? Edition, bool Confirmed);

/// <summary>Whose decision a parameter's value is.</summary>
public enum ParameterSourceKind
{
    /// <summary>The ministry guideline's.</summary>
    Guideline,

    /// <summary>The body's own.</summary>
    Body,

    /// <summary>PolicyKit's suggestion, until the body decides.</summary>
    Default,
}
