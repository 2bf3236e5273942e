using NodaTime;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Compliance;

/// <summary>
/// What a declaration must satisfy and a schema cannot say: one function a predicate. A topic that is absent or does
/// not apply has nothing to violate.
/// </summary>
internal static class DeclarationPredicates
{
    public static void Judge(DeclarationPredicate predicate, ParameterId? parameter, DeclarationContext context)
    {
        Action judge = predicate switch
        {
            DeclarationPredicate.AssetsClassified => () => AssetsClassified(context),
            DeclarationPredicate.HandlingMatchesClass => () => HandlingMatchesClass(context, parameter),
            DeclarationPredicate.FlowsSanitised => () => FlowsSanitised(context),
            DeclarationPredicate.ComponentsInZones => () => ComponentsInZones(context),
            DeclarationPredicate.BreakoutsListed => () => BreakoutsListed(context),
            DeclarationPredicate.ApprovedBeforeOperation => () => ApprovedBeforeOperation(context),
            DeclarationPredicate.ServicesPermitted => () => ServicesPermitted(context),
            DeclarationPredicate.AccountsReviewed => () => AccountsReviewed(context, parameter),
            DeclarationPredicate.LeaversRemoved => () => LeaversRemoved(context, parameter),
            DeclarationPredicate.PrivilegesInTime => () => PrivilegesInTime(context),
            DeclarationPredicate.ApprovalBeforeStart => () => ApprovalBeforeStart(context),
            DeclarationPredicate.SupportCoversOperation => () => SupportCoversOperation(context),
            DeclarationPredicate.TestedRecently => () => TestedRecently(context, parameter),
            DeclarationPredicate.RestoreTested => () => RestoreTested(context, parameter),
            DeclarationPredicate.TrainedRecently => () => TrainedRecently(context, parameter),
            DeclarationPredicate.ApproverNotApplicant => () => ApproverNotApplicant(context),
            DeclarationPredicate.DisposalCertified => () => DisposalCertified(context, parameter),
            DeclarationPredicate.StrengthCoversOperation => () => StrengthCoversOperation(context),
            DeclarationPredicate.WaiversLive => () => WaiversLive(context),
            DeclarationPredicate.BreachReported => () => BreachReported(context, parameter),
            DeclarationPredicate.AvailabilityPlanned => () => AvailabilityPlanned(context),
            DeclarationPredicate.ServiceClassesSuffice => () => ComparisonPredicates.ServiceClassesSuffice(context),
            DeclarationPredicate.SystemClassHighest => () => ComparisonPredicates.SystemClassHighest(context),
            DeclarationPredicate.SubcontractorsChained => () => ComparisonPredicates.SubcontractorsChained(context),
            DeclarationPredicate.PermissionNumbers => () => ComparisonPredicates.PermissionNumbers(context),
            DeclarationPredicate.OwnersKnown => () => ComparisonPredicates.OwnersKnown(context),
            DeclarationPredicate.DomainsOfBody => () => ComparisonPredicates.DomainsOfBody(context, parameter),
            DeclarationPredicate.ServicesAssured => () => ComparisonPredicates.ServicesAssured(context),
            DeclarationPredicate.DaysPast => () => ClaimPredicates.DaysPast(context),
            DeclarationPredicate.UniformTermsGrounded => () => ClaimPredicates.UniformTermsGrounded(context),
            DeclarationPredicate.DevicesLabelled => () => ClaimPredicates.DevicesLabelled(context, parameter),
            DeclarationPredicate.MediaNumbered => () => ClaimPredicates.MediaNumbered(context),
            DeclarationPredicate.BetaMeasured => () => ClaimPredicates.BetaMeasured(context),
            DeclarationPredicate.CriteriaDecided => () => ClaimPredicates.CriteriaDecided(context),
            _ => throw new ArgumentOutOfRangeException(nameof(predicate), predicate, null),
        };
        judge();
    }

    /// <summary>
    /// Whether a predicate judges its topic by what other topics say: then it contradicts a topic that is said not to
    /// apply.
    /// </summary>
    public static bool LooksElsewhere(DeclarationPredicate? predicate) =>
        predicate
            is DeclarationPredicate.AssetsClassified
                or DeclarationPredicate.BreakoutsListed
                or DeclarationPredicate.ServicesAssured
                or DeclarationPredicate.BreachReported
                or DeclarationPredicate.AvailabilityPlanned
                or DeclarationPredicate.BetaMeasured
                or DeclarationPredicate.CriteriaDecided;

