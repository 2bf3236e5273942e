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
    /// <summary>The arguments as they stood in the log, paths mapped.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Where the files of the build lie here; what the compiler wrote names them as they lay there.</summary>
    internal PathMap? Map { get; init; }

    /// <summary>What the build said of vulnerable packages of this project: rule and message.</summary>
    public IReadOnlyList<(RuleId Rule, string Message)> Audit { get; init; } = [];

    /// <summary>The project as the build evaluated it; null where only the call is known.</summary>
    public LoggedProject? Logged { get; init; }

    internal static CompilerCall Parse(string project, string line, PathMap map)
    {
        var words = CommandLineParser
            .SplitCommandLineIntoArguments(line, removeHashComments: false)
            .Select(map.Map)
            .ToList();
        var compiler = words.FindIndex(w =>
            Path.GetFileName(w.Trim('"')).ToLowerInvariant() is "csc.dll" or "csc.exe" or "csc"
        );
        var path = compiler >= 0 ? words[compiler].Trim('"') : "";
        return Parse(project, words.Skip(compiler + 1).ToList(), path) with { Map = map };
    }

    internal static CompilerCall Parse(string project, IReadOnlyList<string> words, string compiler) =>
        new(
            project,
            CSharpCommandLineParser.Default.Parse(words, Path.GetDirectoryName(project), sdkDirectory: null),
            compiler
        )
        {
            Words = words,
        };
}
