using System.Text.RegularExpressions;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

// Tables: rows of a document, and columns that are set with white space.
internal sealed partial class StructureReader
{
    private bool IsInTable() => Ancestor(d => d.Kind is ProvisionKind.Table) is not null;

    private void Row(int index, SourceLine line)
    {
        if (
            _last is not { Kind: ProvisionKind.Table }
            || (_last.HasText && _last.Rows.Count == 0 && _last.Parent is not null)
        )
        {
            var home = Ancestor(d => d.Form.Length > 0);
            Open(ProvisionKind.Table, "", home);
        }

        Flush(_last!, isBetweenRows: _last!.Rows.Count > 0);
        if (_source.Format == SourceFormat.Markdown)
        {
            MarkdownRow(index, line);
            return;
        }

        _last!.Rows.Add(line.Text.Split('\t'));
        AddRow(index, line);
    }

    // All rows are one part: their line breaks lie within it, and the last one behind it.
    private void AddRow(int index, SourceLine line)
    {
        if (_last!.Lines.Count > 0 && _last.Lines[^1] is [{ Part: "rows", Value: Rows }, _])
            _last.Lines.RemoveAt(_last.Lines.Count - 1);
        _last.Add(line.Number, [new("rows", Rows), Token.Literal(NewLine(index))]);
    }

    // The headings, the line that parts them from the rest, and the rest, which begins with a line break of its own.
    private void MarkdownRow(int index, SourceLine line)
    {
        var table = _last!;
        if (MarkdownTable.IsParting(line.Text))
        {
            table.Add(line.Number, [Token.Literal(line.Text + NewLine(index))]);
            return;
        }

        table.Rows.Add(MarkdownTable.Cells(line.Text));
        if (table.Rows.Count == 1)
        {
            table.Add(line.Number, [new("rows", line.Text), Token.Literal(NewLine(index))]);
            return;
        }

        if (table.Lines[^1] is [{ Part: null } parting])
            table.Lines[^1] = [Token.Literal(parting.Value.TrimEnd('\n'))];
        AddRow(index, line);
    }

    // 表１　情報の分類, above rows or columns; the caption of a table.
    private bool IsTableTitle(int index, SourceLine line, LineMark mark) =>
        (line.IsTableTitle || TableNumber().IsMatch(mark.Rest))
        && index + 1 < _source.Lines.Count
        && (_source.Lines[index + 1].IsRow || Columns().Matches(_source.Lines[index + 1].Text.Trim()).Count >= 1);

    private void TableTitle(int index, LineMark mark)
    {
        var home = Ancestor(d => d.Form.Length > 0);
        var draft = Open(ProvisionKind.Table, "", home);
        var tokens = new List<Token> { Token.Literal(mark.Lead) };
        if (TableNumber().Match(mark.Rest) is { Success: true } match)
        {
            tokens.Add(new Token("number", match.Groups["number"].Value));
            tokens.Add(Token.Literal(match.Groups["gap"].Value));
            tokens.Add(new Token("heading", match.Groups["heading"].Value));
        }
        else
            tokens.Add(new Token("heading", mark.Rest));
        tokens.Add(End(index, mark));
        draft.Add(_source.Lines[index].Number, tokens);
    }

    // A table that is set with white space: a line of columns beside another one, or a remark beneath them.
    private bool IsInColumns(int index)
    {
        if (_source.Format != SourceFormat.Text)
            return false;
        var isOpen = ColumnTable() is not null;
        if (isOpen && Remark().IsMatch(_marks[_source.Lines[index].Number].Rest))
            return true;
        return HasColumns(index) && (isOpen || HasColumns(index + 1));
    }

    private bool HasColumns(int index) =>
        index < _source.Lines.Count && Columns().IsMatch(_source.Lines[index].Text.Trim());

    private Draft? ColumnTable() =>
        _last is { Kind: ProvisionKind.Table } ? _last
        : _last is { Parent.Kind: ProvisionKind.Table } ? _last.Parent
        : null;

    private void ColumnRow(int index, LineMark mark)
    {
        List<Token> tokens = [Token.Literal(mark.Lead), new("text", mark.Rest), End(index, mark)];
        if (ColumnTable() is not { } table)
        {
            // The first line, which names the columns, is the table's own: a provision prints something.
            Open(ProvisionKind.Table, "", Ancestor(d => d.Form.Length > 0)).Add(_source.Lines[index].Number, tokens);
            return;
        }

        var kind = Remark().IsMatch(mark.Rest) ? ProvisionKind.Note : ProvisionKind.Text;
        Open(kind, "", table).Add(_source.Lines[index].Number, tokens);
    }

    [GeneratedRegex(@"^(?<number>表[0-9０-９一二三四五六七八九十]{1,3})(?<gap>[\s　]*)(?<heading>\S.{0,40})$")]
    private static partial Regex TableNumber();

    [GeneratedRegex(@"\S(?:[　]{2,}| {2,})(?=\S)")]
    private static partial Regex Columns();

    [GeneratedRegex("^(?:備考|[(（]?注[)）0-9０-９]|※)")]
    private static partial Regex Remark();
}
