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
        AddUnseen();
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
        foreach (var assembly in call.Logged?.Items.Where(i => i.Type == "Reference") ?? [])
            Add(SightKind.Assembly, assembly.Path, SightState.Listed, "sight.assembly");
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
        var inSolution = SourceProjects.OfSolution(target.Path).ToHashSet(StringComparer.Ordinal);
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
