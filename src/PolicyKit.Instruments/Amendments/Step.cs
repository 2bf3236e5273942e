namespace PolicyKit.Instruments.Amendments;

/// <summary>What is done to one of several siblings.</summary>
/// <param name="Clauses">In their order.</param>
/// <param name="Run">The run of numbers that it belongs to; the steps of one run may share a sentence.</param>
/// <param name="At">Which of the old siblings the run begins with.</param>
/// <param name="HasContent">Whether words change, too.</param>
internal sealed record Step(IReadOnlyList<Clause> Clauses, int Run, int At, bool HasContent);
