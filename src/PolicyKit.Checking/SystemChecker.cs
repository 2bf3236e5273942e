using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NodaTime;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Checking.Io;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;
using Location = PolicyKit.Reading.Location;

namespace PolicyKit.Checking;

/// <summary>Runs the rules over one compilation, with the body's pack and not the project's word.</summary>
internal sealed class SystemChecker(
    IReadOnlyList<SourceDocument> givenPack,
    IReadOnlyList<SourceDocument> givenSystem,
    LocalDate asOf,
    MessageLanguage language
)
{
    private const string RoleKey = "build_metadata.AdditionalFiles.PolicyKitRole";

    public async Task<CheckedSystem> CheckAsync(
        CompilerCall call,
        ReferenceCache references,
        CancellationToken cancellation
    )
    {
        var rebuilt = RebuiltCompilation.From(call, references);
        var documents = Documents(call, rebuilt);
        var pack = PolicyPack.Load(documents, RuleCatalog.Known);
        var configuration = ConfigurationTexts.Beside(call.Project);
        var texts = documents.Select(d => (AdditionalText)new DocumentText(d)).Concat(configuration).ToImmutableArray();
        var roles = texts.ToImmutableDictionary(
            t => t.Path,
            t =>
                ImmutableDictionary
                    .Create<string, string>(AnalyzerConfigOptions.KeyComparer)
                    .Add(
                        RoleKey,
                        t is ConfigurationText
                            ? ConfigurationTexts.Role
                            : documents.First(d => d.Path == t.Path).Kind?.Name() ?? "unknown"
                    )
        );
        var project = rebuilt.AdditionalTexts.Where(t => RoleOf(rebuilt, t).Length == 0);
        var options = rebuilt.Options.With(
            ImmutableDictionary
                .Create<string, string>(AnalyzerConfigOptions.KeyComparer)
                .Add(
                    "build_property.PolicyKitEvaluationDate",
                    asOf.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                )
                .Add("build_property.PolicyKitLanguage", language == MessageLanguage.English ? "en" : "ja"),
            roles
        );
        Exception? crash = null;
        var analysis = rebuilt.Compilation.WithAnalyzers(
            [new PolicyAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. project, .. texts], options),
                (e, _, _) => crash ??= e,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true
            )
        );
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(cancellation);
        if (crash is not null)
            throw new InvalidOperationException("a rule failed", crash);
        var secrets = diagnostics
            .Where(d => d.Location.IsInSource && RuleCatalog.Find(RuleId.Parse(d.Id))!.PointsAtSecrets)
            .SelectMany(d => SecretsOf(d).Select(span => (Tree: d.Location.SourceTree!, Span: span)))
            .ToLookup(s => s.Tree, s => s.Span);
        foreach (
            var diagnostic in diagnostics.Where(d =>
                !d.Location.IsInSource && RuleCatalog.Find(RuleId.Parse(d.Id))!.PointsAtSecrets
            )
        )
            configuration
                .FirstOrDefault(c => c.Path == LocationOf(diagnostic).File)
                ?.Secrets.Add(LocationOf(diagnostic));
        var findings = diagnostics
            .Where(d => d.Id != "PK0000")
            .Select(d => ToFinding(d, pack, documents, configuration, secrets))
            .Concat(
                CitedFindings.Of(call.Audit.Select(a => OfAudit(call, a.Rule, a.Message)), call.Project, pack, asOf)
            )
            .ToList();
        return new CheckedSystem(
            call.Project,
            pack,
            findings,
            rebuilt.Compilation.SyntaxTrees.Count(),
            rebuilt.Failures
        );
    }

    private List<SourceDocument> Documents(CompilerCall call, RebuiltCompilation rebuilt)
    {
        var own = rebuilt
            .AdditionalTexts.Where(t => IsPolicyFile(rebuilt, t))
            .Select(t => InputFileOf(t.Path).Expecting(DocumentKindExtensions.Find(RoleOf(rebuilt, t))))
            .ToList();
        var names = givenPack.Any(d => d.Kind is DocumentKind.Policy or DocumentKind.Standard || d.Kind is null);
        var documents = givenPack
            .Concat(own.Where(d => d.Kind is DocumentKind.System || (!names && givenPack.All(g => g.Kind != d.Kind))))
            .ToList();
        if (givenSystem.Count > 0)
            documents = documents.Where(d => d.Kind is not DocumentKind.System).Concat(givenSystem).ToList();
        if (documents.All(d => d.Kind is not DocumentKind.System))
            documents.AddRange(PackFiles.SystemsBeside(call.Project));
        // Where the body names its own pack, registers in the project's hands count for nothing.
        if (givenPack.All(d => d.Kind is DocumentKind.Waivers or DocumentKind.Evidence))
            documents.AddRange(
                PackFiles.RegistersBeside(call.Project).Where(r => documents.All(d => d.Kind != r.Kind))
            );
        return PackFiles.WithImports(documents.DistinctBy(d => Path.GetFullPath(d.Path)).ToList()).ToList();
    }

    private static SourceDocument InputFileOf(string path) => InputFile.Read(Path.GetFullPath(path));

    private static bool IsPolicyFile(RebuiltCompilation rebuilt, AdditionalText text) =>
        RoleOf(rebuilt, text) is { Length: > 0 } role && role != ConfigurationTexts.Role;

    private static string RoleOf(RebuiltCompilation rebuilt, AdditionalText text) =>
        rebuilt.Options.GetOptions(text).TryGetValue(RoleKey, out var role) ? role : "";

    private static Finding ToFinding(
        Diagnostic diagnostic,
        PolicyPack pack,
        List<SourceDocument> documents,
        IReadOnlyList<ConfigurationText> configuration,
        ILookup<SyntaxTree, TextSpan> secrets
    )
    {
        var rule = RuleId.Parse(diagnostic.Id);
        var basis = RuleCatalog.BasisOf(pack, rule);
        var location = LocationOf(diagnostic);
        diagnostic.Properties.TryGetValue(FindingProperties.Message, out var message);
        diagnostic.Properties.TryGetValue(FindingProperties.Remedy, out var remedy);
        diagnostic.Properties.TryGetValue(FindingProperties.Waiver, out var waiver);
        var excerpt =
            ExcerptOf(diagnostic, secrets)
            ?? configuration.FirstOrDefault(c => c.Path == location.File)?.ExcerptAt(location)
            ?? (
                documents.FirstOrDefault(d => d.Path == location.File)?.LineAt(location.Start.Line) is { } line
                    ? Excerpt.Of(
                        line,
                        location.Start.Column - 1,
                        location.End.Line == location.Start.Line ? location.End.Column - 1 : line.Length
                    )
                    : null
            );
        return new Finding
        {
            Rule = rule,
            Severity = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => Severity.Error,
                DiagnosticSeverity.Warning => Severity.Warning,
                _ => Severity.Information,
            },
            Message = message ?? diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            Remedy = remedy,
            Location = location,
            Provisions = basis.Provisions,
            Controls = basis.Controls.Select(c => c.Id).ToValueList(),
            Waiver = waiver is null ? null : WaiverId.TryParse(waiver),
            Excerpt = excerpt,
            Fingerprint = "",
        };
    }

    private static Finding OfAudit(CompilerCall call, RuleId rule, string message) =>
        new()
        {
            Rule = rule,
            Severity = Severity.Warning,
            Message = VisibleText.Of(message),
            Location = Reading.Location.StartOf(PathText.Shown(call.Project)),
            Provisions = ValueList<ProvisionId>.Empty,
            Controls = ValueList<ControlId>.Empty,
            Fingerprint = "",
        };

    private static Reading.Location LocationOf(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return span.IsValid && span.Path.Length > 0
            ? new Reading.Location(
                PathText.Shown(span.Path),
                new TextPosition(span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1),
                new TextPosition(span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1),
                ""
            )
            : Reading.Location.StartOf("");
    }

    // No output repeats a secret: what a rule about secrets points at is masked in every frame that shows the line, whichever rule the frame is of.
    private static Excerpt? ExcerptOf(Diagnostic diagnostic, ILookup<SyntaxTree, TextSpan> secrets)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
            return null;
        var text = tree.GetText();
        var span = diagnostic.Location.SourceSpan;
        var line = text.Lines.GetLineFromPosition(span.Start);
        var inLine = secrets[tree]
            .Select(s => s.Intersection(line.Span))
            .OfType<TextSpan>()
            .Select(s => (s.Start - line.Start, s.Length));
        return Excerpt.Of(line.ToString(), span.Start - line.Start, Math.Min(span.End, line.End) - line.Start, inLine);
    }

    // A connection string keeps its harmless parts; a literal without a known shape is a secret as a whole, its quotes apart.
    private static IEnumerable<TextSpan> SecretsOf(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        var literal = diagnostic.Location.SourceTree!.GetText().ToString(span);
        if (SecretShapes.Find(literal).Any())
            return [];
        return literal.Length > 2 && literal[0] == '"' && literal[^1] == '"'
            ? [TextSpan.FromBounds(span.Start + 1, span.End - 1)]
            : [span];
    }

    private sealed class DocumentText(SourceDocument document) : AdditionalText
    {
        // The path as shown: the rules report under it, and the frame finds the file by it.
        public override string Path => document.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(document.Content, System.Text.Encoding.UTF8);
    }
}

/// <summary>What became of one compilation.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Pack">What it was judged by.</param>
/// <param name="Findings">The findings; their fingerprints are set when all are known.</param>
/// <param name="TreeCount">How many files were looked at.</param>
/// <param name="Failures">What could not be looked at.</param>
internal sealed record CheckedSystem(
    string Project,
    PolicyPack Pack,
    IReadOnlyList<Finding> Findings,
    int TreeCount,
    IReadOnlyList<string> Failures
);
