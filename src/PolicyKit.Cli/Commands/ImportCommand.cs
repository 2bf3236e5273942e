using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Documents;
using PolicyKit.Findings;
using PolicyKit.Instruments;
using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using SourceText = PolicyKit.Instruments.Sources.SourceText;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit import FILE --output policy.json</c>: a policy of a printed text, with a report of what was not
/// understood; <c>policykit import --check POLICY SOURCE</c> compares the two; a workbook is a form (see
/// <see cref="FormImport"/>).
/// </summary>
internal static class ImportCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description =
                "取り込む文書 (.docx, .html, .md, .txt) または様式 (.xlsx)。--check では方針と原文 / "
                + "the document or form (.xlsx), or with --check the policy and its source",
            Arity = new ArgumentArity(1, 2),
        };
        var file = new Option<string?>("--output") { Description = "書き出すファイル / the file to write" };
        var check = new Option<bool>("--check")
        {
            Description = "方針と原文を照合する / compare a policy with its source",
        };
        var into = new Option<string?>("--into")
        {
            Description = "様式を取り込む先の申告 / the declaration that a form is put into",
        };
        var id = new Option<string>("--id")
        {
            Description = "方針のID / id of the policy",
            DefaultValueFactory = _ => "imported.basic-policy",
        };
        var body = new Option<string?>("--body") { Description = "団体の名称 / name of the body" };
        var title = new Option<string?>("--title") { Description = "題名 / title" };
        var adopted = new Option<string?>("--adopted") { Description = "制定日 / day of adoption (2026-04-01)" };
        var lang = CommonOptions.Language();
        var command = new Command(
            "import",
            "印刷された方針または記入した様式を取り込む / make a policy of a printed text, or a file of a form"
        )
        {
            files,
            file,
            check,
            into,
            id,
            body,
            title,
            adopted,
            lang,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () =>
                {
                    var paths = parsed.GetValue(files)!;
                    var run = new Session(output, new Terminal(error), language);
                    if (parsed.GetValue(check))
                        return paths.Length == 2
                            ? run.Compare(paths[0], paths[1])
                            : throw CliException.Usage("import.check-needs-two");
                    if (paths.Length != 1)
                        throw CliException.Usage("import.one-file");
                    if (FormImport.IsForm(paths[0]))
                        return FormImport.Run(
                            paths[0],
                            parsed.GetValue(into),
                            parsed.GetValue(file),
                            output,
                            new Terminal(error),
                            language
                        );
                    var options = new ImportOptions
                    {
                        Id = PolicyId.TryParse(parsed.GetValue(id)!, out var named)
                            ? named
                            : throw CliException.Usage("import.bad-id", parsed.GetValue(id)!),
                        Body = parsed.GetValue(body),
                        Title = parsed.GetValue(title),
                        Adopted = parsed.GetValue(adopted) is { } day ? CommonOptions.ParseDate(day) : null,
                    };
                    return run.Import(paths[0], parsed.GetValue(file), options);
                }
            );
        });
        return command;
    }

    /// <summary>One run, with where it writes.</summary>
    private sealed class Session(TextWriter output, Terminal terminal, MessageLanguage language)
    {
        public int Import(string path, string? target, ImportOptions options)
        {
            if (Source(path) is not { } source)
                return ExitCode.UnreadableDeliverable;
            var result = PolicyImport.Import(source, options);
            if (result.Policy is { } policy)
            {
                var json = PolicySerializer.Write(policy);
                if (target is null)
                    output.Write(json);
                else
                    AtomicFile.Write(target, json);
                var verbatim = result.IsVerbatim ? "import.verbatim" : "import.not-verbatim";
                terminal.Line(Say(InstrumentMessages.Catalog.Message(verbatim, result.Characters, result.Kept)));
            }

            foreach (var note in result.Notes)
                Tell(note);
            terminal.Line(Say(InstrumentMessages.Catalog.Message("import.open", result.Notes.Count(n => n.IsOpen))));
            return result.Policy is null ? ExitCode.Usage : ExitCode.Conforms;
        }

        public int Compare(string policyPath, string sourcePath)
        {
            var file = InputFile.Read(policyPath);
            var policy = PolicySerializer.Read(file);
            foreach (var problem in policy.Problems)
                terminal.Problem(problem, file, language);
            if (!policy.IsValid)
                return ExitCode.InvalidPolicy;
            if (Source(sourcePath) is not { } source)
                return ExitCode.UnreadableDeliverable;
            var plain = PolicyDocument.Render(policy.Value!, DocumentFormat.PlainText);
            if (PolicyComparison.Of(policy.Value!, source, plain) is { } difference)
            {
                Tell(difference);
                return ExitCode.Violations;
            }

            terminal.Line(Say(InstrumentMessages.Catalog.Message("import.same")));
            return ExitCode.Conforms;
        }

        // A file of somebody else's is looked at by its size before it is opened.
        private SourceText? Source(string path)
        {
            var full = InputFile.FullPath(path);
            if (InputFile.Length(full, path) > SourceReader.LargestFile)
            {
                terminal.Failure(
                    InstrumentMessages.Catalog.Message("import.too-large", SourceReader.LargestFile / 1_000_000),
                    language
                );
                return null;
            }

            var result = SourceReader.Read(path, InputFile.Bytes(full, path));
            if (result.Problem is { } problem)
                terminal.Failure(problem, language);
            return result.Text;
        }

        private void Tell(ImportNote note)
        {
            var place = note.Line is { } line and > 0
                ? Say(InstrumentMessages.Catalog.Message("import.line", line)) + ": "
                : "";
            var remedy = note.Message.Remedy(language) is { } cure ? $" ({cure})" : "";
            terminal.Line((note.IsOpen ? "! " : "  ") + place + Say(note.Message) + remedy);
        }

        // The text of a foreign file reaches a terminal without its control characters.
        private string Say(LocalizedMessage message) => VisibleText.Of(message.Text(language));
    }
}
