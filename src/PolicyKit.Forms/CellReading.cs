using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>From a cell to a value of a file. What cannot be read is named and never guessed.</summary>
internal static partial class CellReading
{
    private const int ShownCharacters = 40;

    /// <summary>The value; null when the cell is blank or cannot be read.</summary>
    public static object? Of(ReadCell cell, FormField field, bool from1904, out LocalizedMessage? problem)
    {
        problem = null;
        if (cell.HasFormula)
            problem = FormsMessages.Say("forms.formula");
        else if (cell.Kind == ReadCellKind.Error)
            problem = FormsMessages.Say("forms.error-value", cell.Text);
        else if (field.Scalar is not { } scalar)
            problem = FormsMessages.Say("forms.no-place", field.Title);
        else if (field.Shape is ListShape)
            return List(cell, scalar, from1904, out problem);
        else
            return Scalar(cell, scalar, from1904, out problem);
        return null;
    }

    private static object? Scalar(ReadCell cell, ScalarShape scalar, bool from1904, out LocalizedMessage? problem)
    {
        problem = null;
        if (scalar.Kind == ScalarKind.Date)
            return DateOf(cell, from1904, out problem);
        if (cell.IsDate && cell.Kind == ReadCellKind.Number)
        {
            problem = FormsMessages.Say("forms.date-in-text");
            return null;
        }

        var text = TextOf(cell);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return scalar.Kind == ScalarKind.Text ? text : Parsed(text, scalar, out problem);
    }

    private static object? Parsed(string text, ScalarShape scalar, out LocalizedMessage? problem)
    {
        problem = null;
        var folded = Folded(text);
        object? value = scalar.Kind switch
        {
            ScalarKind.Text => text,
            ScalarKind.Name => folded,
            ScalarKind.Integer => Integer(folded),
            ScalarKind.Flag => Flag(folded),
            _ => Chosen(folded, scalar.Choices),
        };
        problem = value is null ? Refusal(text, folded, scalar) : null;
        return value;
    }

    private static LocalizedMessage Refusal(string text, string folded, ScalarShape scalar) =>
        scalar.Kind switch
        {
            ScalarKind.Integer => FormsMessages.Say("forms.not-a-number", Shown(text)),
            ScalarKind.Flag => FormsMessages.Say("forms.not-a-flag", Shown(text)),
            _ when Nearest.Find(folded, scalar.Choices.Select(c => c.Title.Japanese)) is { } near => FormsMessages.Say(
                "forms.not-a-choice#near",
                Shown(text),
                near
            ),
            _ => FormsMessages.Say("forms.not-a-choice", Shown(text), Few(scalar.Choices)),
        };

    private static BilingualText Few(IEnumerable<Choice> choices)
    {
        var few = choices.Take(6).Select(c => c.Title).ToList();
        return new BilingualText(
            string.Join("、", few.Select(t => t.Japanese)),
            string.Join(", ", few.Select(t => t.English))
        );
    }

    private static object? List(ReadCell cell, ScalarShape scalar, bool from1904, out LocalizedMessage? problem)
    {
        problem = null;
        if (cell.Kind != ReadCellKind.Text)
            return Scalar(cell, scalar, from1904, out problem) is { } single ? new List<object> { single } : null;
        var values = new List<object>();
        foreach (
            var line in cell.Text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => !string.IsNullOrWhiteSpace(l))
        )
        foreach (var item in Items(line, scalar))
            if (Parsed(item, scalar, out var flaw) is { } value)
                values.Add(value);
            else
                problem ??= flaw;
        return problem is null && values.Count > 0 ? values : null;
    }

    // One a line; of names and choices, whose form is known, also several on a line.
    private static IEnumerable<string> Items(string line, ScalarShape scalar)
    {
        if (
            scalar.Kind == ScalarKind.Text
            || (scalar.Kind == ScalarKind.Choice && Chosen(Folded(line), scalar.Choices) is not null)
        )
            return [line];
        var parts = line.Split(
            scalar.Kind == ScalarKind.Name ? NameMarks : ChoiceMarks,
            StringSplitOptions.RemoveEmptyEntries
        );
        return parts.Length == 0 ? [line] : parts.Where(p => !string.IsNullOrWhiteSpace(p));
    }

    private static readonly char[] NameMarks = ['、', '，', ',', ';', '；', ' ', '\u3000', '\t'];
    private static readonly char[] ChoiceMarks = ['、', '，', ',', ';', '；'];

    private static string? DateOf(ReadCell cell, bool from1904, out LocalizedMessage? problem)
    {
        problem = null;
        LocalDate? date;
        if (cell.Kind == ReadCellKind.Number)
            date = decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? SerialDate.Read(number, from1904)
                : null;
        else if (string.IsNullOrWhiteSpace(cell.Text))
            return null;
        else
            date = Date(Folded(cell.Text), out problem);
        if (date is { } day)
            return IsoDate.Format(day);
        problem ??= FormsMessages.Say("forms.not-a-date", Shown(cell.Text));
        return null;
    }

    private static LocalDate? Date(string text, out LocalizedMessage? problem)
    {
        problem = null;
        if (Western().Match(text) is { Success: true } parts)
        {
            var (year, month, day) = (parts.Groups[1].Value, parts.Groups[2].Value, parts.Groups[3].Value);
            var iso = $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
            return IsoDate.TryParse(iso, out var date) ? date : null;
        }

        var result = JapaneseDate.Parse(text);
        // The calendar knows why a date of an era does not exist.
        if (result.Date is null && result.Flaw != JapaneseDateFlaw.NotADate)
            problem = result.Message;
        return result.Date;
    }

    private static string TextOf(ReadCell cell) =>
        cell.Kind switch
        {
            ReadCellKind.Number
                when double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            // Fifteen digits are what a spreadsheet shows of a number.
            number.ToString("G15", CultureInfo.InvariantCulture),
            ReadCellKind.Flag => cell.Text is "1" or "true" ? "TRUE" : "FALSE",
            _ => cell.Text,
        };

    private static string Folded(string text) => JapaneseText.Fold(text).Trim();

    private static object? Integer(string text)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal);
        return
            decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;
    }

    private static object? Flag(string text) =>
        text.ToUpperInvariant() switch
        {
            "はい" or "YES" or "TRUE" or "○" or "〇" or "有" => true,
            "いいえ" or "NO" or "FALSE" or "×" or "無" => false,
            _ => null,
        };

    private static string? Chosen(string text, IEnumerable<Choice> choices) =>
        choices
            .FirstOrDefault(c => Same(text, c.Value) || Same(text, c.Title.Japanese) || Same(text, c.Title.English))
            ?.Value;

    private static bool Same(string text, string title) =>
        string.Equals(text, Folded(title), StringComparison.OrdinalIgnoreCase);

    private static string Shown(string text) =>
        SecretShapes.Masked(text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "…");

    [GeneratedRegex(
        @"^([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?(?:T00:00:00(?:\.0+)?Z?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Western();
}
