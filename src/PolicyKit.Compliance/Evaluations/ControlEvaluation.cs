using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>Of one control of a standard on one day: whether it applies, what its checks come to, and what a waiver covers.</summary>
internal sealed class ControlEvaluation(
    SecurityStandard standard,
    ReadResult<SystemDeclaration>? system,
    SourceEvaluation source,
    DeclarationEvaluation declaration,
    EvidenceEvaluation evidence,
    WaiverEvaluator waivers
)
{
    private readonly SystemDeclaration? _system = system?.Value;

    public ControlResult Of(Control control)
    {
        if (control.NotMachineCheckable is { } why)
            return ControlResult.Apart(
                control,
                ComplianceState.NotMachineCheckable,
                ComplianceMessages.Say("evaluation.not-checkable", why)
            );
        if (WhyNot(control) is { } reason)
            return ControlResult.Apart(control, ComplianceState.NotApplicable, reason);
        var waiver = waivers.Covering(control.Id, _system?.Id);
        var checks = control
            .Checks.Select(c => Of(c, control))
            .Select(c => waiver is not null && c.State.IsBreach() ? Waived(c, waiver) : c)
            .ToValueList();
        return new ControlResult
        {
            Control = control,
            State = ComplianceStateExtensions.Worst(checks.Select(c => c.State)),
            AsFound = ComplianceStateExtensions.Worst(checks.Select(c => c.AsFound)),
            Waiver = waiver?.Waiver.Id,
            Checks = checks,
        };
    }

    // A control is not looked at where its zones or classes do not occur; a system that says nothing of its assets
    // gets no benefit of that.
    private LocalizedMessage? WhyNot(Control control)
    {
        if (control.AppliesTo is not { } to)
            return null;
        if (to.Zones.Count > 0 && standard.Zones.All(z => !to.Zones.Contains(z.Id)))
            return ComplianceMessages.Say("evaluation.no-such-zone", string.Join(", ", to.Zones));
        if (_system is null)
            return null;
        if (to.NetworkModels.Count > 0 && !(_system.NetworkModel is { } model && to.NetworkModels.Contains(model)))
            return ComplianceMessages.Say(
                "evaluation.other-network-model",
                string.Join(", ", to.NetworkModels.Select(Codecs.WordOf))
            );
        if (to.Zones.Count > 0 && !_system.Zones.Any(z => to.Zones.Contains(z)))
            return ComplianceMessages.Say("evaluation.other-zone", string.Join(", ", to.Zones));
        if (_system.Assets is not { Value: { } assets })
            return null;
        return assets.Any(a =>
            !(a.Confidentiality < to.Confidentiality)
            && !(a.Integrity < to.Integrity)
            && !(a.Availability < to.Availability)
        )
            ? null
            : ComplianceMessages.Say("evaluation.no-such-class");
    }

    private CheckResult Of(Check check, Control control) =>
        check switch
        {
            SourceCheck inSource => source.Of(inSource),
            DeclarationCheck declared => declaration.Of(declared, control),
            EvidenceCheck record => evidence.Of(record, control),
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
        };

    private static CheckResult Waived(CheckResult check, WaiverStatus waiver) =>
        check with
        {
            State = ComplianceState.Waived,
            Reasons = check
                .Reasons.Prepend(
                    Reason.Because(
                        ReasonKind.Waived,
                        "evaluation.waived",
                        waiver.Waiver.Id.Value,
                        IsoDate.Format(waiver.LastDay)
                    )
                )
                .ToValueList(),
        };
}
