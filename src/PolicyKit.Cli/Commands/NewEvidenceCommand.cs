using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Cli.Starting;
using PolicyKit.Evidence;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit new evidence KIND</c>: adds a record of what was done to a register.</summary>
internal static class NewEvidenceCommand
{
    public static Command Create(TextWriter output, TextWriter error, TextReader? terminal)
    {
        var kind = new Argument<string>("KIND")
        {
            Description = "記録の種類 / kind of record (" + string.Join(", ", Kinds.Select(Word)) + ")",
        };
        var register = new Option<string>("--register")
        {
            Description = "書き足す台帳 (なければ作る) / the register to add to (made if there is none)",
            DefaultValueFactory = _ => "evidence.json",
        };
        var by = new Option<string?>("--by") { Description = "行った者 / who did it" };
        var summary = new Option<string?>("--summary") { Description = "概要 / what was done" };
        var subject = new Option<string?>("--subject") { Description = "対象 / what it was about" };
        var participants = new Option<int?>("--participants") { Description = "参加人数 / how many took part" };
        var heldOn = new Option<string?>("--held-on")
        {
            Description = "行った日 (既定: 今日) / the day (default: today)",
        };
        var lang = CommonOptions.Language();
        var command = new Command("evidence", "証跡の記録を書き足す / add a record of evidence")
        {
            kind,
            register,
            by,
            summary,
            subject,
            participants,
            heldOn,
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
                    var word = parsed.GetValue(kind)!;
                    if (!Kinds.Any(k => Word(k) == word))
                        throw CliException.Usage("new.bad-evidence", word);
                    var questions = new Questions(terminal, error, language);
                    var record = new EvidenceRecord
                    {
                        Id = EvidenceId.Parse("new"),
                        Record = Kinds.First(k => Word(k) == word),
                        HeldOn = CommonOptions.ParseDate(parsed.GetValue(heldOn)),
                        By = questions.Value("--by", parsed.GetValue(by), "new.ask-by"),
                        Summary = questions.Value("--summary", parsed.GetValue(summary), "new.ask-summary"),
                        Subject = parsed.GetValue(subject),
                        Participants = parsed.GetValue(participants),
                    };
                    questions.End();
                    return Add(record, parsed.GetValue(register)!, output, new Terminal(error), language);
                }
            );
        });
        return command;
    }

    private static string Word(EvidenceKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static EvidenceKind[] Kinds => Enum.GetValues<EvidenceKind>();

    private static int Add(
        EvidenceRecord record,
        string path,
        TextWriter output,
        Terminal terminal,
        MessageLanguage language
    )
    {
        var full = Path.GetFullPath(path);
        string? schema = null;
        var old = new EvidenceRegister(RegisterId.Parse("evidence"), ValueList<EvidenceRecord>.Empty);
        if (File.Exists(full))
        {
            var file = InputFile.Read(full);
            var read = EvidenceSerializer.Read(file);
            foreach (var problem in read.Problems)
                terminal.Problem(problem, file, language);
            if (!read.IsValid)
                return ExitCode.InvalidPolicy;
            old = read.Value!;
            if (file.Text.Root.TryGetMember("$schema", out var named) && named.Kind == JsonKind.String)
                schema = named.GetString();
        }

        var added = record with { Id = NextId(old, record) };
        var text = EvidenceSerializer.Write(old with { Records = old.Records.Append(added).ToValueList() }, schema);
        var document = SourceDocument.FromText(PathText.Shown(full), text);
        var problems = EvidenceSerializer.Read(document).Problems;
        foreach (var problem in problems)
            terminal.Problem(problem, document, language);
        if (problems.Any(p => p.Severity == Severity.Error))
            return ExitCode.InvalidPolicy;
        AtomicFile.Write(full, text);
        output.WriteLine($"{PathText.Shown(full)} {added.Id}");
        return ExitCode.Conforms;
    }

    private static EvidenceId NextId(EvidenceRegister register, EvidenceRecord record)
    {
        var taken = register.Records.Select(r => r.Id.Value).ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(1, 100_000)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{Word(record.Record)}-{record.HeldOn.Year}-{n}"))
            .Where(id => !taken.Contains(id))
            .Select(EvidenceId.Parse)
            .First();
    }
}
