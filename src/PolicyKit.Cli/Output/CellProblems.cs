using PolicyKit.Findings;
using PolicyKit.Forms;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Output;

/// <summary>What is said of a workbook: the place is a sheet and a cell.</summary>
internal static class CellProblems
{
    public static void Tell(Terminal terminal, CellProblem problem, string file, MessageLanguage language)
    {
        terminal.Head(problem.Severity, problem.Message.Code, Safe(problem.Message.Text(language)));
        terminal.Line(" --> " + VisibleText.Of(PlaceOf(problem, file)));
        if (problem.Message.Remedy(language) is { } remedy)
            terminal.Note(language, "fix", Safe(remedy));
        terminal.Line();
    }

    // 台帳.xlsx 'Sheet'!C7, as spreadsheets write it.
    private static string PlaceOf(CellProblem problem, string file) =>
        (problem.Sheet, problem.Cell) switch
        {
            (null, _) => file,
            ({ } sheet, null) => $"{file} '{sheet}'",
            ({ } sheet, { } cell) => $"{file} '{sheet}'!{cell}",
        };

    private static string Safe(string text) => VisibleText.Of(SecretShapes.Masked(text));
}
