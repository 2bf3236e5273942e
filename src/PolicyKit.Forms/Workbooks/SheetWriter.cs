using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyKit.Forms.Workbooks;

/// <summary>Makes the part of a sheet, its elements in the order that the format asks for.</summary>
internal static class SheetWriter
{
    private const uint A4 = 9;

    public static Worksheet Make(SheetDraft sheet, bool isFirst)
    {
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View(sheet, isFirst)),
            new SheetFormatProperties { DefaultRowHeight = 18 }
        );
        if (sheet.Columns.Count > 0)
            worksheet.Append(new Columns(sheet.Columns.Select(c => Column(c.Key, c.Value))));
        worksheet.Append(new SheetData(sheet.Rows.Select(r => MakeRow(sheet, r.Key, r.Value))));
        if (sheet.IsProtected)
            worksheet.Append(Protection());
        if (sheet.Filter is { } filter)
            worksheet.Append(new AutoFilter { Reference = filter });
        if (sheet.Merged.Count > 0)
            worksheet.Append(new MergeCells(sheet.Merged.Select(m => new MergeCell { Reference = m })));
        if (sheet.Rules.Count > 0)
            worksheet.Append(new DataValidations(sheet.Rules.Select(Rule)) { Count = (uint)sheet.Rules.Count });
        worksheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins
            {
                Left = 0.4,
                Right = 0.4,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            },
            new PageSetup
            {
                PaperSize = A4,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            },
            new HeaderFooter(new OddFooter("&L&A&R&P / &N"))
        );
        if (sheet.DigitsAreText is { } range)
            worksheet.Append(
                new IgnoredErrors(
                    new IgnoredError
                    {
                        SequenceOfReferences = new ListValue<StringValue> { InnerText = range },
                        NumberStoredAsText = true,
                    }
                )
            );
        return worksheet;
    }

    // The text of rows above a header can be long: what stays in sight begins at the header alone.
    private static SheetView View(SheetDraft sheet, bool isFirst)
    {
        var view = new SheetView
        {
            WorkbookViewId = 0,
            ShowGridLines = false,
            TabSelected = isFirst,
        };
        if (sheet.HeaderRow > 0)
            view.Append(
                new Pane
                {
                    VerticalSplit = sheet.HeaderRow,
                    TopLeftCell = CellNames.Of(sheet.HeaderRow + 1, 1),
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            );
        return view;
    }

    private static Column Column(int number, ColumnDraft column) =>
        new()
        {
            Min = (uint)number,
            Max = (uint)number,
            Width = column.Width,
            CustomWidth = true,
            Style = (uint)column.Style,
            Hidden = column.IsHidden,
        };

    private static Row MakeRow(SheetDraft sheet, int number, SortedDictionary<int, CellDraft> cells)
    {
        var row = new Row(cells.Select(c => MakeCell(number, c.Key, c.Value))) { RowIndex = (uint)number };
        if (HeightOf(sheet, number, cells) is { } height)
            (row.Height, row.CustomHeight) = (height, true);
        if (sheet.HiddenRows.Contains(number))
            row.Hidden = true;
        return row;
    }

    private static double? HeightOf(SheetDraft sheet, int number, SortedDictionary<int, CellDraft> cells)
    {
        if (sheet.Heights.TryGetValue(number, out var height))
            return height;
        var wrapped = cells.Where(c =>
            c.Value is { Text: not null, Style: not (CellStyle.Machine or CellStyle.Subject or CellStyle.Title) }
        );
        return
            wrapped
                .Select(c =>
                    TextSize.Height(c.Value.Text!, sheet.Columns.TryGetValue(c.Key, out var column) ? column.Width : 8)
                )
                .DefaultIfEmpty()
                .Max()
                is > 0
                    and var needed
            ? needed
            : null;
    }

    private static Cell MakeCell(int row, int column, CellDraft draft)
    {
        var cell = new Cell { CellReference = CellNames.Of(row, column), StyleIndex = (uint)draft.Style };
        if (draft.Number is { } number)
            cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        else if (draft.Text is { Length: > 0 } text)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(
                new Text(CellText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }
            );
        }

        return cell;
    }

    // No password: the lock keeps headers from being overwritten by accident, and whoever must can open it.
    private static SheetProtection Protection() =>
        new()
        {
            Sheet = true,
            Objects = true,
            Scenarios = true,
            FormatCells = false,
            FormatColumns = false,
            FormatRows = false,
            InsertRows = false,
            DeleteRows = false,
            Sort = false,
            AutoFilter = false,
        };

    private static DataValidation Rule(CellRule rule)
    {
        var validation = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = rule.Kind != CellRuleKind.Any,
            PromptTitle = Cut(rule.PromptTitle, 32),
            Prompt = Cut(rule.Prompt, 255),
            Error = Cut(rule.Refusal, 255),
            SequenceOfReferences = new ListValue<StringValue> { InnerText = rule.Range },
        };
        switch (rule.Kind)
        {
            case CellRuleKind.List:
                validation.Type = DataValidationValues.List;
                validation.Append(new Formula1(rule.Source!));
                break;
            case CellRuleKind.Date:
                validation.Type = DataValidationValues.Date;
                validation.Operator = DataValidationOperatorValues.GreaterThanOrEqual;
                validation.Append(new Formula1("1"));
                break;
            case CellRuleKind.Integer:
                Between(validation, rule);
                break;
        }

        return validation;
    }

    private static void Between(DataValidation validation, CellRule rule)
    {
        validation.Type = DataValidationValues.Whole;
        validation.Operator = DataValidationOperatorValues.Between;
        validation.Append(
            new Formula1((rule.Minimum ?? -999_999_999).ToString(CultureInfo.InvariantCulture)),
            new Formula2((rule.Maximum ?? 999_999_999).ToString(CultureInfo.InvariantCulture))
        );
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
