using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>Words for timeliness.</summary>
public static class EvidenceTimelinessExtensions
{
    /// <summary>The word in data, for example <c>not-yet-due</c>.</summary>
    public static string Word(this EvidenceTimeliness timeliness) => Codecs.WordOf(timeliness);
}
