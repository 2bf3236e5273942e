using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyKit.Forms.Workbooks;

/// <summary>Writes sheets as an .xlsx file: same sheets, same bytes.</summary>
internal static class WorkbookWriter
{
    // The earliest time that a ZIP entry can have: no clock is read.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<SheetDraft> sheets, bool isJapanese)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            // Names that the library would draw by chance.
            var book = file.AddWorkbookPart();
            file.ChangeIdOfPart(book, "book");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles.Make(isJapanese);
            var (list, names) = (new DocumentFormat.OpenXml.Spreadsheet.Sheets(), new DefinedNames());
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = book.AddNewPart<WorksheetPart>("sheet" + (i + 1).ToString(CultureInfo.InvariantCulture));
                part.Worksheet = SheetWriter.Make(sheets[i], isFirst: i == 0);
                list.Append(Listed(sheets[i], (uint)i + 1, book.GetIdOfPart(part)));
                Name(names, sheets[i], (uint)i);
            }

            book.Workbook = new Workbook(new BookViews(new WorkbookView()), list);
            if (names.HasChildren)
                book.Workbook.Append(names);
            book.Workbook.Append(new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        }

        return Settled(stream.ToArray());
    }

    /// <summary>The same package with one time for all entries, in the order of their names.</summary>
    internal static byte[] Settled(byte[] package)
    {
        using var output = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package)))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create))
            foreach (
                var entry in from
                    .Entries.OrderBy(e => e.FullName != "[Content_Types].xml")
                    .ThenBy(e => e.FullName, StringComparer.Ordinal)
            )
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }

        return output.ToArray();
    }

    private static Sheet Listed(SheetDraft sheet, uint number, string part)
    {
        var listed = new Sheet
        {
            Name = sheet.Name,
            SheetId = number,
            Id = part,
        };
        if (sheet.IsHidden)
            listed.State = SheetStateValues.Hidden;
        return listed;
    }

    // Headers on each printed page; spreadsheets keep the range of a filter under a name, too.
    private static void Name(DefinedNames names, SheetDraft sheet, uint index)
    {
        var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!";
        if (sheet.Filter is { } filter && filter.Split(':') is [var first, var last])
            names.Append(
                new DefinedName($"{quoted}{Absolute(first)}:{Absolute(last)}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = index,
                    Hidden = true,
                }
            );
        if (sheet.HeaderRow > 0)
            names.Append(
                new DefinedName(
                    string.Create(CultureInfo.InvariantCulture, $"{quoted}${sheet.HeaderRow}:${sheet.HeaderRow}")
                )
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = index,
                }
            );
    }

    private static string Absolute(string cell) =>
        CellNames.TryParse(cell, out var row, out var column)
            ? string.Create(CultureInfo.InvariantCulture, $"${CellNames.Column(column)}${row}")
            : cell;
}
