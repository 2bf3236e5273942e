using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NodaTime;
using NodaTime.Text;
using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Framework;

/// <summary>What a compilation is judged by: the pack from the additional files, and the date and language from the build. Made once per compilation and shared by all rules.</summary>
internal sealed class PolicyContext
{
    /// <summary>The item metadata by which the files are found: never by their names.</summary>
    public const string RoleKey = "build_metadata.AdditionalFiles.PolicyKitRole";
    public const string DateKey = "build_property.PolicyKitEvaluationDate";
    public const string LanguageKey = "build_property.PolicyKitLanguage";

    // INVARIANT: one static instance; the compiler's cache is keyed by it, so a file is parsed once however many rules ask.
    public static readonly AdditionalTextValueProvider<SourceDocument> Documents =
        new(text => SourceDocument.FromText(text.Path, text.GetText()?.ToString() ?? ""));

    private static readonly ConditionalWeakTable<Compilation, PolicyContext> Contexts = new();

    private readonly Dictionary<string, SourceText?> _texts;

    private PolicyContext(AnalyzerOptions analyzerOptions, Func<AdditionalText, SourceDocument?> read)
    {
        var options = analyzerOptions.AnalyzerConfigOptionsProvider;
        var files = analyzerOptions.AdditionalFiles
            .Where(file => options.GetOptions(file).TryGetValue(RoleKey, out var role) && role.Length > 0)
            .GroupBy(file => file.Path, StringComparer.Ordinal).Select(same => same.First()).ToList();
        _texts = files.ToDictionary(file => file.Path, file => file.GetText(), StringComparer.Ordinal);
        Pack = PolicyPack.Load(files.Select(file => (read(file) ?? SourceDocument.FromText(file.Path, "")).Expecting(options.GetOptions(file).TryGetValue(RoleKey, out var role) ? DocumentKinds.Find(role) : null)), RuleCatalog.Known);
        Language = options.GlobalOptions.TryGetValue(LanguageKey, out var language) && language == "en" ? MessageLanguage.English : MessageLanguage.Japanese;
        if (options.GlobalOptions.TryGetValue(DateKey, out var date) && date.Length > 0)
        {
            var parsed = LocalDatePattern.Iso.Parse(date);
            if (parsed.Success) EvaluationDate = parsed.Value;
            else UnreadableDate = date;
        }
    }

    public PolicyPack Pack { get; }

    public MessageLanguage Language { get; }

    /// <summary>The date on which everything is judged; null when the build gave none.</summary>
    public LocalDate? EvaluationDate { get; }

    /// <summary>What the build gave as a date, when it is none.</summary>
    public string? UnreadableDate { get; }

    /// <summary>The context of a compilation; <paramref name="read"/> is its cached reading of an additional file.</summary>
    public static PolicyContext Of(Compilation compilation, AnalyzerOptions options, Func<AdditionalText, SourceDocument?> read) =>
        Contexts.GetValue(compilation, _ => new PolicyContext(options, read));

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

    private static LinePosition ToRoslyn(TextPosition position) => new(position.Line - 1, position.Column - 1);
}
