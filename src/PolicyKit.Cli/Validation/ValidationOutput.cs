using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>One form in which the results of <c>validate</c> are told.</summary>
internal abstract class ValidationOutput
{
    /// <summary>The forms, by the word that <c>--format</c> and <c>--output</c> take.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["human", "json", "sarif", "junit", "github"];

    public static ValidationOutput Create(string format, TextWriter writer, MessageLanguage language, bool quiet) =>
        format == "human" ? new Human(writer, language, quiet) : new Listing(format, writer, language);

    /// <summary>Tells of one problem, in the order of the files.</summary>
    public abstract void Problem(Problem problem, SourceDocument document);

    /// <summary>Ends.</summary>
    /// <param name="summary">How the run ended.</param>
    /// <param name="untold">How many problems were found and not told, because there were too many.</param>
    public abstract void End(ValidationSummary summary, int untold);

    private sealed class Human(TextWriter writer, MessageLanguage language, bool quiet) : ValidationOutput
    {
        // A folder of photographs is not told one by one.
        private const int MostForeign = 20;

        private readonly Terminal _terminal = new(writer);

        public override void Problem(Problem problem, SourceDocument document) =>
            _terminal.Problem(problem, document, language);

        public override void End(ValidationSummary summary, int untold)
        {
            string Say(string key, params object[] arguments) => CliException.Messages.Format(key, language, arguments);
            if (untold > 0)
                _terminal.Line(Say("validate.untold", untold));
            if (quiet)
                return;
            if (summary.Seen < summary.Files)
                _terminal.Line(Say("validate.stopped", summary.Seen, summary.Files));
            foreach (var foreign in summary.Foreign.Take(MostForeign))
                _terminal.Line(
                    Say("validate.skipped", VisibleText.Of(foreign.Path), VisibleText.Of(foreign.What.Text(language)))
                );
            if (summary.Foreign.Count > MostForeign)
                _terminal.Line(Say("validate.skipped-more", summary.Foreign.Count - MostForeign));
            _terminal.Line(Say(Ending(summary), summary.Judged, summary.Invalid, summary.Problems));
        }
    }

    // Warnings are no errors, and are something to look at.
    private static string Ending(ValidationSummary summary)
    {
        if (summary.IsRefused)
            return "validate.refused";
        if (summary.Invalid > 0)
            return "validate.invalid";
        return summary.Problems > 0 ? "validate.valid#warned" : "validate.valid";
    }

    private sealed class Listing(string format, TextWriter writer, MessageLanguage language) : ValidationOutput
    {
        private readonly List<Problem> _problems = [];

        public override void Problem(Problem problem, SourceDocument document) => _problems.Add(problem);

        public override void End(ValidationSummary summary, int untold) =>
            writer.Write(
                format == "json"
                    ? ProblemsJson.Write(_problems, summary, untold, language)
                    : ExchangeFormats.ByName[format](
                        new ExchangeReport(
                            _problems.ConvertAll(p => ReportLine.Of(p, language)),
                            [],
                            IsWhole: !summary.IsRefused,
                            MessageLanguage.Japanese
                        )
                    )
            );
    }
}
