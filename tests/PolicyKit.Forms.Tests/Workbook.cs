using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyKit.Forms.Tests;

/// <summary>A workbook as somebody changes it in a spreadsheet program.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly SpreadsheetDocument _file;

    public Workbook(byte[] file)
    {
        _stream.Write(file);
        _file = SpreadsheetDocument.Open(_stream, isEditable: true);
    }

    public byte[] Save()
    {
        _file.Save();
        return _stream.ToArray();
    }

    public void Dispose() => _file.Dispose();

    public Worksheet Sheet(string name)
    {
        var sheet = _file.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)_file.WorkbookPart.GetPartById(sheet.Id!)).Worksheet;
    }

    public WorkbookPart Book => _file.WorkbookPart!;

    public Cell Cell(string sheet, string reference)
    {
        var number = uint.Parse(
            reference.TrimStart([.. Enumerable.Range('A', 26).Select(c => (char)c)]),
            CultureInfo.InvariantCulture
        );
        var data = Sheet(sheet).GetFirstChild<SheetData>()!;
        var row = data.Elements<Row>().FirstOrDefault(r => r.RowIndex! == number);
        if (row is null)
            data.Append(row = new Row { RowIndex = number });
        var cell = row.Elements<Cell>().FirstOrDefault(c => c.CellReference == reference);
        if (cell is null)
            row.Append(cell = new Cell { CellReference = reference });
        return cell;
    }

    /// <summary>Writes a text into a cell.</summary>
    public Workbook Text(string sheet, string reference, string text)
    {
        var cell = Cleared(sheet, reference);
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(
            new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }
        );
        return this;
    }

    /// <summary>Writes a number into a cell, whose look stays.</summary>
    public Workbook Number(string sheet, string reference, string number)
    {
        var cell = Cleared(sheet, reference);
        cell.CellValue = new CellValue(number);
        return this;
    }

    public Workbook Formula(string sheet, string reference, string formula, string result)
    {
        var cell = Cleared(sheet, reference);
        cell.DataType = CellValues.String;
        cell.CellFormula = new CellFormula(formula);
        cell.CellValue = new CellValue(result);
        return this;
    }

    public Cell Cleared(string sheet, string reference)
    {
        var cell = Cell(sheet, reference);
        cell.RemoveAllChildren();
        cell.DataType = null;
        return cell;
    }
}
