using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Forms;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit import FORM.xlsx</c>: a form that was filled in becomes a file again.</summary>
internal static class FormImport
{
    private const int LargestFile = 20_000_000;

    // Also those that are handed in by mistake: what is wrong with them is said, and they are never taken for a text.
    private static readonly string[] Endings = [".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".csv", ".tsv"];

    public static bool IsForm(string path) => Endings.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>
    /// Reads a workbook and writes what it says: to a file, else into the declaration that a part is put into, else to
    /// standard output.
    /// </summary>
    public static int Run(
        string path,
        string? into,
        string? target,
        TextWriter output,
        Terminal terminal,
        MessageLanguage language
    )
    {
        var full = InputFile.FullPath(path);
        if (InputFile.Length(full, path) > LargestFile)
            throw CliException.Usage("forms.too-large-file", path, LargestFile / 1_000_000);
        var declaration = into is null ? null : InputFile.Read(into);
        if (declaration is not null && !IsValid(declaration, terminal, language))
            return ExitCode.UnreadableDeliverable;
        var result = FormReading.Read(InputFile.Bytes(full, path), declaration);
        foreach (var problem in result.Problems)
            CellProblems.Tell(terminal, problem, PathText.Shown(path), language);
        if (result.Json is not { } json)
            return ExitCode.UnreadableDeliverable;
        if ((target ?? (result.Form!.Part is null ? null : into)) is { } file)
            AtomicFile.Write(file, json);
        else
            output.Write(json);
        return ExitCode.Conforms;
    }

    private static bool IsValid(SourceDocument declaration, Terminal terminal, MessageLanguage language)
    {
        if (declaration.Text.Error is null && declaration.Kind != DocumentKind.System)
            throw CliException.Usage("forms.other-kind", declaration.Path, DocumentKind.System.Name());
        if (declaration.Text.Error is null)
            return true;
        foreach (var problem in DocumentValidator.Validate(declaration.Expecting(DocumentKind.System)))
            terminal.Problem(problem, declaration, language);
        return false;
    }
}
