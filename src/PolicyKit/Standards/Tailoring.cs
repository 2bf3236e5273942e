using System.Globalization;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>
/// One import's changes to the standard it imports. Where protection falls there must be a reason and an approver,
/// whatever the change is called.
/// </summary>
internal sealed class Tailoring(StandardImport import, SourceDocument source, string at, List<Problem> problems)
{
    private readonly List<Deviation> _deviations = new();

    public SecurityStandard Of(SecurityStandard standard)
    {
        // That an id stands twice is told where it stands; here the first counts.
        var controls = standard
            .Controls.GroupBy(c => c.Id.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var parameters = standard
            .Parameters.GroupBy(p => p.Id.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        Include(controls);
        for (var i = 0; i < import.Exclude.Count; i++)
        {
            var one = import.Exclude[i];
            if (Known(controls, one.Control, $"/exclude/{i}/control") is { } control)
                Exclude(controls, control, one.Reason, one.Approver);
        }

        for (var i = 0; i < import.Set.Count; i++)
            Set(parameters, import.Set[i], $"/set/{i}");
        for (var i = 0; i < import.Tighten.Count; i++)
            Tighten(controls, import.Tighten[i], $"/tighten/{i}");
        for (var i = 0; i < import.Loosen.Count; i++)
            Loosen(controls, import.Loosen[i], $"/loosen/{i}");
        return standard with
        {
            Controls = standard
                .Controls.Where(c => controls.ContainsKey(c.Id.Value))
                .Select(c => controls[c.Id.Value])
                .ToValueList(),
            Parameters = standard.Parameters.Select(p => parameters[p.Id.Value]).ToValueList(),
            Deviations = standard.Deviations.Concat(_deviations).ToValueList(),
        };
    }

    private void Include(Dictionary<string, Control> controls)
    {
        if (import.Include is not { } include)
            return;
        for (var i = 0; i < include.Controls.Count; i++)
            Known(controls, include.Controls[i], $"/include/controls/{i}");
        var kept = new HashSet<string>(include.Controls.Select(c => c.Value), StringComparer.Ordinal);
        foreach (
            var id in controls.Keys.Where(id => !kept.Contains(id)).OrderBy(id => id, StringComparer.Ordinal).ToList()
        )
        {
            Exclude(controls, controls[id], include.Reason, include.Approver);
        }
    }

    private void Exclude(Dictionary<string, Control> controls, Control control, string? reason, string? approver)
    {
        controls.Remove(control.Id.Value);
        _deviations.Add(
            new Deviation(DeviationKind.Excluded, control.Id.Value, import.Standard, reason, approver)
            {
                Removed = control,
            }
        );
    }

    private void Set(Dictionary<string, Parameter> parameters, Setting set, string pointer)
    {
        if (!parameters.TryGetValue(set.Parameter.Value, out var old))
        {
            Report(pointer + "/parameter", "tailoring.unknown-parameter", set.Parameter.Value);
            return;
        }

        if (old.Value.IsList != set.Value.IsList || old.Value.Items[0].Kind != set.Value.Items[0].Kind)
            Report(pointer + "/value", "tailoring.other-type", set.Parameter.Value);
        var loosens = Loosens(old, set.Value);
        if (loosens && (set.Reason is null || set.Approver is null))
            Report(pointer + "/value", "tailoring.loosens-without-reason", set.Parameter.Value);
        parameters[set.Parameter.Value] = old with
        {
            Value = set.Value,
            Source = new ParameterSource(ParameterSourceKind.Body, null, set.Confirmed),
            // What was found of the value that it had says nothing of this one.
            SourceState = set.Value == old.Value ? old.SourceState : null,
        };
        if (set.Value != old.Value)
            Deviate(
                loosens ? DeviationKind.SetLooser : DeviationKind.Set,
                set.Parameter.Value,
                set.Reason,
                set.Approver
            );
    }

    private void Tighten(Dictionary<string, Control> controls, Tightening one, string pointer)
    {
        if (Known(controls, one.Control, pointer + "/control") is not { } old)
            return;
        var control = old with
        {
            Checks = old.Checks.Concat(one.Checks).ToValueList(),
            NotMachineCheckable = one.Checks.Count > 0 ? null : old.NotMachineCheckable,
        };
        if (one.Obligation is { } obligation)
            control = control with { Obligation = obligation };
        control = With(control, one.Severities, pointer);
        if (IsLooser(control, old))
            Report(pointer + "/control", "tailoring.tightening-loosens", one.Control.Value);
        controls[one.Control.Value] = control;
        Deviate(DeviationKind.Tightened, one.Control.Value, null, null);
    }

    private void Loosen(Dictionary<string, Control> controls, Loosening one, string pointer)
    {
        if (Known(controls, one.Control, pointer + "/control") is not { } old)
            return;
        for (var i = 0; i < one.Without.Count; i++)
            if (old.Checks.All(c => c.Name != one.Without[i]))
                Report(
                    $"{pointer}/without/{i}",
                    "tailoring.unknown-check",
                    one.Without[i],
                    one.Control.Value,
                    string.Join(", ", old.Checks.Select(c => c.Name))
                );
        var control = With(
            old with
            {
                Checks = old.Checks.Where(c => !one.Without.Contains(c.Name)).ToValueList(),
            },
            one.Severities,
            pointer
        );
        if (one.Obligation is { } obligation)
            control = control with { Obligation = obligation };
        // A control that lost its last check says why no machine looks at it any more.
        if (control.Checks.Count == 0)
            control = control with { NotMachineCheckable = old.NotMachineCheckable ?? one.Reason };
        controls[one.Control.Value] = control;
        Deviate(DeviationKind.Loosened, one.Control.Value, one.Reason, one.Approver);
    }

    private Control With(Control control, ValueList<RuleSeverity> severities, string pointer)
    {
        for (var i = 0; i < severities.Count; i++)
            if (control.Checks.OfType<SourceCheck>().All(c => c.Rule != severities[i].Rule))
                Report(
                    $"{pointer}/severities/{i}/rule",
                    "tailoring.unknown-check",
                    severities[i].Rule.Value,
                    control.Id.Value,
                    string.Join(", ", control.Checks.Select(c => c.Name))
                );
        return control with
        {
            Checks = control
                .Checks.Select(c =>
                    c is SourceCheck s && severities.LastOrDefault(x => x.Rule == s.Rule) is { } set
                        ? s with
                        {
                            Severity = set.Severity,
                        }
                        : c
                )
                .ToValueList(),
        };
    }

    private static bool IsLooser(Control now, Control before) =>
        now.Obligation > before.Obligation
        || before
            .Checks.OfType<SourceCheck>()
            .Any(b => now.Checks.OfType<SourceCheck>().Any(n => n.Rule == b.Rule && n.Severity < b.Severity));

    /// <summary>Whether another value protects less, as far as the parameter says which way protects more.</summary>
    internal static bool Loosens(Parameter old, ParameterValue value)
    {
        var (before, now) = (old.Value.Items.Select(i => i.Text).ToList(), value.Items.Select(i => i.Text).ToList());
        return old.Stricter switch
        {
            Stricter.Higher => Number(now[0]) < Number(before[0]),
            Stricter.Lower => Number(now[0]) > Number(before[0]),
            Stricter.More => before.Except(now).Any(),
            Stricter.Fewer => now.Except(before).Any(),
            null => false,
            _ => throw new ArgumentOutOfRangeException(nameof(old), old.Stricter, null),
        };
    }

    private static decimal Number(string text) =>
        text switch
        {
            "false" => 0,
            "true" => 1,
            _ => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0,
        };

    private Control? Known(Dictionary<string, Control> controls, ControlId id, string pointer)
    {
        if (controls.TryGetValue(id.Value, out var control))
            return control;
        if (Nearest.Find(id.Value, controls.Keys) is { } nearest)
            Report(pointer, "tailoring.unknown-control#nearest", id.Value, nearest);
        else
            Report(pointer, "tailoring.unknown-control", id.Value);
        return null;
    }

    private void Deviate(DeviationKind kind, string subject, string? reason, string? approver) =>
        _deviations.Add(new Deviation(kind, subject, import.Standard, reason, approver));

    private void Report(string pointer, string code, params object[] arguments) =>
        problems.Add(
            new Problem(ReadContext.Messages.Message(code, arguments), Severity.Error, source.LocationOf(at + pointer))
        );
}
