using System.CommandLine;
using PolicyKit.Cli.Output;
using PolicyKit.Documents;
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
        var format = CommonOptions.Format("markdown", "text");
        var lang = CommonOptions.Language();
        var command = new Command("render", "公式文書を出力する / render the official text of a policy")
        {
            file,
            format,
            lang,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () => Render(parsed.GetValue(file)!, parsed.GetValue(format)!, language, output, new Terminal(error))
            );
        });
        return command;
    }

    private static int Render(
        FileInfo file,
        string format,
        MessageLanguage language,
        TextWriter output,
        Terminal terminal
    )
    {
        var source = InputFile.Read(file.FullName);
        var result = PolicySerializer.Read(source);
        foreach (var problem in result.Problems)
            terminal.Problem(problem, source, language);
        if (!result.IsValid)
            return ExitCode.InvalidPolicy;
        foreach (var oddity in PolicyLints.Check(result.Value!, source))
            terminal.Problem(oddity, source, language);
        output.Write(
            PolicyDocument.Render(result.Value!, format == "text" ? DocumentFormat.PlainText : DocumentFormat.Markdown)
        );
        return ExitCode.Conforms;
    }
}