    private static void AssetsClassified(DeclarationContext c)
    {
        var classified = new HashSet<SystemId>(c.System.Assets.Items().Select(a => a.Id));
        Each(c.System.Connections.Items(), "/connections", (connection, at) => Known(connection.Assets, at));
        Each(c.System.Flows.Items(), "/flows", (flow, at) => Known(flow.Assets, at));

        void Known(ValueList<SystemId> assets, string at) =>
            Each(
                assets,
                at + "/assets",
                (asset, pointer) =>
                {
                    if (!classified.Contains(asset))
                        c.Violate(pointer, "declaration.unclassified-asset", asset.Value);
                }
            );
    }

    private static void HandlingMatchesClass(DeclarationContext c, ParameterId? parameter)
    {
        var rules = new List<HandlingRule>();
        foreach (var text in (parameter is null ? null : c.Standard.Find(parameter))?.Values ?? ValueList<string>.Empty)
            if (HandlingRule.Parse(text) is { } rule)
                rules.Add(rule);
            else
                c.Violate("/assets", "declaration.bad-handling-rule", parameter!.Value, text);
        Each(
            c.System.Assets.Items(),
            "/assets",
            (asset, at) =>
            {
                var missing = rules
                    .Where(r => asset.Confidentiality >= r.From)
                    .SelectMany(r => r.Restrictions)
                    .Distinct()
                    .Where(r => !asset.Handling.Contains(r))
                    .Select(Codecs.WordOf)
                    .ToList();
                if (missing.Count > 0)
                    c.Violate(
                        at,
                        "declaration.handling-missing",
                        asset.Name,
                        new BilingualText(string.Join("`、`", missing), string.Join("`, `", missing)),
                        ClassNames.Of(asset.Confidentiality)
                    );
            }
        );
    }

    private static void FlowsSanitised(DeclarationContext c) =>
        Each(
            c.System.Flows.Items(),
            "/flows",
            (flow, at) =>
            {
                if (flow.Method == SanitizationMethod.None)
                    c.Violate(at + "/method", "declaration.not-sanitised", flow.From.Value, flow.To.Value);
            }
        );

    private static void ComponentsInZones(DeclarationContext c) =>
        Each(
            c.System.Components.Items(),
            "/components",
            (component, at) =>
            {
                if (!c.System.Zones.Contains(component.Zone))
                    c.Violate(at + "/zone", "declaration.zone-not-named", component.Name, component.Zone.Value);
            }
        );

    private static void BreakoutsListed(DeclarationContext c)
    {
        if (c.System.NetworkModel == NetworkModel.AlphaPrime && !c.System.LocalBreakouts.Items().Any())
            c.Violate("/networkModel", "declaration.no-breakouts");
        Each(
            c.System.LocalBreakouts.Items(),
            "/localBreakouts",
            (breakout, at) =>
            {
                if (breakout.Host.IndexOf('*') >= 0)
                    c.Violate(at + "/host", "declaration.wildcard", breakout.Host);
            }
        );
    }

    private static void ApprovedBeforeOperation(DeclarationContext c)
    {
        Each(c.System.Connections.Items(), "/connections", (x, at) => Approved(x.ApprovedOn, at, x.Host));
        Each(c.System.Flows.Items(), "/flows", (x, at) => Approved(x.ApprovedOn, at, $"{x.From} → {x.To}"));
        Each(c.System.RemoteMaintenance.Items(), "/remoteMaintenance", (x, at) => Approved(x.ApprovedOn, at, x.Party));

        // What begins after operation did is approved when it begins; an approval that lies ahead is none yet.
        void Approved(LocalDate on, string at, string name)
        {
            if (on > c.System.Operation.From && on > c.AsOf)
                c.Violate(
                    at + "/approvedOn",
                    "declaration.approved-late",
                    name,
                    IsoDate.Format(on),
                    IsoDate.Format(c.System.Operation.From)
                );
        }
    }

    private static void ServicesPermitted(DeclarationContext c) =>
        Each(
            c.System.ExternalServices.Items(),
            "/externalServices",
            (service, at) =>
            {
                if (service.Confidentiality < Confidentiality.Level2)
                    return;
                var level = ClassNames.Of(service.Confidentiality);
                if (service.Permission is not { } permission)
                    c.Violate(at, "declaration.not-permitted", service.Name, level);
                else if (permission.GrantedOn > c.AsOf)
                    c.Violate(
                        at,
                        "declaration.not-permitted#future",
                        service.Name,
                        level,
                        IsoDate.Format(permission.GrantedOn)
                    );
            }
        );

