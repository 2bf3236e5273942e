using System.CommandLine;
using NodaTime;
using PolicyKit.Analyzers.Framework;
using PolicyKit.Cli.Checking;
using PolicyKit.Cli.Output;
using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Reading;
using Spectre.Console;

namespace PolicyKit.Cli.Commands;

/// <summary><c>policykit check PATH</c>: builds (unless given a binary log), rebuilds the compilations and runs the rules itself.</summary>
internal static class CheckCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var path = new Argument<string>("PATH") { Description = "ソリューション、プロジェクト、フォルダーまたはbinlog / solution, project, folder or binary log" };
        var pack = new Option<string[]>("--pack") { Description = "団体のパック (フォルダーまたはファイル) / the body's pack (folder or files)", AllowMultipleArgumentsPerToken = true };
        var system = new Option<string?>("--system") { Description = "システムの申告 / the system declaration" };
        var (format, lang, asOf) = (CommonOptions.Format(["human", "json", .. ExchangeFormats.ByName.Keys]), CommonOptions.Language(), CommonOptions.AsOf());
        var command = new Command("check", "システムを検査する / check a system") { path, pack, system, format, lang, asOf };
        command.SetAction((parsed, cancellation) =>
        {
            var language = CommonOptions.ParseLanguage(parsed.GetValue(lang)!);
            return Task.FromResult(Program.Guard(language, error, () =>
            {
                var request = new Request(CheckTarget.Find(parsed.GetValue(path)!), parsed.GetValue(pack) ?? [], parsed.GetValue(system), CommonOptions.ParseDate(parsed.GetValue(asOf)), language);
                return Check(request, parsed.GetValue(format)!, output, error, cancellation).GetAwaiter().GetResult();
            }));
        });
        return command;
    }

    private static async Task<int> Check(Request request, string format, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var given = PackFiles.FromOptions(request.Pack);
        var system = request.System is { } path ? new[] { InputFile.Read(Path.GetFullPath(path)).Expecting(DocumentKind.System) } : [];
        if (InvalidBeforeBuilding(given, request, new Terminal(error))) return ExitCode.InvalidPolicy;
        var systems = new List<CheckedSystem>();
        await WithProgress(error, request.Language, async () =>
        {
            foreach (var call in await Compilations(request.Target, cancellation))
                systems.Add(await new SystemChecker(given, system, request.AsOf, request.Language).CheckAsync(call, cancellation));
        });
        if (systems.All(s => s.Pack.Files.All(f => f.Kind is DocumentKind.System))) throw CliException.Usage("check.no-pack");
        var report = new CheckReport(request.AsOf, systems.OrderBy(s => s.Project, StringComparer.Ordinal).ToList());
        if (ExchangeFormats.ByName.TryGetValue(format, out var write)) output.Write(write(ReportLine.Of(report).ToList()));
        else if (format == "json") output.Write(JsonReport.Write(report));
        else HumanReport.Write(report, new Terminal(output), request.Language);
        return report.ExitCodeOf();
    }

    // A pack that is itself wrong is said at once: nobody waits for a build to hear it.
    private static bool InvalidBeforeBuilding(IReadOnlyList<SourceDocument> given, Request request, Terminal terminal)
    {
        var problems = PolicyPack.Load(given, RuleCatalog.Known).Problems;
        foreach (var problem in problems) terminal.Problem(problem, given.First(d => d.Path == problem.Location.File), request.Language);
        return problems.Any(p => p.Severity == Severity.Error);
    }

    private static async Task<IReadOnlyList<CompilerCall>> Compilations(CheckTarget target, CancellationToken cancellation)
    {
        if (target.IsBinaryLog) return CompilerCall.ReadLog(target.Path);
        var folder = Directory.CreateTempSubdirectory("policykit-");
        try
        {
            var log = Path.Combine(folder.FullName, "build.binlog");
            await SystemBuilder.BuildAsync(target.Path, log, cancellation);
            return CompilerCall.ReadLog(log);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task WithProgress(TextWriter error, MessageLanguage language, Func<Task> work)
    {
        var message = CliException.Messages.Format("check.working", language);
        if (!ReferenceEquals(error, Console.Error) || Console.IsErrorRedirected) return work();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Status().StartAsync(message, _ => work());
    }

    private sealed record Request(CheckTarget Target, string[] Pack, string? System, LocalDate AsOf, MessageLanguage Language);
}
