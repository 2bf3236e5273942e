using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Waivers;

namespace PolicyKit.Findings;

/// <summary>The one result type of every check (指摘): what was found, where, and on which provision it stands.</summary>
/// <remarks>
/// Positions count lines and columns from 1, in UTF-16 characters. Texts are in one language, the one that was asked
/// for.
/// Order findings by file, start and fingerprint: then the same input gives the same output.
/// </remarks>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>How grave, as the standard decides.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One sentence in the language asked for. Never holds a secret or personal data.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it; null where there is nothing to advise.</summary>
    public string? Remedy { get; init; }

    /// <summary>Where.</summary>
    public required Location Location { get; init; }

    /// <summary>Further places that show how it came to be, in their order; empty for most rules.</summary>
    public ValueList<Location> Related { get; init; } = ValueList<Location>.Empty;

    /// <summary>The provisions it stands on.</summary>
    public required ValueList<ProvisionId> Provisions { get; init; }

    /// <summary>The controls it stands on.</summary>
    public required ValueList<ControlId> Controls { get; init; }

    /// <summary>The waiver that covers it on the day it was found; null when none does.</summary>
    public WaiverId? Waiver { get; init; }

    /// <summary>The line of the text in which it begins, masked; null when the file is not at hand.</summary>
    public Excerpt? Excerpt { get; init; }

    /// <summary>
    /// An identity that survives moved lines: equal for the same rule, file, line text and place among equals.
    /// </summary>
    public required string Fingerprint { get; init; }
}
