using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NodaTime;
using PolicyKit.Json;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Waivers;

namespace PolicyKit.Analyzers.Engine;

/// <summary>What a compilation is judged by: the pack from the additional files, and the date and language from the build. Made once per compilation and shared by all rules.</summary>
internal sealed class PolicyContext
{
    /// <summary>The item metadata by which the files are found: never by their names.</summary>
    public const string RoleKey = "build_metadata.AdditionalFiles.PolicyKitRole";
    public const string DateKey = "build_property.PolicyKitEvaluationDate";
    public const string LanguageKey = "build_property.PolicyKitLanguage";
    public const string ProjectKey = "build_property.ProjectDir";

    // INVARIANT: one static instance; the compiler's cache is keyed by it, so a file is parsed once however many rules ask.
    public static readonly AdditionalTextValueProvider<SourceDocument> Documents = new(text =>
        SourceDocument.FromText(text.Path, text.GetText()?.ToString() ?? "")
    );

    public static readonly AdditionalTextValueProvider<ConfigurationFile> Configurations = new(text =>
        ConfigurationFile.Read(text.Path, text.GetText()?.ToString() ?? "")
    );

    private static readonly ConditionalWeakTable<Compilation, PolicyContext> Contexts = new();

    private readonly Dictionary<string, SourceText?> _texts;

    private PolicyContext(AnalyzerOptions analyzerOptions, Func<AdditionalText, SourceDocument?> read)
    {
        var options = analyzerOptions.AnalyzerConfigOptionsProvider;
        var files = analyzerOptions
            .AdditionalFiles.Where(file =>
                options.GetOptions(file).TryGetValue(RoleKey, out var role)
                && role.Length > 0
                && role != ConfigurationFile.Role
            )
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .Select(same => same.First())
            .ToList();
        _texts = files.ToDictionary(file => file.Path, file => file.GetText(), StringComparer.Ordinal);
        Pack = PolicyPack.Load(
            files.Select(file =>
                (read(file) ?? SourceDocument.FromText(file.Path, "")).Expecting(
                    options.GetOptions(file).TryGetValue(RoleKey, out var role)
                        ? DocumentKindExtensions.Find(role)
                        : null
                )
            ),
            RuleCatalog.Known
        );
        Language =
            options.GlobalOptions.TryGetValue(LanguageKey, out var language) && language == "en"
                ? MessageLanguage.English
                : MessageLanguage.Japanese;
        if (options.GlobalOptions.TryGetValue(DateKey, out var date) && date.Length > 0)
        {
            if (IsoDate.TryParse(date, out var day))
                EvaluationDate = day;
            else
                UnreadableDate = date;
        }

        // Without a date nobody can say that a waiver has not ended: none counts.
        Waivers = EvaluationDate is { } asOf
            ? new WaiverEvaluator(Pack.Waivers, Pack.Standard, asOf)
            : new WaiverEvaluator(null, Pack.Standard, LocalDate.MaxIsoValue);
        if (EvaluationDate is { } today && Pack.File(DocumentKind.Waivers) is { } register)
            WaiverProblems = WaiverLints.Check(WaiverReader.Read(register), Pack.Standard, today);
        ProjectFolder = options.GlobalOptions.TryGetValue(ProjectKey, out var folder) ? Slashes(folder) : "";
    }

    public PolicyPack Pack { get; }

    public MessageLanguage Language { get; }

    /// <summary>The date on which everything is judged; null when the build gave none.</summary>
    public LocalDate? EvaluationDate { get; }

    /// <summary>The waivers on that date.</summary>
    public WaiverEvaluator Waivers { get; }

    /// <summary>What is wrong with the register of waivers on that date.</summary>
    public ValueList<Problem> WaiverProblems { get; } = ValueList<Problem>.Empty;

    private string ProjectFolder { get; }

    /// <summary>A path relative to the project's folder, with forward slashes.</summary>
    public string RelativePath(string path)
    {
        path = Slashes(path);
        return ProjectFolder.Length > 0 && path.StartsWith(ProjectFolder, StringComparison.OrdinalIgnoreCase)
            ? path.Substring(ProjectFolder.Length).TrimStart('/')
            : path;
    }

    /// <summary>What the build gave as a date, when it is none.</summary>
    public string? UnreadableDate { get; }

    /// <summary>The context of a compilation; <paramref name="read"/> is its cached reading of an additional file.</summary>
    public static PolicyContext Of(
        Compilation compilation,
        AnalyzerOptions options,
        Func<AdditionalText, SourceDocument?> read
    ) => Contexts.GetValue(compilation, _ => new PolicyContext(options, read));

    /// <summary>A place in one of the files as Roslyn has it.</summary>
    public Microsoft.CodeAnalysis.Location ToRoslyn(Reading.Location location)
    {
        var lines = new LinePositionSpan(ToRoslyn(location.Start), ToRoslyn(location.End));
        var span = default(TextSpan);
        if (_texts.TryGetValue(location.File, out var text) && text is not null && lines.End.Line < text.Lines.Count)
        {
            var start = text.Lines.GetPosition(lines.Start);
            span = TextSpan.FromBounds(start, Math.Max(start, text.Lines.GetPosition(lines.End)));
        }

        return Microsoft.CodeAnalysis.Location.Create(location.File, span, lines);
    }

    private static string Slashes(string path) => path.Replace('\\', '/');

    private static LinePosition ToRoslyn(TextPosition position) => new(position.Line - 1, position.Column - 1);
}
