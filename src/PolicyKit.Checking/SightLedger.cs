using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Checking;

/// <summary>Writes the ledger of a check: what there was to judge, and what became of it.</summary>
internal sealed class SightLedger(CheckTarget target, BuildLog log, CheckRequest request)
{
    // What a run of tests cannot do without; a project that only says that it is one of tests references none of them.
    private static readonly string[] TestFrameworks =
    [
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core",
    ];

    private const int Named = 5;

    private readonly List<SightItem> _items = [];
    private readonly HashSet<string> _leftOut = request
        .LeaveOut.Select(p => Path.TrimEndingDirectorySeparator(Path.GetFullPath(p, target.Folder)))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a compilation is one of tests, which are not the system:
    /// it says so, brings a framework of tests, and nothing else is built on it.</summary>
    public bool IsTest(CompilerCall call) =>
        call.Logged is { SaysItIsTest: true }
        && call.Arguments.MetadataReferences.Any(r =>
            TestFrameworks.Contains(Path.GetFileNameWithoutExtension(r.Reference), StringComparer.OrdinalIgnoreCase)
        )
        && !log.Calls.Any(other =>
            other.Logged is { SaysItIsTest: false }
            && other.Arguments.MetadataReferences.Any(r =>
                string.Equals(
                    Path.GetFileNameWithoutExtension(r.Reference),
                    call.Arguments.CompilationName,
                    StringComparison.OrdinalIgnoreCase
                )
            )
        );

    /// <summary>Whether the user left a file or its folder out, in words of his own.</summary>
    public bool IsLeftOut(string path)
    {
        for (var at = Path.GetFullPath(path); at is { Length: > 0 }; at = Path.GetDirectoryName(at))
            if (_leftOut.Contains(at))
                return true;
        return false;
    }

    /// <summary>Adds how the build ended and what became of each project.</summary>
    public void AddBuild(IReadOnlyList<CheckedSystem> systems)
    {
        if (log.Succeeded is not true)
            Add(SightKind.Build, target.Path, log.Succeeded is null ? "sight.log-truncated" : "sight.log-failed");
        if (log.FellBack)
            Add(SightKind.Build, target.Path, SightState.Listed, "sight.no-release");
        foreach (var call in log.Calls)
            AddCompilation(call, systems.FirstOrDefault(s => ReferenceEquals(s.Call, call)));
        foreach (var project in log.Projects.Where(p => p.Step != CompileStep.Compiled || p.IsOtherLanguage))
            AddProject(project);
        AddFrameworks();
        AddConfigurations();
        AddUnseen();
        AddUncompiled();
    }

    public void AddHidden(HiddenCode hidden)
    {
        foreach (var file in hidden.Regions.GroupBy(r => r.Path))
            Add(
                SightKind.HiddenCode,
                file.Key,
                SightState.Listed,
                "sight.hidden-code",
                string.Join(", ", file.Select(r => r.Line))
            );
    }

    public void AddConfiguration(string path, bool isJudged) =>
        Add(
            SightKind.Configuration,
            path,
            isJudged ? SightState.Judged : SightState.Listed,
            isJudged ? null : "sight.configuration-kind"
        );

    public Sight ToSight() =>
        new(
            _items
                .DistinctBy(i => (i.Kind, i.Path, i.Framework, i.Configuration, i.State, i.Reason?.Key))
                .OrderBy(i => i.Kind)
                .ThenBy(i => i.Path, StringComparer.Ordinal)
                .ThenBy(i => i.Framework, StringComparer.Ordinal)
                .ToList(),
            request.Strict
        );

