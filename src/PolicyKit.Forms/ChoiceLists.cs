using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Messages;

namespace PolicyKit.Forms;

/// <summary>The hidden sheet with what may be chosen: a list in a rule itself may have 255 characters only.</summary>
internal sealed class ChoiceLists(MessageLanguage language)
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _lists = [];

    private string Name => FormsMessages.Label("choices", language);

    /// <summary>The range that lists the titles of choices.</summary>
    public string RangeOf(ScalarShape scalar)
    {
        string[] titles =
            scalar.Kind == ScalarKind.Flag
                ? [FormsMessages.Label("yes", language), FormsMessages.Label("no", language)]
                : [.. scalar.Choices.Select(c => c.Title.In(language))];
        var key = string.Join('\n', titles);
        if (!_columns.TryGetValue(key, out var column))
        {
            _lists.Add(titles);
            _columns.Add(key, column = _lists.Count);
        }

        var letters = CellNames.Column(column);
        return FormattableString.Invariant($"'{Name}'!${letters}$1:${letters}${titles.Length}");
    }

    public SheetDraft Make()
    {
        var sheet = new SheetDraft(Name) { IsHidden = true, IsProtected = true };
        for (var column = 1; column <= _lists.Count; column++)
        for (var row = 1; row <= _lists[column - 1].Count; row++)
            sheet.Put(row, column, _lists[column - 1][row - 1], CellStyle.Machine);
        return sheet;
    }
}
