using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>Looks at systems: builds, rebuilds the compilations and runs the rules over them.</summary>
internal static class SystemRun
{
    public static async Task<IReadOnlyList<CheckedSystem>> RunAsync(
        CheckRequest request,
        CancellationToken cancellation
    )
    {
        var given = PackFiles.Given(request);
        var system = request.System is { } path
            ? new[] { InputFile.Read(System.IO.Path.GetFullPath(path)).Expecting(DocumentKind.System) }
            : [];
        if (!request.Builds || IsPlainFolder(request.Path))
            return [PackFiles.Unbuilt(request.Path, given, system)];
        var target = CheckTarget.Find(request.Path);
        var systems = new List<CheckedSystem>();
        // What all compilations share is read once: the framework's references above all.
        var references = new ReferenceCache();
        var checker = new SystemChecker(given, system, request.AsOf, request.Language);
        foreach (var call in await Compilations(target, cancellation).ConfigureAwait(false))
            systems.Add(checker.Check(call, references, cancellation));
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
            var log = Path.Combine(folder.FullName, "build.binlog");
            await SystemBuilder.BuildAsync(target.Path, log, cancellation).ConfigureAwait(false);
            return CompilerCall.ReadLog(log);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
