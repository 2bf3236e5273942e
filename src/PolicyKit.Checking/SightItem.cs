using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Checking;

/// <summary>One thing that there was to judge, and whether it was.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="State">Whether it was judged, and what it weighs if not.</param>
/// <param name="Reason">Why it was not judged; null where it was.</param>
public sealed record SightItem(SightKind Kind, string Path, SightState State, LocalizedMessage? Reason)
{
    /// <summary>The target framework that was compiled for; empty where there is none.</summary>
    public string Framework { get; init; } = "";

    /// <summary>The configuration that was compiled: Release or Debug, say.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>The constants of <c>#if</c> that the project sets itself, beside those of the framework.</summary>
    public string Constants { get; init; } = "";
}
