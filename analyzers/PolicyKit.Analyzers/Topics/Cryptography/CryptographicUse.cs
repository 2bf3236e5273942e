using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>A place where code takes up a cryptographic algorithm.</summary>
/// <param name="Algorithm">The algorithm as the lists name it, for example SHA-1.</param>
/// <param name="KeyBits">The key length that is asked for here; null where none is.</param>
/// <param name="Place">Where.</param>
internal sealed record CryptographicUse(string Algorithm, int? KeyBits, SyntaxNode Place);
