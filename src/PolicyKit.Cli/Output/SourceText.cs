using PolicyKit.Messages;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>What a control or a parameter rests on, for people.</summary>
internal static class SourceText
{
    /// <summary>
    /// The state, then each source on a line of its own, then what is our own. One line that says so where nobody has
    /// looked.
    /// </summary>
    public static IEnumerable<string> Of(
        ValueList<SourceReference> sources,
        SourceState? state,
        string? note,
        SecurityStandard standard,
        MessageLanguage language
    )
    {
        string Say(string key, params object[] arguments) => CliException.Messages.Format(key, language, arguments);
        yield return $"{Say("status.source-state")}: {(state is { } known ? Say("source-state." + known) : Say("source-state.unknown"))}";
        foreach (var source in sources)
            yield return $"{Say("status.source")}: {standard.Find(source.Document)?.Title ?? source.Document.Value} ({source.Edition}) {source.Section} 〔{Say("source-reading." + source.Read)}〕";
        if (note is not null)
            yield return $"{Say("status.source-note")}: {note}";
    }
}
