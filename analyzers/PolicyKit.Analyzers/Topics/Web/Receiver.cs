using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>What a route builder brings to the endpoints mapped on it.</summary>
/// <param name="Prefix">The route prefix of its groups.</param>
/// <param name="IsDecided">Whether a group above decides about authorization.</param>
/// <param name="Parameter">The parameter it came in by; whether that is decided depends on the callers.</param>
internal sealed record Receiver(string Prefix, bool IsDecided, IParameterSymbol? Parameter)
{
    /// <summary>Nothing can be shown: no finding rests on it.</summary>
    public static Receiver Unknown { get; } = new("", true, null) { IsUnknown = true };

    /// <summary>Whether nothing is known of it.</summary>
    public bool IsUnknown { get; init; }
}
