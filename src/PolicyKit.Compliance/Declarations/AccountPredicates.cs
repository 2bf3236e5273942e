using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using static PolicyKit.Compliance.DeclarationPredicates;

namespace PolicyKit.Compliance;

/// <summary>Accounts and how long they may be.</summary>
internal static class AccountPredicates
{
    public static void AccountsReviewed(DeclarationContext c, ParameterId? parameter) =>
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

    public static void LeaversRemoved(DeclarationContext c, ParameterId? parameter) =>
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

    public static void PrivilegesInTime(DeclarationContext c) =>
        Each(
            c.System.Accounts.Items(),
            "/accounts",
            (account, at) =>
            {
                if (account is { Privileged: true, ValidUntil: { } last } && !(account.RemovedOn <= last))
                    c.Lasts(last, at + "/validUntil", "declaration.privilege-ends", account.Id);
            }
        );
}
