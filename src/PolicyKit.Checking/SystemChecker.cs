using System.Globalization;
using Microsoft.CodeAnalysis;
using NodaTime;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Analyzers.Topics.Configuration;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Packs.MunicipalBaseline;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;
using Location = PolicyKit.Reading.Location;

namespace PolicyKit.Checking;

/// <summary>Runs the rules over one compilation, with the body's pack and not the project's word.</summary>
internal sealed class SystemChecker(
    CheckInputs given,
    IReadOnlyList<SourceDocument> givenSystem,
    Declarations declarations,
    string folder,
    bool runsForeignGenerators,
    LocalDate asOf,
    MessageLanguage language
)
{
    // Says by what a program was evaluated; a report says so itself.
    private static readonly RuleId Evaluated = RuleId.Parse("PK0000");

    private readonly Dictionary<string, PolicyPack> _packs = new(StringComparer.Ordinal);

    public async Task<CheckedCompilation> CheckAsync(
        CompilerCall call,
        ReferenceCache references,
        CancellationToken cancellation
    )
    {
        var rebuilt = await RebuiltCompilation.FromAsync(call, references, runsForeignGenerators, cancellation);
        var own = OwnDocuments(rebuilt);
        var documents = Documents(call, own);
        var pack = PackOf(documents);
        var files = ConfigurationFiles.Of(call);
        var inputs = InputsOf(pack, files.Judged, own.Where(d => IsOfPack(d) && !documents.Contains(d)));
        var engine = new RuleEngine(rebuilt.Compilation, inputs);
        var found = engine.Run(cancellation);
        var excerpts = new Excerpts(found, inputs);
        var others = await CitedAnalysis.OfAsync(rebuilt.Compilation, pack, references.Analyzers, cancellation);
        var foreign = call
            .Audit.Select(a => OfAudit(call, a.Rule, a.Message))
            .Concat(others.Found.Select(d => OfAnalyzer(call, d, excerpts)));
        var findings = found
            .Where(f => f.Rule.Rule != Evaluated)
            .Select(f => FindingOf(f, call.Project, excerpts))
            .Concat(CitedFindings.Of(foreign, folder, pack, asOf))
            .ToList();
        findings.AddRange(OfBuild(call, rebuilt, pack));
        var mismatch =
            CompiledSources.Compare(call, out var isCompared) ?? GeneratedSources.Compare(call, rebuilt.Foreign);
        var trees = rebuilt.Compilation.SyntaxTrees.ToList();
        var system = new CheckedSystem(call.Project, pack, findings, trees.Count, rebuilt.Failures)
        {
            Call = call,
            Folder = folder,
            Mismatch = mismatch,
            IsCompared = isCompared,
            Configuration = files.Judged,
            UnreadConfiguration = files.Unread,
            Generators = rebuilt.Generators,
            CitedRules = others.Rules,
            WithoutSubject = engine.WithoutSubject,
        };
        return new CheckedCompilation(system, trees);
    }

    private RuleInputs InputsOf(
        PolicyPack pack,
        IEnumerable<string> configuration,
        IEnumerable<SourceDocument> ignored
    ) =>
        // Waivers name paths from the folder that is checked, for everybody who checks it.
        new(pack, configuration.Select(ConfigurationFiles.Read), asOf, language, folder)
        {
            IsPackGiven = NamesPack,
            Trusted = given.Files.Append(MunicipalBaseline.Source).Select(d => d.Sha256).ToList(),
            Ignored = ignored.ToList(),
        };

    // Registers of the project's count for nothing where the pack is given, and a report names those that count.
    private static bool IsOfPack(SourceDocument document) =>
        document.Kind is DocumentKind.Policy or DocumentKind.Standard;

    // What the build shows and no compilation.
    private IEnumerable<Finding> OfBuild(CompilerCall call, RebuiltCompilation rebuilt, PolicyPack pack)
    {
        var outside = PackagesOutsideSbom
            .Find(call.Project, UsedPackages.Of(call), pack, language)
            .Concat(PublishedDocuments.Find(call, pack, language));
        return MarkedSources.Find(call, rebuilt.Compilation.SyntaxTrees, pack, language) is { } marked
            ? outside.Prepend(marked)
            : outside;
    }

    // The projects of a solution share their files: a pack is loaded once.
    private PolicyPack PackOf(IReadOnlyList<SourceDocument> documents)
    {
        var key = string.Join('\n', documents.Select(d => $"{d.Path}\0{d.Sha256}\0{d.Kind}"));
        if (!_packs.TryGetValue(key, out var pack))
            _packs.Add(key, pack = given.PackOf(documents));
        return pack;
    }

    private bool NamesPack =>
        given.Files.Any(d => d.Kind is DocumentKind.Policy or DocumentKind.Standard || d.Kind is null);

    // What the project gives a role of the pack.
    private static List<SourceDocument> OwnDocuments(RebuiltCompilation rebuilt) =>
        rebuilt
            .AdditionalTexts.Where(t => IsPolicyFile(rebuilt, t))
            .Select(t => InputFileOf(t.Path).Expecting(DocumentKindExtensions.Find(RoleOf(rebuilt, t))))
            .ToList();

    private List<SourceDocument> Documents(CompilerCall call, List<SourceDocument> own)
    {
        var names = NamesPack;
        var documents = given
            .Files.Concat(
                own.Where(d => d.Kind is DocumentKind.System || (!names && given.Files.All(g => g.Kind != d.Kind)))
            )
            .ToList();
        if (givenSystem.Count > 0)
            documents = documents.Where(d => d.Kind is not DocumentKind.System).Concat(givenSystem).ToList();
        if (documents.All(d => d.Kind is not DocumentKind.System))
            documents.AddRange(declarations.Of(call));
        // Where the body names its own pack, registers in the project's hands count for nothing.
        if (given.Files.All(d => d.Kind is DocumentKind.Waivers or DocumentKind.Evidence))
            documents.AddRange(
                PackFiles.RegistersBeside(call.Project).Where(r => documents.All(d => d.Kind != r.Kind))
            );
        return PackFiles.WithImports(documents.DistinctBy(d => Path.GetFullPath(d.Path)).ToList()).ToList();
    }

    private static SourceDocument InputFileOf(string path) => InputFile.Read(Path.GetFullPath(path));

    private static bool IsPolicyFile(RebuiltCompilation rebuilt, AdditionalText text) =>
        RoleOf(rebuilt, text) is { Length: > 0 } role && role != ConfigurationFile.Role;

    private static string RoleOf(RebuiltCompilation rebuilt, AdditionalText text) =>
        rebuilt.Options.GetOptions(text).TryGetValue("build_metadata.AdditionalFiles.PolicyKitRole", out var role)
            ? role
            : "";

    private Finding FindingOf(RuleFinding found, string project, Excerpts excerpts)
    {
        var (location, excerpt) = (LocationOf(found.Location), excerpts.Of(found));
        var message = found.Text(language);
        return new Finding
        {
            Rule = found.Rule.Rule,
            Severity = found.Severity,
            Message = message,
            Remedy = found.Remedy(language),
            Location = location,
            Related = found.Related.Select(LocationOf).ToValueList(),
            Provisions = found.Basis.Provisions,
            Controls = found.Basis.Controls.Select(c => c.Id).ToValueList(),
            Waiver = found.Waiver?.Waiver.Id,
            Excerpt = excerpt,
            Fingerprint = Fingerprints.Of(found.Rule.Rule, location, project, excerpt, message),
        };
    }

    private static Finding OfAudit(CompilerCall call, RuleId rule, string text)
    {
        var (message, location) = (VisibleText.Of(text), Location.StartOf(PathText.Shown(call.Project)));
        return new Finding
        {
            Rule = rule,
            Severity = Severity.Warning,
            Message = message,
            Location = location,
            Provisions = ValueList<ProvisionId>.Empty,
            Controls = ValueList<ControlId>.Empty,
            Fingerprint = Fingerprints.Of(rule, location, call.Project, null, message),
        };
    }

    private Finding OfAnalyzer(CompilerCall call, Diagnostic found, Excerpts excerpts)
    {
        var (rule, excerpt) = (RuleId.Parse(found.Id), excerpts.Of(found.Location));
        var location = found.Location.IsInSource
            ? LocationOf(found.Location)
            : Location.StartOf(PathText.Shown(call.Project));
        var message = SecretShapes.Masked(VisibleText.Of(found.GetMessage(CultureOf(language))));
        return new Finding
        {
            Rule = rule,
            Severity = Severity.Warning,
            Message = message,
            Location = location,
            Provisions = ValueList<ProvisionId>.Empty,
            Controls = ValueList<ControlId>.Empty,
            Excerpt = excerpt,
            Fingerprint = Fingerprints.Of(rule, location, call.Project, excerpt, message),
        };
    }

    // A program without the data of cultures may not know Japanese: the analyzers then say it in English.
    private static CultureInfo CultureOf(MessageLanguage language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language == MessageLanguage.English ? "en" : "ja");
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private static Location LocationOf(Microsoft.CodeAnalysis.Location location)
    {
        var span = SpanOf(location);
        return span.IsValid && span.Path.Length > 0
            ? new Location(
                PathText.Shown(span.Path),
                new TextPosition(span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1),
                new TextPosition(span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1),
                ""
            )
            : Location.StartOf("");
    }

    // What Razor generates stands nowhere on disk: its findings are told where the page has them, as the compiler
    // tells its own.
    private static FileLinePositionSpan SpanOf(Microsoft.CodeAnalysis.Location location)
    {
        var span = location.GetLineSpan();
        if (
            span.Path is not { Length: > 0 } path
            || !path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
            || File.Exists(path)
        )
            return span;
        var mapped = location.GetMappedLineSpan();
        return
            mapped.HasMappedPath
            && Path.GetExtension(mapped.Path).ToLowerInvariant() is ".razor" or ".cshtml"
            && File.Exists(mapped.Path)
            ? mapped
            : span;
    }
}
