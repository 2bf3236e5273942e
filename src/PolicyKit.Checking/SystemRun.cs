using PolicyKit.Findings;
using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>Looks at systems: builds, rebuilds the compilations and runs the rules over them.</summary>
internal static class SystemRun
{
    /// <param name="request">What is asked for.</param>
    /// <param name="given">The files that it names to judge by.</param>
    /// <param name="mayStayUnbuilt">Whether a folder without anything to build is judged by its files alone: what
    /// stands on code is then not evidenced.</param>
    /// <param name="cancellation">Ends the build, too.</param>
    public static async Task<CheckedDelivery> RunAsync(
        CheckRequest request,
        CheckInputs given,
        bool mayStayUnbuilt,
        CancellationToken cancellation
    )
    {
        var system = request.System is { } path
            ? new[] { InputFile.Read(InputFile.FullPath(path)).Expecting(DocumentKind.System) }
            : [];
        if (!request.Builds || (mayStayUnbuilt && IsPlainFolder(request.Path)))
            return new CheckedDelivery([PackFiles.Unbuilt(request.Path, given, system)], new Sight([], request.Strict));
        var target = CheckTarget.Find(request.Path);
        var log = await LogOf(target, request, cancellation).ConfigureAwait(false);
        target = target.Of(log);
        return await JudgeAsync(target, log, request, given, system, cancellation).ConfigureAwait(false);
    }

    private static async Task<CheckedDelivery> JudgeAsync(
        CheckTarget target,
        BuildLog log,
        CheckRequest request,
        CheckInputs given,
        IReadOnlyList<SourceDocument> system,
        CancellationToken cancellation
    )
    {
        var ledger = new SightLedger(target, log, request);
        var calls = log.Calls.Where(c => !ledger.IsTest(c) && !ledger.IsLeftOut(c.Project)).ToList();
        if (calls.Count == 0)
            throw NothingToJudge(target, log);
        // What all compilations share is read once: the framework's references above all.
        var references = new ReferenceCache();
        var declarations = new Declarations(calls, target.Folder);
        var checker = new SystemChecker(
            given,
            system,
            declarations,
            target.Folder,
            request.RunsGenerators,
            request.AsOf,
            request.Language
        );
        var (systems, hidden) = (new List<CheckedSystem>(), new HiddenCode());
        foreach (var call in calls)
        {
            var judged = await checker.CheckAsync(call, references, cancellation).ConfigureAwait(false);
            hidden.Add(judged.Trees);
            systems.Add(judged.System);
        }

        ledger.AddBuild(systems);
        ledger.AddHidden(hidden);
        foreach (var file in systems.SelectMany(s => s.Configuration))
            ledger.AddConfiguration(file, isJudged: true);
        foreach (var file in systems.SelectMany(s => s.UnreadConfiguration))
            ledger.AddConfiguration(file, isJudged: false);
        return new CheckedDelivery(systems.OrderBy(s => s.Project, StringComparer.Ordinal).ToList(), ledger.ToSight());
    }

    private static CheckException NothingToJudge(CheckTarget target, BuildLog log)
    {
        var shown = PathText.Shown(target.Path);
        if (log.Projects.Any(p => p.Step == CompileStep.UpToDate))
            return CheckException.Unreadable("check.up-to-date", shown);
        if (log.Calls.Count > 0)
            return CheckException.Unreadable("check.only-tests", shown);
        return log.Succeeded is null
            ? CheckException.Unreadable("check.log-truncated", shown)
            : CheckException.Usage("check.no-csharp", shown);
    }

    private static bool IsPlainFolder(string path) =>
        Directory.Exists(path)
        && new[] { "*.sln", "*.slnx", "*.csproj" }.All(pattern => !Directory.EnumerateFiles(path, pattern).Any())
        && Directory.EnumerateFiles(path, "*.json").Any();

    private static async Task<BuildLog> LogOf(CheckTarget target, CheckRequest request, CancellationToken cancellation)
    {
        var map = PathMap.Parse(request.PathMap);
        if (target.IsBinaryLog)
        {
            var given = BuildLog.Read(target.Path, map);
            if (given.Calls.Count > 0 && given.Calls.All(c => !File.Exists(c.Project)))
                throw CheckException.Unreadable(
                    "check.log-from-elsewhere",
                    PathText.Shown(target.Path),
                    VisibleText.Of(given.Calls[0].Project)
                );
            return given;
        }

        var folder = Directory.CreateTempSubdirectory("policykit-");
        try
        {
            var log = Path.Combine(folder.FullName, "build.binlog");
            var fellBack = await SystemBuilder
                .BuildAsync(target.Path, request.Configuration, log, cancellation)
                .ConfigureAwait(false);
            var built = BuildLog.Read(log, map);
            built.FellBack = fellBack;
            return built;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