    private static void AccountsReviewed(DeclarationContext c, ParameterId? parameter) =>
        Each(
            c.System.Accounts.Items(),
            "/accounts",
            (account, at) =>
            {
                if (account.RemovedOn <= c.AsOf || c.Standard.NumberOf(parameter) is not { } months)
                    return;
                if (c.LiesAhead(account.ReviewedOn, at + "/reviewedOn"))
                    return;
                var last = account.ReviewedOn ?? account.IssuedOn;
                c.Lasts(
                    last.PlusMonths(months),
                    at,
                    "declaration.account-review",
                    account.Id,
                    IsoDate.Format(last),
                    months
                );
            }
        );

    private static void LeaversRemoved(DeclarationContext c, ParameterId? parameter) =>
        Each(
            c.System.Accounts.Items(),
            "/accounts",
            (account, at) =>
            {
                if (account.LeftOn is not { } left || c.Standard.NumberOf(parameter) is not { } days)
                    return;
                var due = left.PlusDays(days);
                if (account.RemovedOn is null && c.AsOf > due)
                    c.Violate(
                        at,
                        "declaration.leaver-not-removed",
                        account.Id,
                        IsoDate.Format(due),
                        IsoDate.Format(left)
                    );
                if (account.RemovedOn is { } removed && removed > due)
                    c.Violate(
                        at,
                        "declaration.leaver-not-removed#late",
                        account.Id,
                        IsoDate.Format(due),
                        IsoDate.Format(left),
                        IsoDate.Format(removed)
                    );
            }
        );

    private static void PrivilegesInTime(DeclarationContext c) =>
        Each(
            c.System.Accounts.Items(),
            "/accounts",
            (account, at) =>
            {
                if (account is { Privileged: true, ValidUntil: { } last } && !(account.RemovedOn <= last))
                    c.Lasts(last, at + "/validUntil", "declaration.privilege-ends", account.Id);
            }
        );

    private static void ApprovalBeforeStart(DeclarationContext c) =>
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

    private static void SupportCoversOperation(DeclarationContext c) =>
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

    private static void TestedRecently(DeclarationContext c, ParameterId? parameter)
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

    private static void RestoreTested(DeclarationContext c, ParameterId? parameter) =>
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

    private static void TrainedRecently(DeclarationContext c, ParameterId? parameter)
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

    private static void ApproverNotApplicant(DeclarationContext c) =>
        Each(
            c.System.Changes.Items(),
            "/changes",
            (change, at) =>
            {
                if (c.Standard.AreTheSame(change.ApprovedBy, c.System.Vendor))
                    c.Violate(at + "/approvedBy", "declaration.vendor-approved", change.Version, change.ApprovedBy);
            }
        );

    private static void DisposalCertified(DeclarationContext c, ParameterId? parameter)
    {
        var zones = parameter is null ? null : c.Standard.Find(parameter)?.Values;
        var mustDestroy = zones is not null && c.System.Zones.Any(z => zones.Contains(z.Value));
        Each(
            c.System.Disposals,
            "/disposals",
            (disposal, at) =>
            {
                c.LiesAhead(disposal.DisposedOn, at + "/disposedOn");
                if (disposal.Certificate is null)
                    c.Violate(at, "declaration.no-certificate", disposal.Item);
                if (mustDestroy && disposal.Method is not (DisposalMethod.Destruction or DisposalMethod.Return))
                    c.Violate(
                        at + "/method",
                        "declaration.not-destroyed",
                        disposal.Item,
                        Codecs.WordOf(disposal.Method)
                    );
            }
        );
    }

    private static void StrengthCoversOperation(DeclarationContext c) =>
        Each(c.System.Cryptography.Items(), "/cryptography", (use, at) => CryptographyPredicate.Judge(use, at, c));

    private static void WaiversLive(DeclarationContext c) =>
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

    private static void BreachReported(DeclarationContext c, ParameterId? parameter)
    {
        var people = c.System.PersonalData.Items().Sum(p => (long)p.People);
        if (
            c.Standard.NumberOf(parameter) is { } limit
            && people > limit
            && c.System.IncidentResponse is not { NotApplicable: null }
        )
            c.Violate("/personalData", "declaration.no-breach-report", people, limit);
    }

    private static void AvailabilityPlanned(DeclarationContext c)
    {
        var assets = c.System.Assets.Items().ToList();
        var first = assets.FindIndex(a => a.Availability >= Availability.Level2);
        if (first < 0)
            return;
        if (!c.System.Backups.Items().Any())
            c.Violate("/assets", "declaration.no-backups", assets[first].Name);
        if (c.System.Availability is not { NotApplicable: null })
            c.Violate("/assets", "declaration.no-availability-plan", assets[first].Name);
    }

    internal static void Each<T>(IEnumerable<T> items, string at, Action<T, string> judge)
    {
        var i = 0;
        foreach (var item in items)
            judge(item, $"{at}/{i++}");
    }
}
