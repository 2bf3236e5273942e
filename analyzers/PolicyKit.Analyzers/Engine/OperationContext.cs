namespace PolicyKit.Analyzers.Engine;

/// <summary>An operation that rules look at.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="ContainingSymbol">The member whose code it is part of.</param>
/// <param name="Compilation">The program.</param>
/// <param name="ReportDiagnostic">Takes a finding.</param>
/// <param name="CancellationToken">Asks to stop.</param>
internal readonly record struct OperationContext(
    IOperation Operation,
    ISymbol ContainingSymbol,
    Compilation Compilation,
    Action<Diagnostic> ReportDiagnostic,
    CancellationToken CancellationToken
);
