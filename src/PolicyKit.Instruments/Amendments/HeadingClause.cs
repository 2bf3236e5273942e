namespace PolicyKit.Instruments.Amendments;

/// <summary>第３条の見出しを「（…）」に改める.</summary>
internal sealed record HeadingClause(IReadOnlyList<string> Path, string? Old, string? New, string Printed)
    : Clause(Path);
