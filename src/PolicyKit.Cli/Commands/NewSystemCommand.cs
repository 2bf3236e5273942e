using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Starting;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit new system</c>: a declaration to begin with.</summary>
internal static class NewSystemCommand
{
    public static Command Create(TextWriter output, TextWriter error, TextReader? terminal)
    {
        var file = new Option<string>("--output")
        {
            Description = "書き出すファイル / the file to write",
            DefaultValueFactory = _ => "system.json",
        };
        var zones = new Option<string?>("--zones") { Description = "システムを置く系のID / ids of its zones" };
        var lang = CommonOptions.Language();
        var options = new SystemQuestions("--");
        var command = new Command("system", "システムの申告のひな形を書く / write a declaration") { file, zones };
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
                    var questions = new Questions(terminal, error, language);
                    var system = options.Ask(parsed, questions);
                    var given = questions.Value("--zones", parsed.GetValue(zones), "new.ask-system-zones");
                    questions.End();
                    var path = Path.GetFullPath(parsed.GetValue(file)!);
                    var files = new NewFiles(Path.GetDirectoryName(path)!);
                    files.Add(Path.GetFileName(path), system(Zones(given)).Write(null));
                    files.Write();
                    output.WriteLine(PathText.Shown(path));
                    return ExitCode.Conforms;
                }
            );
        });
        return command;
    }

    private static IReadOnlyList<NetworkZoneId> Zones(string text) =>
        [
            .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(t =>
                    NetworkZoneId.TryParse(t, out var zone) ? zone : throw CliException.Usage("new.bad-zone", text)
                ),
        ];
}
