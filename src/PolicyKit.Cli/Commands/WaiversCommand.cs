using System.CommandLine;
using NodaTime;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit waivers list|lint|runway|new|show</c>: the register of 例外措置.</summary>
internal static class WaiversCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command Over(
            string name,
            string description,
            Action<Command>? add,
            Func<Register, ParseResult, MessageLanguage, int> work
        )
        {
            var file = new Option<string>("--register")
            {
                Description = "例外措置の台帳 / register of waivers",
                DefaultValueFactory = _ => "waivers.json",
            };
            var pack = new Option<string[]>("--pack")
            {
                Description = "団体のパック / the body's pack",
                AllowMultipleArgumentsPerToken = true,
            };
            var (lang, asOf) = (CommonOptions.Language(), CommonOptions.AsOf());
            var command = new Command(name, description) { file, pack, lang, asOf };
            add?.Invoke(command);
            command.SetAction(parsed =>
            {
                var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
                return CommandGuard.Run(
                    language,
                    error,
                    () =>
                        Register.Open(
                            parsed.GetValue(file)!,
                            parsed.GetValue(pack) ?? [],
                            CommonOptions.ParseDate(parsed.GetValue(asOf)),
                            new Terminal(error),
                            language
                        )
                            is { } register
                            ? work(register, parsed, language)
                            : ExitCode.InvalidPolicy
                );
            });
            return command;
        }

        var format = CommonOptions.Format("human", "json");
        var days = new Option<int?>("--days")
        {
            Description =
                "何日先まで (既定: 対策基準の予告の日数) / how many days ahead (default: the runway of the standard)",
        };
        var id = new Argument<string>("ID") { Description = "例外措置のID / waiver id" };
        return new Command("waivers", "例外措置の台帳 / the register of waivers")
        {
            Over(
                "list",
                "一覧 / list them",
                c => c.Add(format),
                (register, parsed, language) =>
                    List(register.Evaluator.Statuses, parsed.GetValue(format)!, output, language)
            ),
            Over(
                "lint",
                "問題を調べる / look for what is wrong",
                null,
                (register, _, language) => Lint(register, output, language)
            ),
            Over(
                "runway",
                "まもなく終わるもの / what ends soon",
                c => c.Add(days),
                (register, parsed, language) => Runway(register, parsed.GetValue(days), output, language)
            ),
            Over(
                "show",
                "一つを詳しく / one in full",
                c => c.Add(id),
                (register, parsed, language) => Show(register, parsed.GetValue(id)!, output, language)
            ),
            WaiverDraft.Create(output, error),
        };
    }

    private static int List(
        IReadOnlyList<WaiverStatus> statuses,
        string format,
        TextWriter output,
        MessageLanguage language
    )
    {
        if (format == "json")
        {
            output.Write(WaiversJson.Write(statuses));
            return ExitCode.Conforms;
        }

        foreach (var status in statuses)
            new Terminal(output).Line(Line(status, language));
        if (statuses.Count == 0)
            new Terminal(output).Line(CliException.Messages.Format("waivers.none", language));
        return ExitCode.Conforms;
    }

    private static int Lint(Register register, TextWriter output, MessageLanguage language)
    {
        var problems = WaiverLints.Check(register.Read, register.Standard, register.Evaluator.AsOf);
        foreach (var problem in problems)
        {
            var id = WaiverLints.IsAboutTheEnd(problem) ? "PK0011" : "PK0012";
            var terminal = new Terminal(output);
            terminal.Problem(problem, register.Read.Source, language, id);
        }

        new Terminal(output).Line(
            CliException.Messages.Format("waivers.linted", language, register.Evaluator.Statuses.Count, problems.Count)
        );
        return problems.Any(p => p.Severity == Severity.Error) ? ExitCode.Violations : ExitCode.Conforms;
    }

    private static int Runway(Register register, int? days, TextWriter output, MessageLanguage language)
    {
        var ahead = days ?? register.Standard?.NumberOf(WaiverEvaluator.RunwayDays) ?? 30;
        var asOf = register.Evaluator.AsOf;
        var ending = register
            .Evaluator.Statuses.Where(s => s.Counts && s.LastDay <= asOf.PlusDays(ahead))
            .OrderBy(s => s.LastDay)
            .ThenBy(s => s.Waiver.Id.Value, StringComparer.Ordinal)
            .ToList();
        var terminal = new Terminal(output);
        foreach (var status in ending)
        {
            var left = Period.Between(asOf, status.LastDay, PeriodUnits.Days).Days;
            terminal.Line($"{CliException.Messages.Format("waivers.days", language, left)}  {Line(status, language)}");
        }

        terminal.Line(CliException.Messages.Format("waivers.runway", language, ahead, ending.Count));
        return ExitCode.Conforms;
    }

    private static int Show(Register register, string id, TextWriter output, MessageLanguage language)
    {
        var statuses = register.Evaluator.Statuses;
        if (statuses.FirstOrDefault(s => s.Waiver.Id.Value == id) is not { } status)
            throw Nearest.Find(id, statuses.Select(s => s.Waiver.Id.Value)) is { } nearest
                ? CliException.Usage("waivers.unknown#nearest", id, nearest)
                : CliException.Usage("waivers.unknown", id);
        var (waiver, terminal) = (status.Waiver, new Terminal(output));
        void Field(string key, string? text)
        {
            if (text is not null)
                terminal.Line($"  {CliException.Messages.Format("waivers." + key, language)}: {VisibleText.Of(text)}");
        }

        terminal.Line(Line(status, language));
        Field("control", waiver.Control?.Value);
        Field("rule", waiver.Rule?.Value);
        Field("system", waiver.Scope.System?.Value);
        Field("symbol", waiver.Scope.Symbol);
        Field("path", waiver.Scope.Path);
        Field("reason", waiver.Reason);
        Field("compensating", waiver.CompensatingMeasure);
        Field("applicant", waiver.Applicant);
        Field("approver", waiver.Approver);
        Field("decided", IsoDate.Format(waiver.DecidedOn));
        Field("from", IsoDate.Format(waiver.ValidFrom));
        Field("expires", IsoDate.Format(waiver.Expires));
        Field("review", IsoDate.Format(waiver.ReviewOn));
        if (register.Standard is { } standard && waiver.Control is { } control && standard.Find(control) is { } of)
            Field("covers", $"{standard.ShortTitle} {of.Number} {of.Title}");
        return ExitCode.Conforms;
    }

    private static string Line(WaiverStatus status, MessageLanguage language)
    {
        var waiver = status.Waiver;
        var scope = string.Join(
            " ",
            new[] { waiver.Scope.System?.Value, waiver.Scope.Symbol, waiver.Scope.Path }.OfType<string>()
        );
        var subject = string.Join(" ", new[] { waiver.Rule?.Value, waiver.Control?.Value }.OfType<string>());
        var days = $"{IsoDate.Format(waiver.ValidFrom)} – {IsoDate.Format(status.LastDay)}";
        return VisibleText.Of(
            $"{waiver.Id}  {status.State.Title().Text(language)}  {days}  {subject}  {scope}  {waiver.Reason}"
        );
    }

    /// <summary>A register and what it is judged by.</summary>
    private sealed record Register(
        ReadResult<WaiverRegister> Read,
        SecurityStandard? Standard,
        WaiverEvaluator Evaluator
    )
    {
        /// <summary>Opens a register; null when it or the pack is not valid, which has then been said.</summary>
        public static Register? Open(
            string path,
            IReadOnlyList<string> packPaths,
            LocalDate asOf,
            Terminal terminal,
            MessageLanguage language
        )
        {
            var file = InputFile.Read(Path.GetFullPath(path)).Expecting(DocumentKind.Waivers);
            var files = PackFiles
                .FromOptions(packPaths)
                .Where(f => f.Kind != DocumentKind.Waivers)
                .Append(file)
                .ToList();
            var pack = PolicyPack.Load(files, ShippedRules.Known);
            foreach (var problem in pack.Problems)
                terminal.Problem(problem, files.First(f => f.Path == problem.Location.File), language);
            if (pack.Problems.Any(p => p.Severity == Severity.Error))
                return null;
            if (pack.Waivers is null)
                throw CliException.Usage("waivers.no-register", file.Path);
            return new Register(
                WaiverSerializer.Read(file),
                pack.Standard,
                new WaiverEvaluator(pack.Waivers, pack.Standard, asOf)
            );
        }
    }
}
