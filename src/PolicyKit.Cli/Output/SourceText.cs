using PolicyKit.Cli.Failures;
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
        var stateName = state is { } known ? Say("source-state." + known) : Say("source-state.unknown");
        yield return $"{Say("status.source-state")}: {stateName}";
        foreach (var source in sources)
        {
            var title = standard.Find(source.Document)?.Title ?? source.Document.Value;
            var read = Say("source-reading." + source.Read);
            yield return $"{Say("status.source")}: {title} ({source.Edition}) {source.Section} 〔{read}〕";
        }

        if (note is not null)
            yield return $"{Say("status.source-note")}: {note}";
    }
}
