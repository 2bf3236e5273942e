using NodaTime;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Compliance;

/// <summary>
/// Whether a system is exempt from an item because of what exists on the day from which a framework binds (経過措置: 「施行の際
/// 現に存する」, 「現に実施されている」). What a declaration does not show is not exempt.
/// </summary>
internal static class GapExemption
{
    /// <summary>Why a system is not exempt from an item; null when it is.</summary>
    public static LocalizedMessage? WhyNot(ExemptItem item, SystemDeclaration system, LocalDate day, LocalDate asOf) =>
        item.Needs.Select(need => WhyNot(need, system, day, asOf)).FirstOrDefault(why => why is not null);

    /// <summary>Why the contract of a system is not exempt; null when it is.</summary>
    public static LocalizedMessage? WhyNotContract(SystemDeclaration system, LocalDate day, LocalDate asOf) =>
        OfContract(system, day, asOf);

    /// <summary>What makes a system exempt: that it, its contract and its services are older than the day.</summary>
    public static ValueList<LocalizedMessage> Grounds(ExemptItem item, SystemDeclaration system) =>
        item.Needs.SelectMany(need => GroundsOf(need, system)).ToValueList();

    private static IEnumerable<LocalizedMessage> GroundsOf(ExemptionNeed need, SystemDeclaration system) =>
        need switch
        {
            ExemptionNeed.System => [Say("gap.exempt-by#system", system.Operation.From)],
            ExemptionNeed.Contract when system.Contract?.Value is { SignedOn: var from, EndsOn: { } until } =>
            [
                ComplianceMessages.Say("gap.exempt-by#contract", IsoDate.Format(from), IsoDate.Format(until)),
            ],
            ExemptionNeed.Services => system
                .ExternalServices.Items()
                .Where(s => s.UsedFrom is not null)
                .Select(s =>
                    ComplianceMessages.Say("gap.exempt-by#service", s.Id.Value, IsoDate.Format(s.UsedFrom!.Value))
                ),
            _ => [],
        };

    private static LocalizedMessage? WhyNot(
        ExemptionNeed need,
        SystemDeclaration system,
        LocalDate day,
        LocalDate asOf
    ) =>
        need switch
        {
            ExemptionNeed.System => OfPeriod("system", system.Operation.From, system.Operation.Until, day, asOf),
            ExemptionNeed.Contract => OfContract(system, day, asOf),
            ExemptionNeed.Services => OfServices(system, day),
            _ => throw new ArgumentOutOfRangeException(nameof(need), need, null),
        };

    // What ended before the day did not exist on it, and of what has ended since nothing is left to be exempt.
    private static LocalizedMessage? OfPeriod(
        string what,
        LocalDate from,
        LocalDate? until,
        LocalDate day,
        LocalDate asOf
    )
    {
        if (from >= day)
            return Say($"gap.not-exempt#{what}-new", from);
        return until < day || until < asOf ? Say($"gap.not-exempt#{what}-ended", until.Value) : null;
    }

    // What the body runs itself is no 業務委託: there is no contract that could be performed on the day.
    private static LocalizedMessage? OfContract(SystemDeclaration system, LocalDate day, LocalDate asOf) =>
        system.Contract switch
        {
            not { Value: { } } => ComplianceMessages.Say("gap.not-exempt#no-contract"),
            // A contract of one fiscal year would be over: that it still ran on the day must be shown.
            { Value: { EndsOn: null } open } => Say("gap.not-exempt#contract-open", open.SignedOn),
            { Value: { } contract } => OfPeriod("contract", contract.SignedOn, contract.EndsOn, day, asOf),
        };

    // A permission is no use: nobody has to have made use of it by the day.
    private static LocalizedMessage? OfServices(SystemDeclaration system, LocalDate day)
    {
        if (system.ExternalServices is not { } declared)
            return ComplianceMessages.Say("gap.not-exempt#services-undeclared");
        foreach (var service in declared.Value ?? ValueList<ExternalService>.Empty)
        {
            if (service.UsedFrom is not { } since)
                return ComplianceMessages.Say("gap.not-exempt#service-undated", service.Id.Value);
            if (since >= day)
                return ComplianceMessages.Say("gap.not-exempt#service-new", service.Id.Value, IsoDate.Format(since));
        }

        return null;
    }

    private static LocalizedMessage Say(string key, LocalDate date) =>
        ComplianceMessages.Say(key, IsoDate.Format(date));
}
