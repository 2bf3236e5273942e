using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>A body's standard (情報セキュリティ対策基準): how one can tell that the basic policy is followed.</summary>
public sealed record SecurityStandard
{
    /// <summary>The standard's own name.</summary>
    public required ProvisionId Id { get; init; }

    /// <summary>The basic policy it belongs to.</summary>
    public required ProvisionId Policy { get; init; }

    /// <summary>The version, chosen by the body.</summary>
    public required string Version { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>How a citation calls it, for example 対策基準.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>The network zones of the body.</summary>
    public required ValueList<NetworkZone> Zones { get; init; }

    /// <summary>The parameters. No threshold is a constant in code.</summary>
    public required ValueList<Parameter> Parameters { get; init; }

    /// <summary>The controls, in the order of the document.</summary>
    public required ValueList<Control> Controls { get; init; }

    /// <summary>The controls that a rule checks; empty when the standard does not use the rule.</summary>
    public ValueList<Control> ControlsOf(RuleId rule) =>
        Controls.Where(c => c.Checks.OfType<SourceCheck>().Any(check => check.Rule == rule)).ToValueList();

    /// <summary>How a rule's findings are raised: the gravest of its checks; null when the standard does not use the rule.</summary>
    public Severity? SeverityOf(RuleId rule) =>
        Controls.SelectMany(c => c.Checks).OfType<SourceCheck>().Where(check => check.Rule == rule).Select(check => (Severity?)check.Severity).Max();

    /// <summary>The parameter with this id; null if the standard does not set it.</summary>
    public Parameter? Find(ParameterId id) => Parameters.FirstOrDefault(p => p.Id == id);
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

    /// <summary>The parameters it uses.</summary>
    public required ValueList<ParameterId> Parameters { get; init; }

    /// <summary>The checks; empty exactly when <see cref="NotMachineCheckable"/> says why.</summary>
    public required ValueList<Check> Checks { get; init; }

    /// <summary>Why no machine can check it; null when there are checks.</summary>
    public string? NotMachineCheckable { get; init; }
}

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

    /// <summary>Who may change it, for example CISO.</summary>
    public required string ChangeableBy { get; init; }
}

/// <summary>What a parameter is set to.</summary>
/// <param name="Items">The values, at least one.</param>
/// <param name="IsList">Whether they were written as a list; if not there is exactly one.</param>
public sealed record ParameterValue(ValueList<ParameterScalar> Items, bool IsList);

/// <summary>One value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it was written: nothing is rounded.</param>
public sealed record ParameterScalar(ParameterScalarKind Kind, string Text);

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
