using System.Globalization;

namespace PolicyKit.Forms.Workbooks;

/// <summary>Names of cells as spreadsheets write them: <c>C7</c>, <c>B2:D9</c>.</summary>
internal static class CellNames
{
    /// <summary>The last column that a sheet has.</summary>
    public const int LastColumn = 16_384;

    /// <summary>The last row that a sheet has.</summary>
    public const int LastRow = 1_048_576;

    public static string Of(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Range(int row, int column, int lastRow, int lastColumn) =>
        $"{Of(row, column)}:{Of(lastRow, lastColumn)}";

    public static string Column(int column)
    {
        var name = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }

    /// <summary>Reads a name; false when it is none.</summary>
    public static bool TryParse(string? name, out int row, out int column)
    {
        (row, column) = (0, 0);
        var text = (name ?? "").Replace("$", "", StringComparison.Ordinal);
        var letters = text.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3)
            return false;
        foreach (var c in text[..letters])
            column = (column * 26) + (c - 'A' + 1);
        return column <= LastColumn
            && int.TryParse(text[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && row is > 0 and <= LastRow;
    }
}
