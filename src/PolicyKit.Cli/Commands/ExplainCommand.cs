using System.CommandLine;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit explain ID</c>: the page of a rule.</summary>
internal static class ExplainCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "規則のID / rule id (PK6101)" };
        var lang = CommonOptions.Language();
        var command = new Command(
            "explain",
            "規則または雛形の対策を説明する / explain a rule or a control of the baseline"
        )
        {
            id,
            lang,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(language, error, () => Explain(parsed.GetValue(id)!, language, output));
        });
        return command;
    }

    private static int Explain(string id, MessageLanguage language, TextWriter output)
    {
        if (ControlPage.Find(id) is { } control)
        {
            output.Write(ControlPage.Render(control, language));
            return ExitCode.Conforms;
        }

        var upper = id.ToUpperInvariant();
        if (!RuleId.TryParse(upper, out var rule) || RulePages.Find(rule) is not { } page)
        {
            var ids = RulePages.Ids;
            throw Nearest.Find(upper, ids) is { } nearest
                ? CliException.Usage("cli.unknown-rule#nearest", id, nearest)
                : CliException.Usage("cli.unknown-rule", id);
        }

        output.Write(RulePage.Half(page, language));
        return ExitCode.Conforms;
    }
}
