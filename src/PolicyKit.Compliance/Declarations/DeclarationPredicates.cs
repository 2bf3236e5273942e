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
            DeclarationPredicate.AssetsClassified => () => AssetPredicates.AssetsClassified(context),
            DeclarationPredicate.HandlingMatchesClass => () => AssetPredicates.HandlingMatchesClass(context, parameter),
            DeclarationPredicate.FlowsSanitised => () => NetworkPredicates.FlowsSanitised(context),
            DeclarationPredicate.ComponentsInZones => () => NetworkPredicates.ComponentsInZones(context),
            DeclarationPredicate.BreakoutsListed => () => NetworkPredicates.BreakoutsListed(context),
            DeclarationPredicate.ApprovedBeforeOperation => () => NetworkPredicates.ApprovedBeforeOperation(context),
            DeclarationPredicate.ServicesPermitted => () => NetworkPredicates.ServicesPermitted(context),
            DeclarationPredicate.AccountsReviewed => () => AccountPredicates.AccountsReviewed(context, parameter),
            DeclarationPredicate.LeaversRemoved => () => AccountPredicates.LeaversRemoved(context, parameter),
            DeclarationPredicate.PrivilegesInTime => () => AccountPredicates.PrivilegesInTime(context),
            DeclarationPredicate.ApprovalBeforeStart => () => DeliveryPredicates.ApprovalBeforeStart(context),
            DeclarationPredicate.SupportCoversOperation => () => DeliveryPredicates.SupportCoversOperation(context),
            DeclarationPredicate.TestedRecently => () => DeliveryPredicates.TestedRecently(context, parameter),
            DeclarationPredicate.RestoreTested => () => DeliveryPredicates.RestoreTested(context, parameter),
            DeclarationPredicate.TrainedRecently => () => DeliveryPredicates.TrainedRecently(context, parameter),
            DeclarationPredicate.ApproverNotApplicant => () => DeliveryPredicates.ApproverNotApplicant(context),
            DeclarationPredicate.DisposalCertified => () => AssetPredicates.DisposalCertified(context, parameter),
            DeclarationPredicate.StrengthCoversOperation => () => DeliveryPredicates.StrengthCoversOperation(context),
            DeclarationPredicate.WaiversLive => () => DeliveryPredicates.WaiversLive(context),
            DeclarationPredicate.BreachReported => () => AssetPredicates.BreachReported(context, parameter),
            DeclarationPredicate.AvailabilityPlanned => () => AssetPredicates.AvailabilityPlanned(context),
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
            DeclarationPredicate.OperationCurrent => () => StatementPredicates.OperationCurrent(context),
            DeclarationPredicate.ContractCurrent => () => StatementPredicates.ContractCurrent(context),
            DeclarationPredicate.RegisterAgrees => () => StatementPredicates.RegisterAgrees(context),
            DeclarationPredicate.TrafficLimited => () => StatementPredicates.TrafficLimited(context),
            DeclarationPredicate.ExceptionsAgree => () => StatementPredicates.ExceptionsAgree(context),
            DeclarationPredicate.DevicesHardened => () => StatementPredicates.DevicesHardened(context),
            DeclarationPredicate.TermsAgree => () => StatementPredicates.TermsAgree(context),
            DeclarationPredicate.BackgroundNamed => () => StatementPredicates.BackgroundNamed(context),
            DeclarationPredicate.ContactReachable => () => StatementPredicates.ContactReachable(context),
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

    internal static void Each<T>(IEnumerable<T> items, string at, Action<T, string> judge)
    {
        var i = 0;
        foreach (var item in items)
            judge(item, $"{at}/{i++}");
    }
}
