using PolicyKit.Json.Schemas;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>
/// Everything that is wrong in one file, judged by itself: the one judgement behind <c>policykit validate</c>.
/// </summary>
public static class DocumentValidator
{
    /// <summary>The members of a file that stand twice in one object: two readers would see two documents.</summary>
    public static IEnumerable<Problem> Duplicates(SourceDocument document) =>
        ReadContext.Duplicates(document ?? throw new ArgumentNullException(nameof(document)));

    /// <summary>
    /// Judges a file. The schema speaks first; only what it allows is asked the finer questions (references within the
    /// file, check digits, dates in order).
    /// Never throws on bad data.
    /// </summary>
    /// <param name="document">The file.</param>
    /// <param name="schema">
    /// The schema to judge it by alone; null for that of its kind, and the finer questions.
    /// </param>
    public static ValueList<Problem> Validate(SourceDocument document, JsonSchema? schema = null)
    {
        if (document is null)
            throw new ArgumentNullException(nameof(document));
        var problems = Judge(document, schema);
        return document.Text.Error is null ? WithDoubtfulNumbers(document, problems) : problems;
    }

    // Of a number that something else is said of, that is enough.
    private static ValueList<Problem> WithDoubtfulNumbers(SourceDocument document, ValueList<Problem> problems)
    {
        var numbers = document
            .Text.NumbersWithLeadingZero.Select(n => (Value: n, Location: document.LocationOf(n)))
            .Where(n => !problems.Any(p => p.Location.Start == n.Location.Start))
            .Select(n => new Problem(
                SecretValues.Hide(
                    ComplianceMessages.Catalog.Message("yaml.leading-zero", n.Value.RawText),
                    n.Value,
                    document
                ),
                Severity.Warning,
                n.Location
            ))
            .ToList();
        return numbers.Count == 0 ? problems : ReadContext.InOrder(problems.Concat(numbers).ToList());
    }

    private static ValueList<Problem> Judge(SourceDocument document, JsonSchema? schema)
    {
        if (document.Text.Error is not null || (schema is null && document.Kind is null))
            return PolicyPack.Load(new[] { document }).Problems;
        var problems = DocumentSchemas.Validate(document, schema ?? DocumentSchemas.Of(document.Kind!.Value));
        if (schema is not null || problems.Count > 0)
            return document.Text.HasDuplicateMembers
                ? ReadContext.InOrder(problems.Concat(ReadContext.Duplicates(document)).ToList())
                : problems;
        var finer = PolicyPack.Load(new[] { document }).Problems;
        // A standard that imports another is judged by itself here: what it imports is not at hand.
        return document.Kind == DocumentKind.Standard
            ? ReadContext.InOrder(
                finer
                    .Where(p => p.Family != ProblemFamily.MissingImport)
                    .Concat(StandardLints.Check(StandardSerializer.Read(document)))
                    .ToList()
            )
            : finer;
    }
}
