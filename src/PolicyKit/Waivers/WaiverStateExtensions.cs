using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Waivers;

/// <summary>Words for states of waivers.</summary>
public static class WaiverStateExtensions
{
    /// <summary>The name of a state, in both languages.</summary>
    public static LocalizedMessage Title(this WaiverState state) =>
        ReadContext.Messages.Message("waiver-state." + Codecs.WordOf(state));

    /// <summary>The word in data, for example <c>not-yet</c>.</summary>
    public static string Word(this WaiverState state) => Codecs.WordOf(state);
}
