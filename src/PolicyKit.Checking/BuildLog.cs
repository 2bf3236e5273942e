using System.Collections;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;
using PolicyKit.Standards;

namespace PolicyKit.Checking;

/// <summary>
/// What a binary log tells of a build: which projects took part, how far each got, and how the compiler was called.
/// </summary>
internal sealed class BuildLog
{
    // What the audit of NuGet says of packages with known vulnerabilities, from low to critical.
    private static readonly HashSet<string> AuditCodes = new(StringComparer.Ordinal)
    {
        "NU1901",
        "NU1902",
        "NU1903",
        "NU1904",
    };

    private static readonly HashSet<string> Properties = new(StringComparer.OrdinalIgnoreCase)
    {
        "Configuration",
        "Configurations",
        "DefineConstants",
        "IsTestingPlatformApplication",
        "IsTestProject",
        "NuGetAudit",
        "NuGetPackageRoot",
        "TargetFramework",
        "TargetFrameworks",
        "TargetPath",
    };

    private readonly PathMap _map;
    private readonly Dictionary<
        int,
        (string File, IReadOnlyDictionary<string, string> Properties, IReadOnlyList<LoggedItem> Items)
    > _evaluations = [];
    private readonly Dictionary<int, LoggedProject> _contexts = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<(string Project, string Code, string Message)> _audit = [];

    private BuildLog(PathMap map) => _map = map;

    /// <summary>
    /// The compilations of C#, in the order of the log; the same project with the same arguments once.
    /// </summary>
    public List<CompilerCall> Calls { get; } = [];

    /// <summary>
    /// The projects that the build started to build (and not only to restore), one for each set of properties.
    /// </summary>
    public List<LoggedProject> Projects { get; } = [];

    /// <summary>The solutions that were built.</summary>
    public SortedSet<string> Solutions { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the build ended and said how; null where the log stops before.</summary>
    public bool? Succeeded { get; private set; }

    /// <summary>Whether the default of the solution was built because it has no Release.</summary>
    public bool FellBack { get; set; }

    /// <summary>When the build ended, or what the log says last.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <exception cref="CheckException">The file is not a binary log.</exception>
    public static BuildLog Read(string path, PathMap map)
    {
        var log = new BuildLog(map);
        if (InputFile.Length(path, PathText.Shown(path)) == 0)
            throw CheckException.Unreadable("check.bad-log", PathText.Shown(path));
        try
        {
            foreach (var record in new BinLogReader().ReadRecords(path))
                if (record.Args is { } args)
                    log.Take(args);
        }
        // A log that breaks off anywhere ends in any of the reader's exceptions; what it told until then is known.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (log._contexts.Count == 0)
                throw new CheckException(
                    ExitCode.UnreadableDeliverable,
                    CheckException.Messages.Message("check.bad-log", PathText.Shown(path)),
                    e.Message
                );
            log.Succeeded = null;
        }

        if (log._contexts.Count == 0)
            throw CheckException.Unreadable("check.bad-log", PathText.Shown(path));
        log.AddAudit();
        return log;
    }

    private void Take(BuildEventArgs args)
    {
        WrittenAt = args.Timestamp > WrittenAt ? args.Timestamp : WrittenAt;
        switch (args)
        {
            case ProjectEvaluationFinishedEventArgs { BuildEventContext: { } context, ProjectFile: { } project } e:
                _evaluations[context.EvaluationId] = (project, Known(e.Properties), ItemsOf(e.Items, project));
                break;
            case ProjectStartedEventArgs { BuildEventContext: { } context, ProjectFile: { } project } e:
                Start(context, project, e);
                break;
            case TargetStartedEventArgs { TargetName: "CoreCompile", BuildEventContext: { } context }:
                Reach(context, CompileStep.NoCompiler);
                break;
            case TargetSkippedEventArgs { TargetName: "CoreCompile", BuildEventContext: { } context } e:
                if (e.SkipReason is TargetSkipReason.OutputsUpToDate)
                    Reach(context, CompileStep.UpToDate);
                break;
            case TaskCommandLineEventArgs { BuildEventContext: { } context, CommandLine: { } line } e:
                Call(context, e.TaskName, line);
                break;
            case BuildWarningEventArgs { Code: { } code, Message: { } message, ProjectFile: { } project }
                when AuditCodes.Contains(code):
                _audit.Add((Here(project), code, message));
                break;
            case BuildErrorEventArgs { Code: { } code, Message: { } message, ProjectFile: { } project }
                when AuditCodes.Contains(code):
                _audit.Add((Here(project), code, message));
                break;
            case BuildFinishedEventArgs e:
                Succeeded = e.Succeeded;
                break;
        }
    }

