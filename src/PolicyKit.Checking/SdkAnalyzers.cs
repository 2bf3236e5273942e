using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyKit.Checking;

/// <summary>The analyzers that the SDK brings: code of the platform, and not of the delivery.</summary>
internal sealed class SdkAnalyzers
{
    private static readonly string[] Assemblies =
    [
        "Microsoft.CodeAnalysis.NetAnalyzers.dll",
        "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll",
    ];

    private readonly Lazy<IReadOnlyList<DiagnosticAnalyzer>> _all;

    /// <param name="folder">Where they lie; null where there are none.</param>
    public SdkAnalyzers(string? folder) => _all = new(() => Load(folder));

    /// <summary>Those that can report one of these rules: the others cost time for nothing.</summary>
    public IReadOnlyList<DiagnosticAnalyzer> Reporting(IReadOnlySet<string> rules) =>
        _all.Value.Where(a => a.SupportedDiagnostics.Any(d => rules.Contains(d.Id))).ToList();

    // One that cannot be loaded here is not there: its rules then did not run, and the report says so.
    private static List<DiagnosticAnalyzer> Load(string? folder)
    {
        var paths = Assemblies.Select(name => Path.Combine(folder ?? "", name)).Where(File.Exists).ToList();
        if (folder is null || paths.Count == 0)
            return [];
        var loader = new GeneratorLoader(paths);
        return paths
            .SelectMany(path => new AnalyzerFileReference(path, loader).GetAnalyzers(LanguageNames.CSharp))
            .Where(CanSay)
            .ToList();
    }

    private static bool CanSay(DiagnosticAnalyzer analyzer)
    {
        try
        {
            return !analyzer.SupportedDiagnostics.IsDefaultOrEmpty;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }
}
