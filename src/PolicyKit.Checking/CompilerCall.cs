using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Standards;

namespace PolicyKit.Checking;

/// <summary>One run of the C# compiler as a binary log tells it.</summary>
/// <param name="Project">The full path of the project file.</param>
/// <param name="Arguments">The compiler's own reading of its command line.</param>
/// <param name="CompilerPath">The compiler that was run.</param>
internal sealed record CompilerCall(string Project, CSharpCommandLineArguments Arguments, string CompilerPath)
{
    // What the audit of NuGet says of packages with known vulnerabilities, from low to critical.
    private static readonly HashSet<string> AuditCodes = new(StringComparer.Ordinal)
    {
        "NU1901",
        "NU1902",
        "NU1903",
        "NU1904",
    };

    /// <summary>What the build said of vulnerable packages of this project: rule and message.</summary>
    public IReadOnlyList<(RuleId Rule, string Message)> Audit { get; init; } = [];

    /// <summary>All compilations in a log, in its order; the same project with the same arguments once.</summary>
    /// <exception cref="CheckException">The file is no binary log, or holds no C# compilation.</exception>
    public static IReadOnlyList<CompilerCall> ReadLog(string path)
    {
        var projects = new Dictionary<int, string>();
        var calls = new List<CompilerCall>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var audit = new HashSet<(string Project, string Code, string Message)>();
        try
        {
            foreach (var record in new BinLogReader().ReadRecords(path))
            {
                switch (record.Args)
                {
                    case ProjectStartedEventArgs { BuildEventContext: { } context, ProjectFile: { } project }:
                        projects[context.ProjectContextId] = project;
                        break;
                    case TaskCommandLineEventArgs
                    {
                        TaskName: "Csc",
                        BuildEventContext: { } context,
                        CommandLine: { } line
                    } when projects.TryGetValue(context.ProjectContextId, out var project):
                        if (seen.Add(project + "\n" + line))
                            calls.Add(Parse(project, line));
                        break;
                    case BuildWarningEventArgs { Code: { } code, Message: { } message, ProjectFile: { } project }
                        when AuditCodes.Contains(code):
                        audit.Add((project, code, message));
                        break;
                    case BuildErrorEventArgs { Code: { } code, Message: { } message, ProjectFile: { } project }
                        when AuditCodes.Contains(code):
                        audit.Add((project, code, message));
                        break;
                }
            }
        }
        catch (Exception e)
            when (e is IOException or InvalidDataException or NotSupportedException or ArgumentException)
        {
            throw new CheckException(
                ExitCode.UnreadableDeliverable,
                CheckException.Messages.Message("check.bad-log", PathText.Shown(path)),
                e.Message
            );
        }

        calls = calls
            .Select(c =>
                c with
                {
                    Audit = audit
                        .Where(a => a.Project == c.Project)
                        .OrderBy(a => a.Code, StringComparer.Ordinal)
                        .ThenBy(a => a.Message, StringComparer.Ordinal)
                        .Select(a => (RuleId.Parse(a.Code), a.Message))
                        .ToList(),
                }
            )
            .ToList();
        return calls.Count > 0 ? calls : throw CheckException.Usage("check.no-csharp", PathText.Shown(path));
    }

    internal static CompilerCall Parse(string project, string line)
    {
        var words = CommandLineParser.SplitCommandLineIntoArguments(line, removeHashComments: false).ToList();
        var compiler = words.FindIndex(w =>
            Path.GetFileName(w.Trim('"')).ToLowerInvariant() is "csc.dll" or "csc.exe" or "csc"
        );
        var arguments = words.Skip(compiler + 1);
        return new CompilerCall(
            project,
            CSharpCommandLineParser.Default.Parse(arguments, Path.GetDirectoryName(project), sdkDirectory: null),
            compiler >= 0 ? words[compiler].Trim('"') : ""
        );
    }
}
