using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

/// <summary>A file that is used as the body's, and that the body's pack did not bring.</summary>
public sealed class PK0004_UnpublishedPack()
    : PolicyRule("PK0004", MeasureKind.Operations, Severity.Error, Scope.AlwaysOn, WholeProgram.Partly)
{
    private protected override void Start(RuleContext rule)
    {
        var isGiven = rule.Policy.IsPackGiven;
        var published = isGiven ? Array.Empty<(string Name, string Sha256)>() : PublishedFiles.Of(rule.Compilation);
        // A body without a package of its own published nothing that could differ.
        if (!isGiven && published.Count == 0)
            return;
        var known = new HashSet<string>(rule.Policy.Trusted.Concat(published.Select(p => p.Sha256)));
        rule.RegisterPolicyFiles(file =>
        {
            foreach (var document in rule.Policy.Pack.Files.Where(f => f.Path == file.Path))
                if (ProblemOf(document, known, isUsed: true) is { } problem)
                    file.Report(problem);
            foreach (var document in rule.Policy.Ignored.Where(f => f.Path == file.Path))
                if (ProblemOf(document, known, isUsed: false) is { } problem)
                    file.Report(problem);
        });
        rule.RegisterCompilationEndAction(end => ReportMissing(end, published));
    }

    private static Problem? ProblemOf(SourceDocument document, HashSet<string> known, bool isUsed)
    {
        var isRegister = document.Kind is DocumentKind.Waivers or DocumentKind.Evidence;
        if (
            known.Contains(document.Sha256)
            || !(isRegister || document.Kind is DocumentKind.Policy or DocumentKind.Standard)
        )
            return null;
        return new Problem(
            RuleContext.Messages.Message(
                isRegister ? "PK0004.register" : "PK0004",
                VisibleText.Of(Path.GetFileName(document.Path)),
                document.Sha256
            ),
            SeverityOf(isRegister, isUsed),
            Reading.Location.StartOf(document.Path)
        );
    }

    // A register a body may hand out by itself: it is named. What decides nothing fails nothing.
    private static Severity SeverityOf(bool isRegister, bool isUsed)
    {
        if (isRegister)
            return Severity.Information;
        return isUsed ? Severity.Error : Severity.Warning;
    }

    // Where nothing of the pack arrives, PK0001 says so.
    private static void ReportMissing(EndContext end, IReadOnlyList<(string Name, string Sha256)> published)
    {
        var files = end.Rule.Policy.Pack.Files;
        if (files.Count == 0)
            return;
        foreach (var (name, _) in published.Where(p => files.All(f => f.Sha256 != p.Sha256)))
            end.ReportAspect(Microsoft.CodeAnalysis.Location.None, name, "PK0004.missing", name);
    }
}
