using NodaTime;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;
using static PolicyKit.Compliance.DeclarationPredicates;

namespace PolicyKit.Compliance;

/// <summary>What a vendor has to show of a delivery, and until when it counts.</summary>
internal static class DeliveryPredicates
{
    public static void ApprovalBeforeStart(DeclarationContext c) =>
        Each(
            c.System.Subcontractors.Items(),
            "/subcontractors",
            (subcontractor, at) =>
            {
                if (subcontractor.ApprovedOn > subcontractor.StartsOn)
                    c.Violate(
                        at + "/startsOn",
                        "declaration.subcontractor-unapproved",
                        subcontractor.Name,
                        IsoDate.Format(subcontractor.ApprovedOn),
                        IsoDate.Format(subcontractor.StartsOn)
                    );
            }
        );

    public static void SupportCoversOperation(DeclarationContext c) =>
        Each(
            c.System.Software.Items(),
            "/software",
            (software, at) =>
            {
                if (software.SupportEndsOn is not { } ends || ends >= c.System.Operation.Until)
                    return;
                if (software.SupportPlan is null)
                    c.Violate(
                        at + "/supportEndsOn",
                        "declaration.support-ends",
                        software.Name,
                        IsoDate.Format(ends),
                        IsoDate.Format(c.System.Operation.Until)
                    );
                // A plan holds until the day comes: then the software should be another.
                else
                    c.Lasts(ends, at + "/supportEndsOn", "declaration.support-plan", software.Name);
            }
        );

    public static void TestedRecently(DeclarationContext c, ParameterId? parameter)
    {
        if (c.Standard.NumberOf(parameter) is not { } months)
            return;
        var tests = c.System.VulnerabilityTests.Items();
        Each(
            tests,
            "/vulnerabilityTests",
            (test, at) =>
            {
                if (c.LiesAhead(test.TestedOn, at + "/testedOn") || c.LiesAhead(test.RetestedOn, at + "/retestedOn"))
                    return;
                // A newer test of the same scope takes an older one's place.
                if (tests.All(t => t.Scope != test.Scope || Last(t) <= Last(test)))
                    c.Lasts(
                        Last(test).PlusMonths(months),
                        at,
                        "declaration.test-age",
                        test.Scope,
                        IsoDate.Format(Last(test)),
                        months
                    );
            }
        );

        static LocalDate Last(VulnerabilityTest test) => test.RetestedOn ?? test.TestedOn;
    }

    public static void RestoreTested(DeclarationContext c, ParameterId? parameter) =>
        Each(
            c.System.Backups.Items(),
            "/backups",
            (backup, at) =>
            {
                if (backup.RestoreTestedOn is not { } tested)
                    c.Violate(at, "declaration.never-restored", backup.Target);
                else if (!c.LiesAhead(tested, at + "/restoreTestedOn") && c.Standard.NumberOf(parameter) is { } months)
                    c.Lasts(
                        tested.PlusMonths(months),
                        at + "/restoreTestedOn",
                        "declaration.restore-age",
                        backup.Target,
                        IsoDate.Format(tested),
                        months
                    );
            }
        );

    public static void TrainedRecently(DeclarationContext c, ParameterId? parameter)
    {
        var sessions = c.System.Training.Items().ToList();
        if (sessions.Count == 0 || c.Standard.NumberOf(parameter) is not { } months)
            return;
        var latest = Enumerable.Range(0, sessions.Count).OrderBy(i => sessions[i].HeldOn).Last();
        if (c.LiesAhead(sessions[latest].HeldOn, $"/training/{latest}/heldOn"))
            return;
        c.Lasts(
            sessions[latest].HeldOn.PlusMonths(months),
            $"/training/{latest}/heldOn",
            "declaration.training-age",
            sessions[latest].Topic,
            IsoDate.Format(sessions[latest].HeldOn),
            months
        );
    }

    public static void ApproverNotApplicant(DeclarationContext c) =>
        Each(
            c.System.Changes.Items(),
            "/changes",
            (change, at) =>
            {
                if (IsOfVendor(change.ApprovedBy, c))
                    c.Violate(at + "/approvedBy", "declaration.vendor-approved", change.Version, change.ApprovedBy);
            }
        );

    // The company however it is written, alone or before a post, a subcontractor of it, and the manager whom it
    // declares.
    private static bool IsOfVendor(string name, DeclarationContext c)
    {
        if (c.Standard.AreTheSame(name, c.System.Vendor))
            return true;
        if (c.Standard.HasRoleNamed(name) || PartyNames.AreTheSame(name, c.System.Owner))
            return false;
        return name == c.System.Workforce?.Value?.Manager
            || c.System.Subcontractors.Items()
                .Select(s => s.Name)
                .Prepend(c.System.Vendor)
                .Any(p => PartyNames.IsOf(name, p));
    }

    public static void StrengthCoversOperation(DeclarationContext c) =>
        Each(c.System.Cryptography.Items(), "/cryptography", (use, at) => CryptographyPredicate.Judge(use, at, c));

    public static void WaiversLive(DeclarationContext c) =>
        Each(
            c.System.Waivers,
            "/waivers",
            (id, at) =>
            {
                if (c.Waivers.Statuses.FirstOrDefault(s => s.Waiver.Id == id) is not { } status)
                    c.Violate(at, "declaration.unknown-waiver", id.Value);
                else if (status.Counts || status.State == WaiverState.Expired)
                    c.Lasts(status.LastDay, at, "declaration.waiver-ends", id.Value);
                else
                    c.Violate(at, "declaration.waiver-not-live", id.Value, status.State.Title());
            }
        );
}
