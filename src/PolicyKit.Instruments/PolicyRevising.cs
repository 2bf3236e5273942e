using PolicyKit.Instruments.Comparison;
using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Instruments;

/// <summary>
/// Brings the history of a new version up to date: what was in force before it, with the SHA-256 of that file, and the
/// revision itself.
/// </summary>
internal static class PolicyRevising
{
    /// <summary>The new version with its history; done twice it is the same.</summary>
    /// <param name="old">The version that was in force, with the SHA-256 of its file.</param>
    /// <param name="now">The new version.</param>
    /// <param name="revision">What was done, and when.</param>
    /// <param name="problems">Why it cannot be; empty for nothing.</param>
    /// <param name="notes">What whoever does it should look at.</param>
    public static SecurityPolicy? Of(
        (SecurityPolicy Policy, string Sha256) old,
        SecurityPolicy now,
        PolicyRevision revision,
        List<LocalizedMessage> problems,
        List<LocalizedMessage> notes
    )
    {
        var history = old.Policy.GetHistory();
        var last = history[^1];
        if (revision.EffectiveOn <= last.EffectiveOn)
            problems.Add(Say("revise.not-later", Day(revision.EffectiveOn), Day(last.EffectiveOn)));
        if (revision.PromulgatedOn < revision.DecidedOn)
            problems.Add(Say("revise.promulgated-before", Day(revision.PromulgatedOn.Value), Day(revision.DecidedOn)));
        if (revision.DecidedOn > revision.EffectiveOn || revision.PromulgatedOn > revision.EffectiveOn)
            problems.Add(Say("revise.in-force-before", Day(revision.EffectiveOn)));
        if (last.Kind == RevisionKind.Repealed)
            problems.Add(Say("revise.repealed", Day(last.EffectiveOn)));
        if (old.Policy.Id != now.Id)
            problems.Add(Say("revise.another", old.Policy.Id.Value, now.Id.Value));
        if (problems.Count > 0)
            return null;
        if (revision.Kind != RevisionKind.Repealed && PolicyDiff.Of(old.Policy, now).IsEmpty)
            notes.Add(Say("revise.same-text"));
        return now with
        {
            Revisions = history
                .Take(history.Count - 1)
                .Append(last with { Sha256 = old.Sha256 })
                .Append(revision)
                .ToValueList(),
        };
    }

    private static string Day(NodaTime.LocalDate date) => IsoDate.Format(date);

    private static LocalizedMessage Say(string code, params object[] arguments) =>
        InstrumentMessages.Catalog.Message(code, arguments);
}
