using System.CommandLine;
using System.Diagnostics;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Cli.Validation;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;
using Spectre.Console;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// <c>policykit validate PATHS…</c>: what is wrong in a file, where, what is required and how to mend it. Needs no
/// network.
/// </summary>
internal static class ValidateCommand
{
    public static Command Create(TextWriter output, TextWriter error, Func<Stream>? standardInput = null)
    {
        var paths = new Argument<string[]>("PATHS")
        {
            Description =
                "ファイル、フォルダー、ワイルドカード、または - (標準入力) / files, folders, wildcards, or - (stdin)",
            Arity = ArgumentArity.OneOrMore,
        };
        var schema = new Option<string?>("--schema")
        {
            Description =
                "任意のJSON Schema (draft 4–2020-12)。指定しなければ kind から決まる / any JSON Schema; found from kind if absent",
        };
        var references = new Option<string[]>("--reference")
        {
            Description =
                "--schema が参照するスキーマのファイルまたはフォルダー。同じフォルダーのものは指定しなくてよい / schemas that --schema refers to, files or folders; those beside it need not be named",
        };
        var formats = new Option<bool>("--assert-formats")
        {
            Description = "--schema の format を検査する / assert the formats of --schema",
        };
        var second = new Option<bool>("--second-opinion")
        {
            Description = "JsonSchema.Net でも判定し、判定が異なれば内部エラーとする / judge with JsonSchema.Net too",
        };
        var encoding = new Option<string>("--encoding")
        {
            Description = "文字コード / encoding (utf-8, shift_jis)",
            DefaultValueFactory = _ => "utf-8",
        };
        encoding.AcceptOnlyFromAmong("utf-8", "shift_jis");
        var quiet = new Option<bool>("--quiet") { Description = "問題のみを出力する / print problems alone" };
        var failFast = new Option<bool>("--fail-fast")
        {
            Description = "問題のある最初のファイルで終わる / stop at the first file with problems",
        };
        var max = new Option<int>("--max-problems")
        {
            Description = "出力する問題の上限 / most problems to print",
            DefaultValueFactory = _ => 1_000,
        };
        var files = CommonOptions.Output();
        var pack = new Option<string[]>("--pack")
        {
            Description =
                "団体のパック。申告と台帳を対策基準に照らす / "
                + "the body's pack (folder or files): declarations and registers are compared with its standard",
            AllowMultipleArgumentsPerToken = true,
        };
        var tables = new Option<string[]>("--table")
        {
            Description =
                "付属の表に代わる日付のある表 (祝日、暗号) / dated tables in place of those that ship: holidays, cryptography",
            AllowMultipleArgumentsPerToken = true,
        };
        var asOf = CommonOptions.AsOf();
        var (format, lang) = (CommonOptions.Format([.. ValidationOutput.Formats]), CommonOptions.Language());
        var command = new Command("validate", "納品物を検証する / validate deliverables")
        {
            paths,
            schema,
            references,
            pack,
            tables,
            asOf,
            formats,
            second,
            encoding,
            quiet,
            failFast,
            max,
            format,
            files,
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
                    var outputs = new OutputFiles(parsed.GetValue(files) ?? []);
                    var most = parsed.GetValue(max);
                    if (most < 1)
                        throw CliException.Usage("validate.bad-maximum", most);
                    var given = parsed.GetValue(schema) is { } file
                        ? SchemaFile.Compile(file, parsed.GetValue(references) ?? [], parsed.GetValue(formats), most)
                        : null;
                    var told = new List<ValidationOutput>
                    {
                        ValidationOutput.Create(parsed.GetValue(format)!, output, language, parsed.GetValue(quiet)),
                    };
                    foreach (var (name, writer) in outputs.Open())
                        told.Add(ValidationOutput.Create(name, writer, language, quiet: false));
                    if (given is { Schema: null })
                    {
                        // The text goes where errors go; whoever reads a file of results must not find an older one.
                        var exitCode = Refuse(
                            given,
                            parsed.GetValue(format) == "human" ? told.Skip(1) : told,
                            new Terminal(error),
                            language
                        );
                        outputs.Save();
                        return exitCode;
                    }

                    PackJudge? judge = null;
                    if (parsed.GetValue(pack) is { Length: > 0 } body)
                    {
                        if (given is not null)
                            throw CliException.Usage("validate.pack-and-schema");
                        var day = CommonOptions.ParseDate(parsed.GetValue(asOf));
                        judge = PackJudge.Open(body, parsed.GetValue(tables) ?? [], day, language, out var wrong);
                        foreach (var (problem, document) in wrong)
                            new Terminal(error).Problem(problem, document, language);
                        if (judge is null)
                            return ExitCode.InvalidPolicy;
                    }

                    var request = new ValidationRequest(
                        InputFiles.Expand(parsed.GetValue(paths)!),
                        new InputFiles(parsed.GetValue(encoding)!, standardInput ?? Console.OpenStandardInput),
                        given,
                        parsed.GetValue(formats),
                        parsed.GetValue(second),
                        parsed.GetValue(failFast),
                        most,
                        language,
                        judge
                    );
                    var summary = Run(request, told, output, error);
                    outputs.Save();
                    return summary.ExitCode;
                }
            );
        });
        return command;
    }

    // Everything that is wrong with the schema, at its place; nothing is judged by half a schema.
    private static int Refuse(
        CompiledSchemaFile schema,
        IEnumerable<ValidationOutput> told,
        Terminal terminal,
        MessageLanguage language
    )
    {
        foreach (var problem in schema.Problems)
            terminal.Problem(problem, schema.DocumentOf(problem), language);
        foreach (var one in told)
        {
            foreach (var problem in schema.Problems)
                one.Problem(problem, schema.DocumentOf(problem));
            one.End(new ValidationSummary(0) { IsRefused = true }, untold: 0);
        }

        terminal.Failure(CliException.Messages.Message("validate.bad-schema", schema.Source.Path), language);
        return ExitCode.Usage;
    }

    private static ValidationSummary Run(
        ValidationRequest request,
        List<ValidationOutput> told,
        TextWriter output,
        TextWriter error
    )
    {
        var summary = new ValidationSummary(request.Files.Count);
        void Show(SourceDocument document, Problem problem, int before)
        {
            if (before >= request.MaxProblems)
                return;
            foreach (var one in told)
                one.Problem(problem, document);
        }

        bool Tell(FileResult file)
        {
            var before = summary.Problems;
            summary.Add(file, request.Schema is null);
            foreach (var document in file.Documents)
            foreach (var problem in document.Problems)
                Show(document.Document, problem, before++);
            return !(request.FailFast && file.HasErrors);
        }

        foreach (var warning in request.Schema?.Problems ?? [])
        {
            Show(request.Schema!.DocumentOf(warning), warning, summary.Problems);
            summary.AddWarning();
        }

        using var results = new ValidationRun(request).Judge().GetEnumerator();
        var watch = Stopwatch.StartNew();
        var more = true;
        while (more && (watch.ElapsedMilliseconds < 1000 || !ShowsProgress(output, error)))
            more = results.MoveNext() && Tell(results.Current);
        if (more)
            WithProgress(request, error, summary, () => results.MoveNext() && Tell(results.Current));
        // A folder in which nothing could be judged is not one in which all is well.
        if (summary is { Judged: 0, Foreign.Count: > 0 })
            throw CliException.Usage("validate.no-documents", summary.Foreign.Count);
        summary.Foreign.AddRange(request.Paths.Others.Select(ForeignFile.OfName));
        foreach (var one in told)
            one.End(summary, Math.Max(0, summary.Problems - request.MaxProblems));
        return summary;
    }

    // A bar and the results on one terminal would write over each other.
    private static bool ShowsProgress(TextWriter output, TextWriter error) =>
        ReferenceEquals(error, Console.Error)
        && !Console.IsErrorRedirected
        && (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected);

    private static void WithProgress(
        ValidationRequest request,
        TextWriter error,
        ValidationSummary summary,
        Func<bool> next
    ) =>
        AnsiConsole
            .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) })
            .Progress()
            .AutoClear(true)
            .Start(progress =>
            {
                var task = progress.AddTask(
                    CliException.Messages.Format("validate.working", request.Language),
                    maxValue: request.Files.Count
                );
                while (next())
                    task.Value = summary.Seen;
            });
}
