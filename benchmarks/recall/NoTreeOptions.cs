using Microsoft.CodeAnalysis;

/// <summary>
/// No file has options of its own: some analyzers ask for the provider without looking whether there is one.
/// </summary>
internal sealed class NoTreeOptions : SyntaxTreeOptionsProvider
{
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
        return false;
    }

    public override bool TryGetGlobalDiagnosticValue(
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity
    )
    {
        severity = ReportDiagnostic.Default;
        return false;
    }
}
