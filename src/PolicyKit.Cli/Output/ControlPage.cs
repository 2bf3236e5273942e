using System.Text;
using PolicyKit.Cli.Failures;
using PolicyKit.Evidence;
using PolicyKit.Messages;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>What a control of the baseline asks for, how it is checked, and what it rests on.</summary>
internal static class ControlPage
{
    private static readonly Lazy<SecurityStandard> Baseline = new(() =>
        PolicyKit.Packs.MunicipalBaseline.MunicipalBaseline.Standard
    );

    /// <summary>The control of an id or a number; null when the baseline has none.</summary>
    public static Control? Find(string name) =>
        Baseline.Value.Controls.FirstOrDefault(c => c.Id.Value == name || c.Number == name);

    public static string Render(Control control, MessageLanguage language)
    {
        string Say(string key) => CliException.Messages.Format(key, language);
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line(
            $"{control.Number} {control.Title}{(control.EnglishTitle is { } english ? $" / {english}" : "")} ({control.Id})"
        );
        Line($"{Say("status.requirement")}: {control.Requirement}");
        Line($"{Say("status.criterion")}: {control.Criterion}");
        foreach (
            var line in SourceText.Of(
                control.Sources,
                control.SourceState,
                control.SourceNote,
                Baseline.Value,
                language
            )
        )
            Line(line);
        foreach (var parameter in control.Parameters.Select(Baseline.Value.Find).OfType<Parameter>())
        {
            Line(
                $"{Say("status.parameter")}: {parameter.Title} = {string.Join(", ", parameter.Values)}{parameter.Unit}"
            );
            foreach (
                var line in SourceText.Of(
                    parameter.Sources,
                    parameter.SourceState,
                    parameter.SourceNote,
                    Baseline.Value,
                    language
                )
            )
                Line("  " + line);
        }

        foreach (var check in control.Checks)
            Line($"{Say("status.check")}: {Describe(check, language)}");
        if (control.NotMachineCheckable is { } why)
            Line($"{Say("status.not-checkable")}: {why}");
        return text.ToString();
    }

    // The name of a rule says where its page is; of a member of the declaration or a kind of record it says too little.
    private static string Describe(Check check, MessageLanguage language)
    {
        string Say(string key, params object[] arguments) => CliException.Messages.Format(key, language, arguments);
        return check switch
        {
            DeclarationCheck declaration => Say(
                "explain.declaration",
                declaration.Subject,
                Said(declaration, language)
            ),
            EvidenceCheck evidence => Say("explain.evidence", evidence.Record.Title().Text(language)),
            _ => check.Name,
        };
    }

    private static string Said(DeclarationCheck check, MessageLanguage language) =>
        language == MessageLanguage.English ? check.EnglishExpectation ?? check.Expectation : check.Expectation;
}
