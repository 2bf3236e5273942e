using System.CommandLine;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Cli.Output;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit rules</c>: every rule.</summary>
internal static class RulesCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var format = new Option<string>("--format")
        {
            Description = "出力の形式 / output format",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json", "markdown");
        var lang = CommonOptions.Language();
        var command = new Command("rules", "規則の一覧 / list the rules") { format, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () =>
                {
                    output.Write(
                        parsed.GetValue(format) switch
                        {
                            "json" => RuleListing.Json(),
                            "markdown" => RuleListing.Markdown(language, PublicHome.File("")),
                            _ => RuleListing.Text(language),
                        }
                    );
                    return ExitCode.Conforms;
                }
            );
        });
        return command;
    }
}