    private void AddCompilation(CompilerCall call, CheckedSystem? system)
    {
        var (state, reason) = (SightState.NotJudged, (LocalizedMessage?)null);
        if (system is null)
            (state, reason) = (SightState.Listed, Message(IsLeftOut(call.Project) ? "sight.left-out" : "sight.test"));
        else if (system.Failures.Count > 0)
            reason = Message("sight.incomplete", system.Failures.Count);
        else if (system.Mismatch is { } mismatch)
            reason = mismatch;
        else if (!system.IsCompared && !target.IsBinaryLog)
            reason = Message("sight.unverified");
        else
            state = SightState.Judged;
        Add(call.Project, call.Logged, state, reason);
        if (system is { IsCompared: false, Failures.Count: 0 } && target.IsBinaryLog)
            Add(
                SightKind.Build,
                target.Path,
                SightState.Listed,
                "sight.not-compared",
                log.WrittenAt.ToUniversalTime()
                    .ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture)
            );
        foreach (var assembly in PrebuiltAssemblies.Of(call, log))
            Add(SightKind.Assembly, assembly, SightState.Listed, "sight.assembly");
    }

    private void AddProject(LoggedProject project) =>
        Add(
            project.Path,
            project,
            SightState.NotJudged,
            Message(
                project.IsOtherLanguage || !project.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
                    ? "sight.other-language"
                    : project.Step switch
                    {
                        CompileStep.UpToDate => "sight.up-to-date",
                        _ => "sight.no-compiler",
                    }
            )
        );

    // What the solution and the folders hold, and the build never compiled.
    private void AddUnseen()
    {
        var seen = log.Projects.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        var compiled = log
            .Calls.SelectMany(c => c.Arguments.SourceFiles)
            .Select(f => f.Path)
            .ToHashSet(StringComparer.Ordinal);
        var inSolution = log
            .Solutions.Append(target.Path)
            .SelectMany(SourceProjects.OfSolution)
            .ToHashSet(StringComparer.Ordinal);
        var below = target.IsWholeFolder ? SourceProjects.Below(target.Folder) : [];
        foreach (var path in inSolution.Concat(below).Distinct(StringComparer.Ordinal))
            if (!SourceProjects.IsProject(path))
            {
                if (!compiled.Contains(path))
                    Add(SightKind.FileBasedApp, path, "sight.file-based-app");
            }
            else if (!seen.Contains(path))
                Add(
                    path,
                    null,
                    SightState.NotJudged,
                    Message(
                        path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
                            ? "sight.not-built"
                            : "sight.other-language"
                    )
                );
    }

    // A framework that the project names and the build passed over.
    private void AddFrameworks()
    {
        foreach (
            var project in log.Projects.Where(p => !p.IsOtherLanguage).GroupBy(p => p.Path, StringComparer.Ordinal)
        )
        foreach (
            var framework in project
                .SelectMany(p => p.Frameworks)
                .Except(project.Select(p => p.Framework), StringComparer.OrdinalIgnoreCase)
        )
            Add(
                project.Key,
                project.First() with
                {
                    Properties = new Dictionary<string, string> { ["TargetFramework"] = framework },
                },
                SightState.NotJudged,
                Message("sight.framework-not-built", framework)
            );
    }

    // Debug is what developers build; any other that a solution or a project names may be what is delivered.
    private void AddConfigurations()
    {
        var built = log.Projects.Select(p => p.Configuration).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (
            var name in SourceProjects
                .ConfigurationsOf(target.Path)
                .Concat(log.Projects.SelectMany(p => p.Configurations))
                .Where(c => !built.Contains(c) && c is not ("Debug" or "Release"))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal)
        )
            Add(SightKind.Build, target.Path, SightState.Listed, "sight.other-configuration", name);
    }

    private void AddUncompiled()
    {
        var judged = log.Calls.Where(c => !IsTest(c)).Select(c => c.Project).ToHashSet(StringComparer.Ordinal);
        foreach (var sources in UncompiledSources.Of(target, log, IsLeftOut))
            if (sources.Project.Length == 0)
                AddUncompiled(CommonFolder(sources.Files), SightState.NotJudged, "sight.no-project", sources.Files);
            else if (judged.Contains(sources.Project) && !IsLeftOut(sources.Project))
                AddUncompiled(
                    sources.Project,
                    sources.IsExplained ? SightState.Listed : SightState.NotJudged,
                    sources.IsExplained ? "sight.not-compiled" : "sight.not-compiled-unexplained",
                    sources.Files
                );
        if (!target.IsWholeFolder)
            return;
        foreach (var folder in SourceProjects.Unreadable(target.Folder))
            Add(SightKind.Source, folder, "sight.unreadable");
        foreach (var link in SourceProjects.LinksOutOf(target.Folder))
            Add(SightKind.Source, link, SightState.Listed, "sight.link");
    }

    private void AddUncompiled(string path, SightState state, string key, IReadOnlyList<string> files) =>
        Add(
            SightKind.Source,
            path,
            state,
            key,
            files.Count,
            string.Join(", ", files.Take(Named).Select(PathText.Shown)) + (files.Count > Named ? ", …" : "")
        );

    private string CommonFolder(IReadOnlyList<string> files)
    {
        var folder = Path.GetDirectoryName(files[0])!;
        while (folder != target.Folder && !files.All(f => CheckTarget.IsIn(f, folder)))
            folder = Path.GetDirectoryName(folder) ?? target.Folder;
        return folder;
    }

    private void Add(string path, LoggedProject? project, SightState state, LocalizedMessage? reason)
    {
        if (state == SightState.NotJudged && IsLeftOut(path))
            (state, reason) = (SightState.Listed, Message("sight.left-out"));
        _items.Add(
            new SightItem(SightKind.Project, PathText.Shown(path), state, reason)
            {
                Framework = project?.Framework ?? "",
                Configuration = project?.Configuration ?? "",
                Constants = OwnConstants(project?.Constants ?? ""),
            }
        );
    }

    private void Add(SightKind kind, string path, string key) => Add(kind, path, SightState.NotJudged, key);

    private void Add(SightKind kind, string path, SightState state, string? key, params object[] arguments)
    {
        if (state == SightState.NotJudged && IsLeftOut(path))
            (state, key, arguments) = (SightState.Listed, "sight.left-out", []);
        _items.Add(new SightItem(kind, PathText.Shown(path), state, key is null ? null : Message(key, arguments)));
    }

    private static LocalizedMessage Message(string key, params object[] arguments) =>
        CheckException.Messages.Message(key, arguments);

    // Those of the framework say nothing that its name does not.
    private static string OwnConstants(string constants) =>
        string.Join(
            ";",
            constants
                .Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(c =>
                    c is not ("NET" or "NETCOREAPP" or "NETFRAMEWORK" or "NETSTANDARD")
                    && !c.EndsWith("_OR_GREATER", StringComparison.Ordinal)
                    && !(c.StartsWith("NET", StringComparison.Ordinal) && c.Any(char.IsAsciiDigit))
                )
                .Distinct(StringComparer.Ordinal)
        );
}
