using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>An endpoint; what is decided elsewhere in the program is judged at the end.</summary>
/// <param name="Display">What people know it by, for example POST /bills/{id}.</param>
/// <param name="Route">The route, if it is known.</param>
/// <param name="Location">Where.</param>
/// <param name="Parameter">The parameter that its route builder came in by; null when it is none.</param>
/// <param name="Kind">How it is mapped.</param>
internal sealed record Endpoint(
    string Display,
    string? Route,
    Location Location,
    IParameterSymbol? Parameter,
    EndpointKind Kind
)
{
    /// <summary>
    /// The name of the page, /Bills/Index, by which conventions know it; null when it is none or the name is not
    /// known.
    /// </summary>
    public string? Page { get; init; }

    /// <summary>Whether it is a controller by nothing but its name, which only a conventional route leads to.</summary>
    public bool IsByName { get; init; }

    /// <summary>The class of the page's model.</summary>
    public INamedTypeSymbol? Owner { get; init; }
}
