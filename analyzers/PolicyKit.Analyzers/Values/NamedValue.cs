using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>A place where a value gets a name: a variable, a field, a property, a parameter, a key.</summary>
/// <param name="Name">The name.</param>
/// <param name="Symbol">The symbol; null for a key.</param>
/// <param name="Value">What is put there.</param>
/// <param name="IsComparison">Whether the value is compared with it rather than put there.</param>
internal sealed record NamedValue(string Name, ISymbol? Symbol, IOperation Value, bool IsComparison = false)
{
    /// <summary>What is known of the names of this compilation: programs repeat theirs.</summary>
    public ConcurrentDictionary<string, ConnectionName> Names { get; init; } = null!;

    /// <summary>
    /// Whether the value is given back under the name of a method or property, rather than put under it.
    /// </summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether the name is only the first argument of a call whose name says that it sets something.</summary>
    public bool IsByCall { get; init; }

    /// <summary>Whether what is named belongs to a library and not to this source.</summary>
    public bool IsForeign => Symbol is not null && Symbol.Locations.All(l => !l.IsInSource);
}
