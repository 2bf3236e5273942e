using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyKit.Checking;

/// <summary>
/// The severities that the configuration files of a project set, those of the SDK apart: what a project silences is a
/// finding.
/// </summary>
internal sealed class ProjectSeverities(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
{
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, ReportDiagnostic>> _files = new(
        StringComparer.Ordinal
    );

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
        GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(
        SyntaxTree tree,
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity
    )
    {
        severity = ReportDiagnostic.Default;
        return tree.FilePath.Length > 0
            && _files
                .GetOrAdd(tree.FilePath, path => configs.GetOptionsForSourcePath(path).TreeOptions)
                .TryGetValue(diagnosticId, out severity);
    }

    public override bool TryGetGlobalDiagnosticValue(
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity
    ) => configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
}
