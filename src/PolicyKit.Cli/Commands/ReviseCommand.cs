using System.CommandLine;
using System.Security.Cryptography;
using PolicyKit.Checking;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Instruments;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit revise OLD NEW --decided-on DAY --effective-on DAY</c>: writes into the new version what was in force
/// before it and since when it is itself.
/// </summary>
internal static class ReviseCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var (old, now) = (File("OLD", "改正前の方針 / the old policy"), File("NEW", "改正後の方針 / the new policy"));
        var decided = Text("--decided-on", "決定の日 / the day of the decision (YYYY-MM-DD)", isRequired: true);
        var promulgated = Text("--promulgated-on", "公布の日 / the day of promulgation (YYYY-MM-DD)");
        var effective = Text("--effective-on", "施行の日 / the day from which it is in force", isRequired: true);
        var summary = Text("--summary", "改正の要旨 / what changed");
        var target = Text(
            "--output",
            "書き出すファイル (省略時は改正後の方針に書く) / the file to write, else NEW itself"
        );
        var kind = new Option<string>("--kind")
        {
            Description = "改正の種別 / what was done (partial, whole, repealed)",
            DefaultValueFactory = _ => "partial",
        };
        kind.AcceptOnlyFromAmong("partial", "whole", "repealed");
        var lang = CommonOptions.Language();
        var command = new Command("revise", "改定の履歴を書く / bring the history of a policy up to date")
        {
            old,
            now,
            decided,
            promulgated,
            effective,
            kind,
            summary,
            target,
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
                    var revision = new PolicyRevision(
                        KindOf(parsed.GetValue(kind)!),
                        CommonOptions.ParseDate(parsed.GetValue(decided)),
                        parsed.GetValue(promulgated) is { } day ? CommonOptions.ParseDate(day) : null,
                        CommonOptions.ParseDate(parsed.GetValue(effective)),
                        parsed.GetValue(summary),
                        null
                    );
                    var (before, after) = (parsed.GetValue(old)!, parsed.GetValue(now)!);
                    var session = new Session(new Terminal(error), language);
                    return session.Revise(before, after, revision, parsed.GetValue(target) ?? after);
                }
            );
        });
        return command;
    }

    private static RevisionKind KindOf(string word) =>
        word switch
        {
            "whole" => RevisionKind.Whole,
            "repealed" => RevisionKind.Repealed,
            _ => RevisionKind.Partial,
        };

    private static Argument<string> File(string name, string description) => new(name) { Description = description };

    private static Option<string?> Text(string name, string description, bool isRequired = false) =>
        new(name) { Description = description, Required = isRequired };

    /// <summary>One run, with where it reports.</summary>
    private sealed class Session(Terminal terminal, MessageLanguage language)
    {
        public int Revise(string oldPath, string newPath, PolicyRevision revision, string target)
        {
            if (Read(oldPath) is not { } old || Read(newPath) is not { } now)
                return ExitCode.InvalidPolicy;
            var hash = Convert.ToHexStringLower(SHA256.HashData(InputFile.Bytes(InputFile.FullPath(oldPath), oldPath)));
            var (problems, notes) = (new List<LocalizedMessage>(), new List<LocalizedMessage>());
            if (PolicyRevising.Of((old, hash), now, revision, problems, notes) is not { } revised)
            {
                foreach (var problem in problems)
                    terminal.Failure(problem, language);
                return ExitCode.Usage;
            }

            AtomicFile.Write(target, PolicySerializer.Write(revised));
            foreach (var note in notes)
                terminal.Line(note.Text(language));
            return ExitCode.Conforms;
        }

        // Errors stop it: what was not read would be lost in what is written.
        private SecurityPolicy? Read(string path)
        {
            var file = InputFile.Read(path);
            var result = PolicySerializer.Read(file);
            foreach (var problem in result.Problems.Where(p => p.Severity == Severity.Error))
                terminal.Problem(problem, file, language);
            return result.Problems.Any(p => p.Severity == Severity.Error) ? null : result.Value;
        }
    }
}
