using System.CommandLine;
using System.Text;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit validate PATHS…</c>: what is wrong in a file, where, what is required and how to mend it. Needs no network.</summary>
internal static class ValidateCommand
{
    public static Command Create(TextWriter output, TextWriter error, Func<Stream>? standardInput = null)
    {
        var paths = new Argument<string[]>("PATHS") { Description = "ファイル、フォルダー、または - (標準入力) / files, folders, or - (stdin)", Arity = ArgumentArity.OneOrMore };
        var schema = new Option<string?>("--schema") { Description = "任意のJSON Schema (draft 4–2020-12)。指定しなければ kind から決まる / any JSON Schema; found from kind if absent" };
        var encoding = new Option<string>("--encoding") { Description = "文字コード / encoding (utf-8, shift_jis)", DefaultValueFactory = _ => "utf-8" };
        encoding.AcceptOnlyFromAmong("utf-8", "shift_jis");
        var quiet = new Option<bool>("--quiet") { Description = "問題のみを出力する / print problems alone" };
        var (format, lang) = (CommonOptions.Format(["human", "json", .. ExchangeFormats.ByName.Keys]), CommonOptions.Language());
        var command = new Command("validate", "納品物を検証する / validate deliverables") { paths, schema, encoding, quiet, format, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return Program.Guard(language, error, () =>
            {
                var compiled = parsed.GetValue(schema) is { } file ? Compile(file) : null;
                var inputs = new InputFiles(parsed.GetValue(encoding)!, standardInput ?? Console.OpenStandardInput);
                var results = inputs.Expand(parsed.GetValue(paths)!).Select(path => inputs.Read(path)).Select(document => new Result(document, DocumentValidator.Validate(document, compiled))).ToList();
                if (ExchangeFormats.ByName.TryGetValue(parsed.GetValue(format)!, out var write)) output.Write(write(results.SelectMany(r => r.Problems).Select(p => ReportLine.Of(p, language)).ToList()));
                else if (parsed.GetValue(format) == "json") output.Write(ProblemsJson.Write(results.SelectMany(r => r.Problems), language));
                else Human(results, new Terminal(output), language, parsed.GetValue(quiet));
                return ExitCodeOf(results, compiled is not null);
            });
        });
        return command;
    }

    private static JsonSchema Compile(string path)
    {
        var source = InputFile.Read(Path.GetFullPath(path));
        if (source.Text.Error is { } error) throw CliException.Usage("validate.bad-schema", $"{source.Path}:{error.Position.Line}:{error.Position.Column}", error.Message);
        return JsonSchema.Compile(source.Text, out var problems)
            ?? throw CliException.Usage("validate.bad-schema", source.LocationOf(problems[0].Schema).ToString(), problems[0].Message);
    }

    private static void Human(List<Result> results, Terminal terminal, MessageLanguage language, bool quiet)
    {
        foreach (var result in results)
            foreach (var problem in result.Problems)
                terminal.Problem(problem, result.Document, language);
        if (quiet) return;
        var wrong = results.Count(r => r.HasErrors);
        terminal.Line(CliException.Messages.Format(wrong == 0 ? "validate.valid" : "validate.invalid", language, results.Count, wrong, results.Sum(r => r.Problems.Count)));
    }

    private static int ExitCodeOf(List<Result> results, bool anySchema)
    {
        var wrong = results.Where(r => r.HasErrors).ToList();
        if (wrong.Count == 0) return ExitCode.Conforms;
        return !anySchema && wrong.Exists(r => r.Document.Kind is DocumentKind.Policy or DocumentKind.Standard) ? ExitCode.InvalidPolicy : ExitCode.UnreadableDeliverable;
    }

    private sealed record Result(SourceDocument Document, IReadOnlyList<Problem> Problems)
    {
        public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);
    }
}

/// <summary>The files that the arguments name, decoded.</summary>
internal sealed class InputFiles(string encoding, Func<Stream> standardInput)
{
    /// <exception cref="CliException">A path does not exist, or a folder holds no JSON.</exception>
    public IReadOnlyList<string> Expand(IEnumerable<string> paths) => paths.SelectMany(path =>
    {
        if (path == "-" || File.Exists(path)) return new[] { path };
        if (!Directory.Exists(path)) throw CliException.Usage("cli.no-such-file", path);
        var found = Directory.GetFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        return found.Length > 0 ? found : throw CliException.Usage("validate.no-json", PathText.Shown(Path.GetFullPath(path)));
    }).ToList();

    public SourceDocument Read(string path)
    {
        if (path != "-" && encoding == "utf-8") return InputFile.Read(Path.GetFullPath(path));
        using var memory = new MemoryStream();
        using (var stream = path == "-" ? standardInput() : File.OpenRead(path)) stream.CopyTo(memory);
        var shown = path == "-" ? "-" : PathText.Shown(Path.GetFullPath(path));
        if (encoding == "utf-8") return SourceDocument.FromBytes(shown, memory.ToArray());
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return SourceDocument.FromText(shown, Encoding.GetEncoding(encoding).GetString(memory.ToArray()));
    }
}