    private void Start(BuildEventContext context, string project, ProjectStartedEventArgs started)
    {
        if (project.Length > 2 && project[1] == ':' && Path.DirectorySeparatorChar == '/')
            _map.IsFromWindows = true;
        if (Path.GetExtension(project).ToLowerInvariant() is ".sln" or ".slnx")
            Solutions.Add(Here(project));
        _evaluations.TryGetValue(context.EvaluationId, out var evaluated);
        var properties = evaluated.Properties ?? Known(started.Properties);
        _contexts[context.ProjectContextId] = new LoggedProject(Here(project), properties)
        {
            Items = evaluated.Items ?? ItemsOf(started.Items, project),
        };
    }

    // A project is started many times, for restore and for questions of other projects; it takes part when it comes
    // to compile, or is asked to build.
    private void Reach(BuildEventContext context, CompileStep step)
    {
        if (!_contexts.TryGetValue(context.ProjectContextId, out var project))
            return;
        if (!Projects.Contains(project))
            Projects.Add(project);
        if (step == CompileStep.UpToDate || project.Step == CompileStep.NotReached)
            project.Step = step;
    }

    private void Call(BuildEventContext context, string task, string line)
    {
        if (task is not ("Csc" or "Vbc" or "Fsc") || !_contexts.TryGetValue(context.ProjectContextId, out var project))
            return;
        Reach(context, CompileStep.NoCompiler);
        project.Step = CompileStep.Compiled;
        project.IsOtherLanguage = task != "Csc";
        if (task == "Csc" && _seen.Add(project.Path + "\n" + line))
            Calls.Add(CompilerCall.Parse(project.Path, line, _map) with { Logged = project });
    }

    private void AddAudit()
    {
        for (var i = 0; i < Calls.Count; i++)
        {
            var project = Calls[i].Project;
            Calls[i] = Calls[i] with
            {
                Audit = _audit
                    .Where(a => a.Project == project)
                    .OrderBy(a => a.Code, StringComparer.Ordinal)
                    .ThenBy(a => a.Message, StringComparer.Ordinal)
                    .Select(a => (RuleId.Parse(a.Code), a.Message))
                    .ToList(),
            };
        }
    }

    private string Here(string path)
    {
        var mapped = _map.Map(path);
        // A path with a character that no file name can hold is not here, whatever it says.
        return mapped.Contains('\0', StringComparison.Ordinal)
            ? mapped.Replace("\0", "", StringComparison.Ordinal)
            : mapped;
    }

    private static Dictionary<string, string> Known(IEnumerable? properties)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in properties ?? Array.Empty<object>())
        {
            var (name, value) = property switch
            {
                KeyValuePair<string, string> pair => (pair.Key, pair.Value),
                DictionaryEntry entry => (entry.Key as string ?? "", entry.Value as string ?? ""),
                _ => ("", ""),
            };
            if (Properties.Contains(name))
                known[name] = value;
        }

        return known;
    }

    private List<LoggedItem> ItemsOf(IEnumerable? items, string project)
    {
        var found = new List<LoggedItem>();
        foreach (var each in items ?? Array.Empty<object>())
        {
            if (each is not DictionaryEntry { Key: string type, Value: ITaskItem item })
                continue;
            if (type is "None" or "Content" or "EmbeddedResource")
                found.Add(ItemOf(type, item, item.ItemSpec, project));
            else if (type == "Reference" && item.GetMetadata("HintPath") is { Length: > 0 } hint)
                found.Add(ItemOf(type, item, hint, project));
        }

        return found;
    }

    private LoggedItem ItemOf(string type, ITaskItem item, string path, string project)
    {
        bool Says(string name) => item.GetMetadata(name) is { Length: > 0 } value && value != "Never";
        var folder = Path.GetDirectoryName(Here(project)) ?? "";
        return new LoggedItem(
            type,
            Path.Combine(folder, Here(path).Replace('\\', '/')),
            item.GetMetadata("Link") ?? "",
            type is "Content" or "EmbeddedResource" || Says("CopyToOutputDirectory") || Says("CopyToPublishDirectory")
        );
    }
}
