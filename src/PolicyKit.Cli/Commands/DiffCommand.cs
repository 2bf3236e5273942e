using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using PolicyKit.Checking;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Instruments.Amendments;
using PolicyKit.Instruments.Comparison;
using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit diff OLD NEW</c>: two versions of a policy as 新旧対照表, and of a standard by what it asks for;
/// <c>policykit diff --apply DIFF OLD</c> makes the new file of the old one.
/// </summary>
internal static class DiffCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description =
                "改正前と改正後のファイルまたはフォルダー。--apply では差分と改正前 / the old and the new file or folder, or with --apply the difference and the old file",
            Arity = new ArgumentArity(2, 2),
        };
        var format = CommonOptions.Format("markdown", "html", "docx", "json", "amendment");
        var target = new Option<string?>("--output") { Description = "書き出すファイル / the file to write" };
        var first = Choice("--first", "左の欄 / the left column", "new", "old");
        var rows = Choice("--rows", "変更のある行のみ、または全て / changed rows or all", "changed", "all");
        var style = Choice("--style", "条文のまま、または条項の一覧 / as articles or as a list", "article", "list");
        var apply = new Option<bool>("--apply")
        {
            Description = "差分を改正前のファイルに当てる / apply a difference to the old file",
        };
        var effective = new Option<string?>("--effective-on")
        {
            Description = "改め文の施行日 / the day from which an amendment is in force (YYYY-MM-DD)",
        };
        var lang = CommonOptions.Language();
        var command = new Command("diff", "新旧対照表を作る / compare two versions")
        {
            files,
            format,
            target,
            first,
            rows,
            style,
            apply,
            effective,
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
                    var run = new Session(output, new Terminal(error), language, parsed.GetValue(target));
                    var paths = parsed.GetValue(files)!;
                    if (parsed.GetValue(format) == "amendment")
                        return run.Amend(paths[0], paths[1], parsed.GetValue(effective));
                    var options = new DiffOptions
                    {
                        IsNewFirst = parsed.GetValue(first) == "new",
                        HasAllRows = parsed.GetValue(rows) == "all",
                        IsList = parsed.GetValue(style) == "list",
                    };
                    return parsed.GetValue(apply)
                        ? run.Apply(paths[0], paths[1])
                        : run.Compare(paths[0], paths[1], parsed.GetValue(format)!, options);
                }
            );
        });
        return command;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description} ({string.Join(", ", values)})",
            DefaultValueFactory = _ => values[0],
        };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    /// <summary>One run, with where it writes.</summary>
    private sealed class Session(TextWriter output, Terminal terminal, MessageLanguage language, string? target)
    {
        public int Compare(string oldPath, string newPath, string format, DiffOptions options)
        {
            if (Read(oldPath) is not { } old || Read(newPath) is not { } now)
                return ExitCode.InvalidPolicy;
            var diff = Difference(old, now);
            switch (format)
            {
                case "docx":
                    AtomicFile.Write(
                        target ?? throw CliException.Usage("render.no-output"),
                        DiffWord.Render(diff, options, language)
                    );
                    break;
                case "json":
                    Write(DiffJson.Render(diff, File(oldPath), File(newPath)));
                    break;
                case "html":
                    Write(DiffHtml.Render(diff, options, language));
                    break;
                default:
                    Write(DiffMarkdown.Render(diff, options, language));
                    break;
            }

            foreach (var line in Summary(diff))
                terminal.Line(line);
            return ExitCode.Conforms;
        }

        /// <summary>Writes 改め文, or says why there is none.</summary>
        public int Amend(string oldPath, string newPath, string? effectiveOn)
        {
            if (Read(oldPath) is not { } old || Read(newPath) is not { } now)
                return ExitCode.InvalidPolicy;
            if (old.Policy is not { } before || now.Policy is not { } after)
                throw CliException.Usage("diff.nothing-alike");
            var day = effectiveOn is null ? default(LocalDate?) : CommonOptions.ParseDate(effectiveOn);
            var amendment = AmendmentText.Of(before, after, new AmendmentOptions { EffectiveOn = day });
            foreach (var refusal in amendment.Refusals)
                terminal.Failure(refusal, language);
            foreach (var note in amendment.Notes)
                terminal.Line(note.Text(language));
            if (amendment.Refusals.Count > 0)
                return ExitCode.UnreadableDeliverable;
            Write(string.Concat(amendment.Lines.Select(l => l + "\n")));
            return ExitCode.Conforms;
        }

        public int Apply(string diffPath, string oldPath)
        {
            try
            {
                Write(DiffJson.Apply(InputFile.Read(diffPath).Content, File(oldPath)));
                return ExitCode.Conforms;
            }
            catch (FormatException problem)
            {
                var code = problem.Message == "sha256" ? "diff.not-applicable" : "diff.not-a-diff";
                var path = problem.Message == "sha256" ? oldPath : diffPath;
                terminal.Failure(InstrumentMessages.Catalog.Message(code, path), language);
                return ExitCode.Usage;
            }
        }

        private static DiffDocument Difference(PolicyPack old, PolicyPack now)
        {
            var policies = old.Policy is { } one && now.Policy is { } other ? PolicyDiff.Of(one, other) : null;
            var standards =
                old.Standard is { } before && now.Standard is { } after
                    ? StandardDiff.Of(before, after, now.Policy ?? old.Policy)
                    : [];
            if (policies is null && (old.Standard is null || now.Standard is null))
                throw CliException.Usage("diff.nothing-alike");
            var hasOther = !Equals(old.Policy, now.Policy) || !Equals(old.Standard, now.Standard);
            return new DiffDocument(now.Policy?.Title ?? now.Standard!.Title, policies, standards, hasOther);
        }

        // Errors stop it: what was not read cannot be compared.
        private PolicyPack? Read(string path)
        {
            var files = PackFiles.FromOptions([path]);
            var pack = PolicyPack.Load(files);
            var isWrong = false;
            foreach (var problem in pack.Problems.Where(p => p.Severity == Severity.Error))
            {
                terminal.Problem(problem, files.First(f => f.Path == problem.Location.File), language);
                isWrong = true;
            }

            return isWrong ? null : pack;
        }

        private static DiffFile File(string path)
        {
            if (Directory.Exists(path))
                throw CliException.Usage("diff.json-of-files");
            var bytes = InputFile.Bytes(InputFile.FullPath(path), path);
            var options = new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            };
            var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return new DiffFile(Path.GetFileName(path), hash, Parsed(text, options));
        }

        private static JsonNode Parsed(string text, JsonDocumentOptions options)
        {
            try
            {
                return JsonNode.Parse(text, null, options) ?? throw CliException.Usage("diff.nothing-alike");
            }
            catch (JsonException)
            {
                throw CliException.Usage("diff.nothing-alike");
            }
        }

        private IEnumerable<string> Summary(DiffDocument diff)
        {
            if (diff.IsEmpty)
                yield return DiffWords.Say(diff.Same, language);
            if (diff.Policy is { IsEmpty: false } policy)
                yield return DiffWords.Say(
                    "diff.summary",
                    language,
                    [
                        .. new[]
                        {
                            ChangeKind.Added,
                            ChangeKind.Deleted,
                            ChangeKind.Reworded,
                            ChangeKind.Renumbered,
                            ChangeKind.Moved,
                            ChangeKind.Notation,
                        }.Select(k => (object)policy.Rows.Count(r => r.Changes.Contains(k))),
                    ]
                );
            if (diff.Standard.Count > 0)
                yield return DiffWords.Say(
                    "diff.standard",
                    language,
                    diff.Standard.Count(c => c.Direction == Direction.Tightened),
                    diff.Standard.Count(c => c.Direction == Direction.Loosened),
                    diff.Standard.Count(c => c.Direction == Direction.Neither)
                );
        }

        private void Write(string text)
        {
            if (target is null)
                output.Write(text);
            else
                AtomicFile.Write(target, text);
        }
    }
}
