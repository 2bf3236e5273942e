using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;

namespace PolicyKit.Instruments.Comparison;

/// <summary>The words of a table, in the language of its reader.</summary>
internal static class DiffWords
{
    public static string Of(ChangeKind kind, MessageLanguage language) =>
        Say($"diff.{kind.ToString().ToLowerInvariant()}", language);

    /// <summary>The remarks of a row: what became of it, and the old citation of what has another now.</summary>
    public static string Remarks(DiffRow row, MessageLanguage language)
    {
        var words = row.Changes.Select(c => Of(c, language)).ToList();
        if (row.OldCitation is { } old && row.NewCitation is { } now && old != now)
            words.Add(Say("diff.was", language, old));
        return string.Join(Say("diff.comma", language), words);
    }

    /// <summary>The heads of the table of what a standard asks for otherwise.</summary>
    public static IEnumerable<string> StandardHeads(MessageLanguage language) =>
        new[] { "diff.subject", "diff.what", "diff.direction", "diff.new", "diff.old" }.Select(c => Say(c, language));

    /// <summary>The cells of one change of a standard.</summary>
    public static IEnumerable<string> Cells(StandardChange change, MessageLanguage language) =>
        [
            change.Subject,
            Say($"diff.{change.Kind.ToString().ToLowerInvariant()}", language),
            Say($"diff.{change.Direction.ToString().ToLowerInvariant()}", language),
            change.New ?? "",
            change.Old ?? "",
        ];

    public static string Say(string code, MessageLanguage language, params object[] arguments) =>
        InstrumentMessages.Catalog.Message(code, arguments).Text(language);
}
