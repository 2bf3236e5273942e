using PolicyKit.Json;
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
        return WithDoubtfulNumbers(document, problems);
    }

    /// <summary>
    /// The numbers of a YAML file that begin with a zero: readers of YAML 1.1 and 1.2 take them for different numbers.
    /// </summary>
    public static IEnumerable<Problem> DoubtfulNumbers(SourceDocument document)
    {
        if (document is null)
            throw new ArgumentNullException(nameof(document));
        return document.Text.Error is not null
            ? Enumerable.Empty<Problem>()
            : document.Text.NumbersWithLeadingZero.Select(number => new Problem(
                SecretValues.Hide(
                    ComplianceMessages.Catalog.Message("yaml.leading-zero", number.RawText),
                    number,
                    document
                ),
                Severity.Warning,
                document.LocationOf(number)
            ));
    }

    // Of a number that something else is said of, that is enough.
    private static ValueList<Problem> WithDoubtfulNumbers(SourceDocument document, ValueList<Problem> problems)
    {
        var told = new HashSet<TextPosition>(problems.Select(p => p.Location.Start));
        var numbers = DoubtfulNumbers(document).Where(n => !told.Contains(n.Location.Start)).ToList();
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
