using NodaTime;
using PolicyKit.Cli.Failures;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// Judges declarations and registers by a body's standard, as far as that needs no code: what <c>check</c> reports of
/// the same file as PK0002, PK0003, PK0006, PK0007, PK0011 and PK0012. Safe to share between threads.
/// </summary>
internal sealed class PackJudge
{
    private readonly IReadOnlyList<SourceDocument> _files;
    private readonly PolicyPack _pack;
    private readonly ComplianceEvaluator _evaluator;
    private readonly LocalDate _asOf;
    private readonly MessageLanguage _language;
    private readonly StandardNames _names;

    private PackJudge(
        IReadOnlyList<SourceDocument> files,
        PolicyPack pack,
        DataTables tables,
        LocalDate asOf,
        MessageLanguage language
    )
    {
        (_files, _pack, _asOf, _language) = (files, pack, asOf, language);
        _names = new StandardNames(files, pack.Standard!);
        _evaluator = new ComplianceEvaluator(pack.Policy!, pack.Standard!, tables.Cryptography, tables.Holidays);
    }

    /// <summary>Reads a pack.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="tables">Dated tables in the place of those that ship.</param>
    /// <param name="asOf">The day, in Japan.</param>
    /// <param name="language">The language of what is said.</param>
    /// <param name="wrong">What is wrong with the pack itself.</param>
    /// <returns>The judge; null where the pack itself is wrong.</returns>
    /// <exception cref="CheckException">There is no pack.</exception>
    public static PackJudge? Open(
        IReadOnlyList<string> paths,
        IReadOnlyList<string> tables,
        LocalDate asOf,
        MessageLanguage language,
        out IReadOnlyList<(Problem Problem, SourceDocument Document)> wrong
    )
    {
        var files = PackFiles.FromOptions(paths).Where(f => f.Kind != DocumentKind.System).ToList();
        var pack = PolicyPack.Load(files, ShippedRules.Known);
        wrong = pack.Problems.Select(p => (p, files.First(f => f.Path == p.Location.File))).ToList();
        if (pack.Problems.Any(p => p.Severity == Severity.Error))
            return null;
        return pack.IsComplete
            ? new PackJudge(files, pack, DataTables.Read(tables), asOf, language)
            : throw CheckException.Usage("check.no-pack");
    }

    /// <summary>Everything that is wrong with a file, by itself and by the standard.</summary>
    /// <param name="document">The file.</param>
    /// <param name="alone">What is wrong with it by itself: what cannot be read is not judged further.</param>
    public ValueList<Problem> Judge(SourceDocument document, ValueList<Problem> alone)
    {
        if (
            document.Kind is not (DocumentKind.System or DocumentKind.Waivers or DocumentKind.Evidence)
            || alone.Any(p => p.Family is ProblemFamily.Form or ProblemFamily.Schema)
        )
            return alone.Select(p => _names.Explain(document, p)).ToValueList();
        var together = PolicyPack.Load(_files.Where(f => f.Kind != document.Kind).Append(document), ShippedRules.Known);
        return together
            .Problems.Where(p => p.Location.File == document.Path)
            .Select(p => _names.Explain(document, p))
            .Concat(OfStandard(document, together))
            .Concat(DocumentValidator.DoubtfulNumbers(document))
            .Distinct()
            .OrderBy(p => p.Location.Start)
            .ThenBy(p => p.Code, StringComparer.Ordinal)
            .ToValueList();
    }

    private IEnumerable<Problem> OfStandard(SourceDocument document, PolicyPack together) =>
        document.Kind switch
        {
            DocumentKind.System => Breaches(
                new ReadResult<SystemDeclaration>(together.System, ValueList<Problem>.Empty, document),
                together,
                document
            ),
            DocumentKind.Evidence => Breaches(null, together, document)
                .Concat(EvidenceLints.Check(EvidenceSerializer.Read(document), _pack.Standard!, _asOf)),
            _ => WaiverLints
                .Check(WaiverSerializer.Read(document), _pack.Standard, _asOf)
                .Concat(WaiverLints.CheckDecisions(WaiverSerializer.Read(document), _pack.Standard!, _asOf)),
        };

    // Of a declaration what the register of evidence lacks is not reported, and the other way round: each file answers
    // for itself.
    private IEnumerable<Problem> Breaches(
        ReadResult<SystemDeclaration>? system,
        PolicyPack together,
        SourceDocument document
    ) =>
        from result in _evaluator.Evaluate(system, RuleRun.None, together.Evidence, together.Waivers, _asOf).Controls
        from breach in EvaluationFindings.Breaches(result)
        where breach.Check.Check is EvidenceCheck == (document.Kind == DocumentKind.Evidence)
        select ProblemOf(result, breach.Check, breach.Reason, document);

    // The record that a reason speaks of: late, or signed by somebody who may not.
    private static Location? RecordOf(SourceDocument document, Reason reason)
    {
        if (reason.Record is not { } id || !document.Text.Root.TryGetMember("records", out var records))
            return null;
        foreach (var record in records.Items())
            if (record.TryGetMember("id", out var name) && name.Kind == JsonKind.String && name.GetString() == id.Value)
                return document.LocationOf(name);
        return null;
    }

    private Problem ProblemOf(ControlResult result, CheckResult check, Reason reason, SourceDocument document)
    {
        var control = result.Control;
        var message = CliException.Messages.Message(
            EvaluationFindings.RuleOf(check.Check).Value,
            EvaluationFindings.Sentence(check.Check, reason, _language),
            EvaluationFindings.Remedy(control, reason, _language),
            control.Number,
            _language == MessageLanguage.English ? control.EnglishTitle ?? control.Title : control.Title
        );
        return new Problem(
            message,
            EvaluationFindings.SeverityOf(result, check),
            reason.Location ?? RecordOf(document, reason) ?? Location.StartOf(document.Path)
        );
    }
}
