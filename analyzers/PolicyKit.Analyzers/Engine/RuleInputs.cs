using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Text;
using NodaTime;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Waivers;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// What a program is evaluated by: the pack, the date, the configuration files and the language. Nothing else decides
/// what the rules find.
/// </summary>
public sealed class RuleInputs
{
    private readonly ConcurrentDictionary<string, SourceText?> _texts = new(StringComparer.Ordinal);

    /// <param name="pack">The policy, the standard, the declaration and the registers.</param>
    /// <param name="configuration">The configuration files of the program.</param>
    /// <param name="asOf">The date on which everything is evaluated; null when nobody gave one.</param>
    /// <param name="language">The language of the findings.</param>
    /// <param name="projectFolder">The folder that waivers name paths from; empty when it is not known.</param>
    /// <param name="unreadableDate">What was given as a date and is not one.</param>
    public RuleInputs(
        PolicyPack pack,
        IEnumerable<ConfigurationFile> configuration,
        LocalDate? asOf,
        MessageLanguage language,
        string projectFolder = "",
        string? unreadableDate = null
    )
    {
        Pack = pack ?? throw new ArgumentNullException(nameof(pack));
        Configuration = configuration.ToList();
        (EvaluationDate, Language, UnreadableDate) = (asOf, language, unreadableDate);
        ProjectFolder = Slashes(projectFolder ?? throw new ArgumentNullException(nameof(projectFolder)));
        // Without a date nobody can say that a waiver has not ended: none counts.
        Waivers = asOf is { } date
            ? new WaiverEvaluator(pack.Waivers, pack.Standard, date)
            : new WaiverEvaluator(null, pack.Standard, LocalDate.MaxIsoValue);
        if (asOf is { } today && pack.File(DocumentKind.Waivers) is { } register)
            WaiverProblems = WaiverLints.Check(WaiverSerializer.Read(register), pack.Standard, today);
    }

    /// <summary>The policy, the standard, the declaration and the registers.</summary>
    public PolicyPack Pack { get; }

    /// <summary>The configuration files of the program.</summary>
    public IReadOnlyList<ConfigurationFile> Configuration { get; }

    /// <summary>The date on which everything is evaluated; null when nobody gave one.</summary>
    public LocalDate? EvaluationDate { get; }

    /// <summary>What was given as a date and is not one.</summary>
    public string? UnreadableDate { get; }

    /// <summary>The language of the findings.</summary>
    public MessageLanguage Language { get; }

    /// <summary>
    /// Whether the body's pack was given from outside; else the packs that the program references count.
    /// </summary>
    public bool IsPackGiven { get; init; }

    /// <summary>The SHA-256 of the files that were given from outside.</summary>
    public IReadOnlyList<string> Trusted { get; init; } = Array.Empty<string>();

    /// <summary>
    /// Files that the program brings as the body's and that decide nothing, because others were given.
    /// </summary>
    public IReadOnlyList<SourceDocument> Ignored { get; init; } = Array.Empty<SourceDocument>();

    /// <summary>The waivers on that date.</summary>
    internal WaiverEvaluator Waivers { get; }

    /// <summary>What is wrong with the register of waivers on that date.</summary>
    internal ValueList<Problem> WaiverProblems { get; } = ValueList<Problem>.Empty;

    private string ProjectFolder { get; }

    /// <summary>A path relative to the project's folder, with forward slashes.</summary>
    internal string RelativePath(string path)
    {
        path = Slashes(path);
        return ProjectFolder.Length > 0 && path.StartsWith(ProjectFolder, StringComparison.OrdinalIgnoreCase)
            ? path.Substring(ProjectFolder.Length).TrimStart('/')
            : path;
    }

    /// <summary>A location in a file of the pack as Roslyn has it.</summary>
    internal Microsoft.CodeAnalysis.Location ToRoslyn(Reading.Location location)
    {
        var lines = new LinePositionSpan(ToRoslyn(location.Start), ToRoslyn(location.End));
        var span = default(TextSpan);
        if (_texts.GetOrAdd(location.File, TextOf) is { } text && lines.End.Line < text.Lines.Count)
        {
            var start = text.Lines.GetPosition(lines.Start);
            span = TextSpan.FromBounds(start, Math.Max(start, text.Lines.GetPosition(lines.End)));
        }

        return Microsoft.CodeAnalysis.Location.Create(location.File, span, lines);
    }

    private SourceText? TextOf(string path) =>
        Pack.Files.Concat(Ignored).FirstOrDefault(file => file.Path == path) is { } document
            ? SourceText.From(document.Content)
            : null;

    private static string Slashes(string path) => path.Replace('\\', '/');

    private static LinePosition ToRoslyn(TextPosition position) => new(position.Line - 1, position.Column - 1);
}
