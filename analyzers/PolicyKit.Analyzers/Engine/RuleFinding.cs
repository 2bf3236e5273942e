using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Waivers;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// What a rule found: where, what it says in either language, what it stands on, and which parts of the file no
/// output may repeat.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where: in a syntax tree, in a configuration file or in a file of the pack; none when it is
/// about the program as a whole.</param>
/// <param name="Message">The message with its arguments; the remedy is part of it.</param>
/// <param name="Severity">How grave, as the standard decides; what is waived is information.</param>
/// <param name="Basis">The controls and provisions that it stands on.</param>
/// <param name="Aspect">What about the location is wrong, where several things can be, for example HttpOnly.</param>
/// <param name="Waiver">The waiver that covers it; null when none does.</param>
/// <param name="SecretSpans">The parts of the file that hold the secret it is about; empty for most rules.</param>
public sealed record RuleFinding(
    PolicyRule Rule,
    Microsoft.CodeAnalysis.Location Location,
    LocalizedMessage Message,
    Severity Severity,
    RuleBasis Basis,
    string? Aspect,
    WaiverStatus? Waiver,
    ImmutableArray<TextSpan> SecretSpans
)
{
    /// <summary>Further places that show how it came to be, in their order.</summary>
    public ImmutableArray<Microsoft.CodeAnalysis.Location> Related { get; init; } =
        ImmutableArray<Microsoft.CodeAnalysis.Location>.Empty;

    /// <summary>The sentence without its citation.</summary>
    public string Text(MessageLanguage language) => VisibleText.Of(Message.Text(language));

    /// <summary>What to do about it; null where there is nothing to advise.</summary>
    public string? Remedy(MessageLanguage language) => Message.Remedy(language);
}
