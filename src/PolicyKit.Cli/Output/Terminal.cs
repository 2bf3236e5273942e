using System.Runtime.CompilerServices;
using PolicyKit.Cli.Failures;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Reading;
using Spectre.Console;

namespace PolicyKit.Cli.Output;

/// <summary>
/// Text for people. Colours only where the terminal has them and NO_COLOR is not set; never wraps, so that a line can
/// be searched for.
/// </summary>
internal sealed class Terminal
{
    // Found once in a document, however many of its lines are shown.
    private static readonly ConditionalWeakTable<SourceDocument, IReadOnlyList<Location>> Secrets = [];

    private readonly TextWriter _writer;
    private readonly Lazy<IAnsiConsole>? _console;

    public Terminal(TextWriter writer)
    {
        _writer = writer;
        // A file or a pipe gets plain text, and no terminal library is loaded for it.
        if (IsTerminal(writer))
            _console = new Lazy<IAnsiConsole>(() => Coloured(writer));
    }

    /// <summary>Shows on a terminal that something goes on while it does.</summary>
    public Task<T> WhileWorking<T>(MessageLanguage language, Func<Task<T>> work) =>
        _console is null
            ? work()
            : _console.Value.Status().StartAsync(CliException.Messages.Format("check.working", language), _ => work());

    public void Line(string text = "") => _writer.Write(text + "\n");

    public void Failure(LocalizedMessage message, MessageLanguage language)
    {
        Write(
            Severity.Error,
            language == MessageLanguage.English ? "error" : "エラー",
            ": " + VisibleText.Of(message.Text(language))
        );
        if (message.Remedy(language) is { } remedy)
            Note(language, "fix", remedy);
    }

    public void Head(Severity severity, string code, string message) =>
        Write(severity, $"{Word(severity)}[{code}]", ": " + message);

    /// <summary>The place and the line it begins in, with a mark under the part that is meant.</summary>
    public void Frame(Location location, Excerpt? excerpt)
    {
        var number = location.Start.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var gutter = new string(' ', number.Length);
        Line($"{gutter}--> {location}");
        if (excerpt is null)
            return;
        var (text, mark) = CodeFrame.Of(excerpt);
        Line($"{gutter} |");
        Line($"{number} | {text}");
        Line($"{gutter} | {mark}");
    }

    public void Note(MessageLanguage language, string key, string text) =>
        Line($"  = {CliException.Messages.Format("note." + key, language)}: {text}");

    public void Problem(Problem problem, SourceDocument source, MessageLanguage language, string? rule = null)
    {
        Head(problem.Severity, rule ?? problem.Code, Safe(problem.Message.Text(language)));
        Frame(
            problem.Location,
            source.LineAt(problem.Location.Start.Line) is { } line ? Around(line, problem.Location, source) : null
        );
        if (problem.Message.Remedy(language) is { } remedy)
            Note(language, "fix", Safe(remedy));
        Line();
    }

    private static Excerpt Around(string line, Location at, SourceDocument source) =>
        Excerpt.Of(
            line,
            at.Start.Column - 1,
            at.End.Line == at.Start.Line ? at.End.Column - 1 : line.Length,
            SecretsIn(line, at.Start.Line, source)
        );

    // The parts of a line that belong to secret values of the document.
    private static IEnumerable<(int Start, int Length)> SecretsIn(string line, int number, SourceDocument source)
    {
        foreach (var secret in Secrets.GetValue(source, SecretValues.Find))
        {
            if (secret.Start.Line > number || secret.End.Line < number)
                continue;
            var start = secret.Start.Line == number ? secret.Start.Column - 1 : 0;
            var end = secret.End.Line == number ? secret.End.Column - 1 : line.Length;
            yield return (Math.Min(start, line.Length), Math.Max(0, Math.Min(end, line.Length) - start));
        }
    }

    private static string Safe(string text) => VisibleText.Of(SecretShapes.Masked(text));

    /// <summary>
    /// A state in a column of its own, and what it is the state of. The word says it all; the colour only helps.
    /// </summary>
    public void State(ComplianceState state, MessageLanguage language, string rest)
    {
        var word = state.Title().Text(language);
        var padded =
            word + new string(' ', Math.Max(1, (language == MessageLanguage.English ? 22 : 15) - TextWidth.Of(word)));
        if (_console is null)
        {
            Line(padded + rest);
            return;
        }

        var colour = state switch
        {
            ComplianceState.Violated or ComplianceState.Overdue => Color.Red,
            ComplianceState.NotEvidenced or ComplianceState.Waived => Color.Yellow,
            ComplianceState.Satisfied => Color.Green,
            _ => Color.Grey,
        };
        _console.Value.Write(new Text(padded, new Style(colour)));
        Line(rest);
    }

    private static string Word(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        };

    private void Write(Severity severity, string word, string rest)
    {
        if (_console is null)
        {
            Line(word + rest);
            return;
        }

        var colour = severity switch
        {
            Severity.Error => Color.Red,
            Severity.Warning => Color.Yellow,
            _ => Color.Blue,
        };
        _console.Value.Write(new Text(word, new Style(colour, decoration: Decoration.Bold)));
        Line(rest);
    }

    private static IAnsiConsole Coloured(TextWriter writer)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.Detect }
        );
        console.Profile.Width = 100_000;
        return console;
    }

    private static bool IsTerminal(TextWriter writer) =>
        (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
        || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
}
