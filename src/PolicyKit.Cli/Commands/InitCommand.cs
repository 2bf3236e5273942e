using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Cli.Starting;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit init</c>: all that a body begins with, in one folder: a pack, registers, a first declaration, a
/// pipeline and the settings of the editor.
/// </summary>
internal static class InitCommand
{
    public static Command Create(TextWriter output, TextWriter error, TextReader? terminal)
    {
        var folder = new Option<string>("--output")
        {
            Description = "書き出すフォルダー (既定: ここ) / folder to write (default: here)",
            DefaultValueFactory = _ => ".",
        };
        var ci = new Option<string>("--ci")
        {
            Description = "パイプライン / pipeline (github, gitlab, script)",
            DefaultValueFactory = _ => "script",
        };
        ci.AcceptOnlyFromAmong([.. CiRecipe.All.Select(r => r.Id)]);
        var lang = CommonOptions.Language();
        var (pack, system) = (new PackQuestions(), new SystemQuestions("--system-"));
        var command = new Command("init", "始めるためのファイルを書く / write all that a body begins with") { folder };
        pack.AddTo(command);
        system.AddTo(command);
        command.Add(ci);
        command.Add(lang);
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () =>
                {
                    var questions = new Questions(terminal, error, language);
                    Func<IReadOnlyList<NetworkZoneId>, NewSystem>? describe = null;
                    var made = pack.Ask(parsed, questions, () => describe = system.Ask(parsed, questions));
                    var files = new NewFiles(parsed.GetValue(folder)!);
                    StartingFolder.Add(
                        files,
                        made,
                        describe!([.. made.Zones.Select(z => z.Id).TakeLast(1)]),
                        parsed.GetValue(ci)!
                    );
                    foreach (var path in files.Write())
                        output.WriteLine(path);
                    Tell(new Terminal(error), language);
                    return ExitCode.Conforms;
                }
            );
        });
        return command;
    }

    private static void Tell(Terminal terminal, MessageLanguage language)
    {
        terminal.Line(CliException.Messages.Format("init.written", language));
        foreach (var line in new[] { "policykit validate pack systems", "sh evaluate.sh", "dotnet pack pack" })
            terminal.Line("  " + line);
    }
}
