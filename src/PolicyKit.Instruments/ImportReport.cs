using PolicyKit.Instruments.Identification;
using PolicyKit.Instruments.Sources;
using PolicyKit.Instruments.Structure;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Instruments;

/// <summary>
/// What is to be said of an import: what was joined or not understood, what is missing, what is only proposed.
/// </summary>
internal static class ImportReport
{
    public static IEnumerable<ImportNote> Of(
        Outline outline,
        FrontMatter front,
        IReadOnlyDictionary<Draft, Proposal> ids,
        SecurityPolicy? policy
    )
    {
        var whole = policy is null ? [] : Missing(policy).Concat(LengthOf(policy)).ToList();
        var lines = front
            .Others.Select(l => At(l, "import.front-other", l.Text.Trim()))
            .Concat(outline.Joined.Select(l => At(l, "import.joined", l.Text.Trim())))
            .Concat(outline.Furniture.Select(l => At(l, "import.furniture", l.Text.Trim(), isOpen: false)))
            .Concat(outline.Unplaced.Select(l => At(l, "import.unplaced", l.Text.Trim())))
            .Concat(Proposals(ids))
            .Concat(policy is null ? [] : Oddities(outline, policy));
        return whole.Concat(lines.OrderBy(n => n.Line ?? 0));
    }

    private static IEnumerable<ImportNote> LengthOf(SecurityPolicy policy)
    {
        yield return new ImportNote(
            null,
            InstrumentMessages.Catalog.Message(
                "import.found",
                policy.AllProvisions.Count,
                policy.Definitions.Count,
                policy.Threats.Count
            ),
            false
        );
    }

    // Of the ten sections and the nine measures those that nothing was recognised as.
    private static IEnumerable<ImportNote> Missing(SecurityPolicy policy)
    {
        var there = policy.AllProvisions.Select(p => p.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in CanonicalLexicon.Entries.Where(e => e.Beneath is null && !there.Contains(e.Id)))
            yield return new ImportNote(
                null,
                InstrumentMessages.Catalog.Message("import.no-section", entry.Name, entry.Id),
                true
            );
        foreach (var kind in MeasureKindExtensions.ByName.Values)
            if (kind.ProvisionId().Value is var id && !there.Contains(id))
                yield return new ImportNote(
                    null,
                    InstrumentMessages.Catalog.Message("import.no-measure", CanonicalLexicon.Find(id)?.Name ?? id, id),
                    true
                );
    }

    private static IEnumerable<ImportNote> Proposals(IReadOnlyDictionary<Draft, Proposal> ids)
    {
        foreach (var (draft, proposal) in ids)
            if (proposal.Confidence is Confidence.Likely or Confidence.Guess)
                yield return new ImportNote(
                    draft.Sources.FirstOrDefault(),
                    InstrumentMessages.Catalog.Message(
                        proposal.Confidence == Confidence.Likely ? "import.likely" : "import.guess",
                        Short(draft.Heading ?? draft.Text ?? draft.Number ?? ""),
                        proposal.Id.Value,
                        CanonicalLexicon.Find(proposal.Id.Value)?.Name ?? ""
                    ),
                    true
                );
    }

    // Gaps in numbering and references to nothing, as the policy's own lints find them.
    private static IEnumerable<ImportNote> Oddities(Outline outline, SecurityPolicy policy)
    {
        var file = SourceDocument.FromText("policy.json", PolicySerializer.Write(policy));
        foreach (var problem in PolicyLints.Check(policy, file))
            if (problem.Family == ProblemFamily.Numbering)
                yield return new ImportNote(LineAt(outline.Roots, problem.Location.Pointer), problem.Message, true);
    }

    private static int? LineAt(IReadOnlyList<Draft> roots, string pointer)
    {
        var (siblings, found) = (roots, (Draft?)null);
        foreach (var part in pointer.Split('/'))
            if (int.TryParse(part, out var index) && index < siblings.Count)
                (found, siblings) = (siblings[index], siblings[index].Children);
        return found?.Sources.FirstOrDefault();
    }

    private static ImportNote At(SourceLine line, string code, string text, bool isOpen = true) =>
        new(line.Number, InstrumentMessages.Catalog.Message(code, Short(text)), isOpen);

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
