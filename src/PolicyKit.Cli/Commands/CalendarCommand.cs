using System.CommandLine;
using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Documents;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit calendar PATH</c>: what is due when, by fiscal year and role.</summary>
internal static class CalendarCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var run = new RunOptions();
        var year = new Option<int?>("--fiscal-year")
        {
            Description = "年度 (西暦。既定: 評価日の年度) / fiscal year, 2026 (default: that of the evaluation date)",
        };
        var role = new Option<string?>("--role") { Description = "役割で絞る / only what this role has to see to" };
        var (format, lang, asOf) = (
            CommonOptions.Format("table", "json", "ics"),
            CommonOptions.Language(),
            CommonOptions.AsOf()
        );
        var command = new Command("calendar", "期限の一覧 / what is due when") { year, role, format, lang, asOf };
        run.AddTo(command, canSkipBuild: true);
        command.SetAction(
            (parsed, cancellation) =>
            {
                var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
                return CommandGuard.Run(
                    language,
                    error,
                    async () =>
                    {
                        var request = run.Of(parsed, CommonOptions.ParseDate(parsed.GetValue(asOf)), language);
                        // Deadlines follow from the files alone: only a project whose pack is not named is built, to
                        // find it.
                        if (request.Pack.Count > 0 || PackFiles.HoldPolicy(request.Path))
                            request = request with { Builds = false };
                        var fiscalYear =
                            parsed.GetValue(year) is { } given and >= 2000 and < 2200 ? new FiscalYear(given)
                            : parsed.GetValue(year) is { } odd ? throw CliException.Usage("calendar.bad-year", odd)
                            : FiscalYear.Of(request.AsOf);
                        if (
                            await StatusCommand.Evaluations(request, error, cancellation, fiscalYear.LastDay)
                            is not { } systems
                        )
                            return ExitCode.InvalidPolicy;
                        var calendar = DeadlineCalendar.Of(
                            systems.Select(s => s.Evaluation!),
                            systems[0].Pack.Standard!,
                            fiscalYear,
                            parsed.GetValue(role),
                            DataTables.Read(request.Tables).Holidays
                        );
                        var text = parsed.GetValue(format) switch
                        {
                            "ics" => calendar.ToICalendar(systems[0].Pack.Policy!, language),
                            "json" => CalendarJson.Write(calendar, language),
                            _ => calendar.ToTable(language),
                        };
                        output.Write(text);
                        return ExitCode.Conforms;
                    }
                );
            }
        );
        return command;
    }
}
