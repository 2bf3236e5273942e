using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Cli.Starting;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit new pack</c>: a policy and a standard for a body that has none.</summary>
internal static class NewPackCommand
{
    public static Command Create(TextWriter output, TextWriter error, TextReader? terminal)
    {
        var target = new Option<string>("--output")
        {
            Description = "書き出すフォルダー / folder to write",
            Required = true,
        };
        var lang = CommonOptions.Language();
        var options = new PackQuestions();
        var command = new Command("pack", "団体のパックのひな形を書く / write a pack for a body that has no policy")
        {
            target,
        };
        options.AddTo(command);
        command.Add(lang);
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () =>
                {
                    var pack = options.Ask(parsed, new Questions(terminal, error, language));
                    var folder = parsed.GetValue(target)!;
                    var files = new NewFiles(folder);
                    PackFolder.Add(files, "", pack);
                    foreach (var path in files.Write())
                        output.WriteLine(PathText.Shown(Path.GetFullPath(Path.Combine(folder, path))));
                    new Terminal(error).Line(CliException.Messages.Format("new.pack-written", language));
                    return ExitCode.Conforms;
                }
            );
        });
        return command;
    }
}
