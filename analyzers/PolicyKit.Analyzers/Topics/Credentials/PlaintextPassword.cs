using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>A plaintext password in code.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Symbol">The variable, parameter or member that holds it.</param>
/// <param name="Owner">The type that the member belongs to; null for variables and parameters.</param>
internal sealed record PlaintextPassword(string Name, ISymbol Symbol, INamedTypeSymbol? Owner);
