using System.CommandLine;
using System.Globalization;
using NodaTime;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit waivers new SUBJECT</c>, also <c>policykit new waiver SUBJECT</c>: adds a waiver to a register when
/// everything is said, and otherwise writes a draft that no reader accepts before it is filled in.
/// </summary>
internal static class WaiverDraft
{
    private static readonly string[] Texts = ["reason", "compensating-measure", "applicant", "approver"];

    public static Command Create(TextWriter output, TextWriter error, string name = "new")
    {
        var subject = new Argument<string>("SUBJECT")
        {
            Description = "規則または対策のID / the id of a rule or a control",
        };
        var scope = new[] { "system", "symbol", "path" }.ToDictionary(
            n => n,
            n => new Option<string?>("--" + n) { Description = "範囲 / scope" }
        );
        var texts = Texts.ToDictionary(n => n, n => new Option<string?>("--" + n));
        var days = new[] { "decided-on", "valid-from", "expires", "review-on" }.ToDictionary(
            n => n,
            n => new Option<string?>("--" + n) { Description = "日付 / date, 2026-04-01" }
        );
        var register = new Option<string?>("--register")
        {
            Description = "書き足す台帳 (なければ作る) / the register to add to (made if there is none)",
        };
        var (lang, asOf) = (CommonOptions.Language(), CommonOptions.AsOf());
        var command = new Command(name, "新しい例外措置 / a new waiver") { subject, register, lang, asOf };
        foreach (var option in scope.Values.Concat(texts.Values).Concat(days.Values))
            command.Add(option);
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return CommandGuard.Run(
                language,
                error,
                () =>
                {
                    var today = CommonOptions.ParseDate(parsed.GetValue(asOf));
                    var old = parsed.GetValue(register) is { } path && File.Exists(path) ? Existing(path) : null;
                    var draft = new Draft(parsed.GetValue(subject)!, NextId(old, today))
                    {
                        Scope = scope.ToDictionary(o => o.Key, o => parsed.GetValue(o.Value)),
                        Texts = texts.ToDictionary(o => o.Key, o => parsed.GetValue(o.Value)),
                        Days = days.ToDictionary(
                            o => o.Key,
                            o => parsed.GetValue(o.Value) is { } day ? (LocalDate?)CommonOptions.ParseDate(day) : null
                        ),
                    };
                    return Write(draft, old, parsed.GetValue(register), today, output, new Terminal(error), language);
                }
            );
        });
        return command;
    }

    private static int Write(
        Draft draft,
        WaiverRegister? old,
        string? path,
        LocalDate today,
        TextWriter output,
        Terminal terminal,
        MessageLanguage language
    )
    {
        var (decided, from) = (
            draft.Days["decided-on"] ?? today,
            draft.Days["valid-from"] ?? draft.Days["decided-on"] ?? today
        );
        var missing = draft
            .Texts.Where(t => t.Value is null)
            .Select(t => "--" + t.Key)
            .Concat(draft.Days["expires"] is null ? ["--expires"] : [])
            .Concat(draft.Scope.Values.All(v => v is null) ? ["--system"] : [])
            .ToList();
        var rule = RuleId.TryParse(draft.Subject, out var known) ? known : null;
        var waiver = new Waiver
        {
            Id = draft.Id,
            Rule = rule,
            Control = rule is null ? ParseSubject<ControlId>(draft.Subject) : null,
            Scope = new WaiverScope(
                draft.Scope["system"] is { } id ? ParseSubject<SystemId>(id) : null,
                draft.Scope["symbol"],
                draft.Scope["path"]
            ),
            Reason = draft.Texts["reason"] ?? "",
            CompensatingMeasure = draft.Texts["compensating-measure"] ?? "",
            Applicant = draft.Texts["applicant"] ?? "",
            Approver = draft.Texts["approver"] ?? "",
            DecidedOn = decided,
            ValidFrom = from,
            Expires = draft.Days["expires"] ?? from,
            ReviewOn = draft.Days["review-on"] ?? draft.Days["expires"] ?? from,
        };
        var register = new WaiverRegister(
            old?.Id ?? RegisterId.Parse("waivers"),
            (old?.Waivers ?? ValueList<Waiver>.Empty).Append(waiver).ToValueList()
        );
        var text = WaiverSerializer.Write(register);
        if (missing.Count > 0 || path is null)
        {
            // What is missing stands as an empty text: a draft is never taken for a waiver.
            output.Write(
                missing.Contains("--expires")
                    ? text.Replace(
                        $"\"expires\": \"{IsoDate.Format(from)}\"",
                        "\"expires\": \"\"",
                        StringComparison.Ordinal
                    )
                    : text
            );
            if (missing.Count > 0)
                terminal.Line(CliException.Messages.Format("waivers.draft", language, string.Join(", ", missing)));
            return ExitCode.Conforms;
        }

        var document = SourceDocument.FromText(PathText.Shown(Path.GetFullPath(path)), text);
        var problems = WaiverSerializer.Read(document).Problems;
        foreach (var problem in problems)
            terminal.Problem(problem, document, language);
        if (problems.Count > 0)
            return ExitCode.InvalidPolicy;
        AtomicFile.Write(path, text);
        terminal.Line(
            CliException.Messages.Format(
                "waivers.added",
                language,
                waiver.Id.Value,
                PathText.Shown(Path.GetFullPath(path))
            )
        );
        return ExitCode.Conforms;
    }

    private static WaiverRegister Existing(string path)
    {
        var result = WaiverSerializer.Read(InputFile.Read(Path.GetFullPath(path)));
        return result.IsValid
            ? result.Value!
            : throw new CliException(
                ExitCode.InvalidPolicy,
                CliException.Messages.Message("waivers.no-register", PathText.Shown(Path.GetFullPath(path)))
            );
    }

    private static T ParseSubject<T>(string text)
        where T : Identifier<T> =>
        Identifier<T>.TryParse(text, out var id) ? id : throw CliException.Usage("waivers.bad-subject", text);

    private static WaiverId NextId(WaiverRegister? register, LocalDate today)
    {
        var taken = register?.Waivers.Select(w => w.Id.Value).ToHashSet() ?? [];
        return Enumerable
            .Range(1, 100_000)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"w-{today.Year}-{n:000}"))
            .Where(id => !taken.Contains(id))
            .Select(WaiverId.Parse)
            .First();
    }

    private sealed record Draft(string Subject, WaiverId Id)
    {
        public required Dictionary<string, string?> Scope { get; init; }

        public required Dictionary<string, string?> Texts { get; init; }

        public required Dictionary<string, LocalDate?> Days { get; init; }
    }
}
