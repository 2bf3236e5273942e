using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Forms;
using PolicyKit.Forms.Listings;
using PolicyKit.Forms.Papers;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit forms NAME FILE --output FORM.xlsx</c>: a register or a declaration as a workbook that is filled in and
/// read back by <c>policykit import</c>, without a file a blank one; or a sheet or a Word document made of an
/// evaluation or of a pack.
/// </summary>
internal static class FormsCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command(
            "forms",
            "様式をExcelブック又はWord文書で書き出す / write forms as workbooks or Word documents"
        );
        foreach (var form in FormCatalog.All)
            command.Add(Register(form, error));
        foreach (var listing in ListingCatalog.All)
            command.Add(ListingCommand.Create(listing, error));
        foreach (var paper in Paper.All)
            command.Add(PaperCommand.Create(paper, output, error));
        return command;
    }

    private static Command Register(Form form, TextWriter error)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "元になるファイル。なければ空の様式 / the file that fills it; a blank form if absent",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (target, lang) = (Target(), CommonOptions.Language());
        var command = new Command(form.Name, form.Description) { file, target, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () => Write(form, parsed.GetValue(file), parsed.GetValue(target)!, new Terminal(error), language)
            );
        });
        return command;
    }

    /// <summary>The workbook that is written; the program never writes one to a terminal.</summary>
    public static Option<string> Target() =>
        new("--output") { Description = "書き出すファイル (.xlsx) / the file to write (.xlsx)", Required = true };

    private static int Write(Form form, string? path, string target, Terminal terminal, MessageLanguage language)
    {
        SourceDocument? document = null;
        if (path is not null)
        {
            document = InputFile.Read(path);
            if (document.Text.Error is null && document.Kind != form.Kind)
                throw CliException.Usage("forms.other-kind", path, form.Kind.Name());
            var problems = DocumentValidator.Validate(document.Expecting(form.Kind));
            foreach (var problem in problems)
                terminal.Problem(problem, document, language);
            if (problems.Any(p => p.Severity == Severity.Error))
                return ExitCode.UnreadableDeliverable;
        }

        var book = FormWriting.Write(form, document, language, out var unwritten);
        foreach (var problem in unwritten)
            CellProblems.Tell(terminal, problem, target, language);
        if (book is null)
            return ExitCode.UnreadableDeliverable;
        AtomicFile.Write(target, book);
        return ExitCode.Conforms;
    }
}
