using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Documents;
using PolicyKit.Instruments.Rendering;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit render FILE</c>: the official text of a policy; what is odd in it goes to stderr.</summary>
internal static class RenderCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "基本方針のファイル / policy file" };
        var format = CommonOptions.Format("markdown", "text", "html", "docx");
        var target = new Option<string?>("--output") { Description = "書き出すファイル / the file to write" };
        var vertical = new Option<bool>("--vertical") { Description = "縦書き (html, docx) / vertical writing" };
        var lang = CommonOptions.Language();
        var command = new Command("render", "公式文書を出力する / render the official text of a policy")
        {
            file,
            format,
            target,
            vertical,
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
                    var terminal = new Terminal(error);
                    if (Read(parsed.GetValue(file)!, language, terminal) is not { } policy)
                        return ExitCode.InvalidPolicy;
                    Write(policy, parsed.GetValue(format)!, parsed.GetValue(target), parsed.GetValue(vertical), output);
                    return ExitCode.Conforms;
                }
            );
        });
        return command;
    }

    private static SecurityPolicy? Read(FileInfo file, MessageLanguage language, Terminal terminal)
    {
        var source = InputFile.Read(file.FullName);
        var result = PolicySerializer.Read(source);
        foreach (var problem in result.Problems)
            terminal.Problem(problem, source, language);
        if (!result.IsValid)
            return null;
        foreach (var oddity in PolicyLints.Check(result.Value!, source))
            terminal.Problem(oddity, source, language);
        return result.Value;
    }

    private static void Write(SecurityPolicy policy, string format, string? target, bool isVertical, TextWriter output)
    {
        if (format == "docx")
        {
            AtomicFile.Write(
                target ?? throw CliException.Usage("render.no-output"),
                PolicyWord.Render(PolicyText.LinesOf(policy, Plain(policy)), isVertical)
            );
            return;
        }

        var text = format switch
        {
            "html" => PolicyHtml.Render(policy, PolicyText.LinesOf(policy, Plain(policy)), isVertical),
            "text" when PolicyText.HasLayout(policy) => PolicyText.Plain(policy),
            "text" => Plain(policy),
            _ when PolicyText.HasLayout(policy) => PolicyText.Markdown(policy),
            _ => PolicyDocument.Render(policy, DocumentFormat.Markdown),
        };
        if (target is null)
            output.Write(text);
        else
            AtomicFile.Write(target, text);
    }

    private static string Plain(SecurityPolicy policy) => PolicyDocument.Render(policy, DocumentFormat.PlainText);
}
