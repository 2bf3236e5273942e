using PolicyKit.Findings;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Checking;

/// <summary>The fingerprints of findings of a check.</summary>
internal static class Fingerprints
{
    /// <summary>The fingerprint of a finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="location">Where.</param>
    /// <param name="project">The project, which stands for the file where the finding is about none.</param>
    /// <param name="excerpt">The line; null when the file is not at hand.</param>
    /// <param name="message">The message, which stands for the line where there is none.</param>
    /// <param name="occurrence">Which of the findings with the same rule, file and line it is, from 0.</param>
    public static string Of(
        RuleId rule,
        Location location,
        string project,
        Excerpt? excerpt,
        string message,
        int occurrence = 0
    ) =>
        Fingerprint.Of(
            rule,
            location.File.Length == 0 ? PathText.Shown(project) : location.File,
            (excerpt?.Text ?? message).Trim(),
            occurrence
        );
}
