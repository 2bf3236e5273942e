using Microsoft.CodeAnalysis;

namespace PolicyKit.Checking;

/// <summary>A compilation that the rules ran over: what became of it, and its files.</summary>
internal sealed record CheckedCompilation(CheckedSystem System, IReadOnlyList<SyntaxTree> Trees);
