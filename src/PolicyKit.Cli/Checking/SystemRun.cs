using NodaTime;
using PolicyKit.Cli.Commands;
using PolicyKit.Json;
using PolicyKit.Reading;
using Spectre.Console;

namespace PolicyKit.Cli.Checking;

/// <summary>What a user asks to be looked at, and by what.</summary>
/// <param name="Path">A solution, a project, a folder or a binary log.</param>
/// <param name="Pack">The body's pack: folders and files.</param>
/// <param name="System">The system declaration; null for those that the projects or their folders hold.</param>
/// <param name="Registers">Registers of waivers and evidence.</param>
/// <param name="Logs">SARIF logs of other tools.</param>
/// <param name="Tables">Dated tables in the place of those that ship with PolicyKit.</param>
/// <param name="Builds">Whether projects are built and their code is looked at.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Language">The language of messages.</param>
internal sealed record RunRequest(
    string Path,
    IReadOnlyList<string> Pack,
    string? System,
    IReadOnlyList<string> Registers,
    IReadOnlyList<string> Logs,
    IReadOnlyList<string> Tables,
    bool Builds,
    LocalDate AsOf,
    MessageLanguage Language
);

/// <summary>Looks at systems: builds, rebuilds the compilations and runs the rules over them.</summary>
internal static class SystemRun
{
    public static async Task<IReadOnlyList<CheckedSystem>> RunAsync(
        RunRequest request,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        var given = PackFiles
            .FromOptions(request.Pack)
            .Concat(request.Registers.Select(r => InputFile.Read(System.IO.Path.GetFullPath(r))))
            .ToList();
        var system = request.System is { } path
            ? new[] { InputFile.Read(System.IO.Path.GetFullPath(path)).Expecting(DocumentKind.System) }
            : [];
        if (!request.Builds || IsPlainFolder(request.Path))
            return [PackFiles.Unbuilt(request.Path, given, system)];
        var target = CheckTarget.Find(request.Path);
        var systems = new List<CheckedSystem>();
        await WithProgress(
            error,
            request.Language,
            async () =>
            {
                foreach (var call in await Compilations(target, cancellation))
                    systems.Add(
                        await new SystemChecker(given, system, request.AsOf, request.Language).CheckAsync(
                            call,
                            cancellation
                        )
                    );
            }
        );
        return systems.OrderBy(s => s.Project, StringComparer.Ordinal).ToList();
    }

    private static bool IsPlainFolder(string path) =>
        Directory.Exists(path)
        && new[] { "*.sln", "*.slnx", "*.csproj" }.All(pattern => !Directory.EnumerateFiles(path, pattern).Any())
        && Directory.EnumerateFiles(path, "*.json").Any();

    private static async Task<IReadOnlyList<CompilerCall>> Compilations(
        CheckTarget target,
        CancellationToken cancellation
    )
    {
        if (target.IsBinaryLog)
            return CompilerCall.ReadLog(target.Path);
        var folder = Directory.CreateTempSubdirectory("policykit-");
        try
        {
            var log = System.IO.Path.Combine(folder.FullName, "build.binlog");
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
        if (!ReferenceEquals(error, Console.Error) || Console.IsErrorRedirected)
            return work();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Status().StartAsync(message, _ => work());
    }
}
