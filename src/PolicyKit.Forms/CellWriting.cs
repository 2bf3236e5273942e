using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Forms.Shapes;
using PolicyKit.Forms.Words;
using PolicyKit.Forms.Workbooks;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Forms;

/// <summary>From a value of a file to a cell.</summary>
internal static class CellWriting
{
    // Spreadsheets keep fifteen digits of a number.
    private const int MostDigits = 15;

    /// <summary>The look of a cell for values of a kind.</summary>
    public static CellStyle StyleOf(FormField field) =>
        field.Shape is ScalarShape { Kind: ScalarKind.Date } ? CellStyle.Date
        : field.Shape is ScalarShape { Kind: ScalarKind.Integer } ? CellStyle.Number
        : CellStyle.Text;

    /// <summary>The cell for a value.</summary>
    /// <param name="field">Where it stands.</param>
    /// <param name="value">The value; null for none.</param>
    /// <param name="language">The language of what is chosen from lists.</param>
    /// <param name="problem">Why no cell can hold the value; null when one can.</param>
    public static CellDraft Of(
        FormField field,
        JsonValue? value,
        MessageLanguage language,
        out LocalizedMessage? problem
    )
    {
        problem = null;
        var style = StyleOf(field);
        if (value is not { } given || field.Scalar is not { } scalar)
            return new CellDraft(style);
        if (field.Shape is ListShape)
            return Listed(given, scalar, language, out problem);
        if (scalar.Kind == ScalarKind.Date && IsoDate.TryParse(given.GetString(), out var date))
            return SerialDate.Of(date) is { } serial
                ? new CellDraft(style, Number: serial)
                : new CellDraft(CellStyle.Text, IsoDate.Format(date));
        if (scalar.Kind == ScalarKind.Integer)
            return given.RawText.Length <= MostDigits && given.TryGetInt64(out var number)
                ? new CellDraft(style, Number: number)
                : new CellDraft(CellStyle.Text, given.RawText);
        return Checked(new CellDraft(style, Shown(given, scalar, language)), out problem);
    }

    /// <summary>A value as people read it.</summary>
    public static string Shown(JsonValue value, ScalarShape scalar, MessageLanguage language) =>
        value.Kind switch
        {
            JsonKind.True => FormsMessages.Label("yes", language),
            JsonKind.False => FormsMessages.Label("no", language),
            JsonKind.String when scalar.Kind == ScalarKind.Choice => scalar
                .Choices.First(c => c.Value == value.GetString())
                .Title.In(language),
            JsonKind.String => value.GetString(),
            _ => value.RawText,
        };

    private static CellDraft Listed(
        JsonValue list,
        ScalarShape scalar,
        MessageLanguage language,
        out LocalizedMessage? problem
    )
    {
        var items = list.Items().Select(i => Shown(i, scalar, language)).ToList();
        var cell = Checked(new CellDraft(CellStyle.Text, string.Join('\n', items)), out problem);
        // An item of several lines would come back as several items.
        if (items.Find(i => i.AsSpan().IndexOfAny('\n', '\r') >= 0) is not null)
            problem = FormsMessages.Say("forms.line-in-list", list.Pointer);
        return cell;
    }

    private static CellDraft Checked(CellDraft cell, out LocalizedMessage? problem)
    {
        problem =
            cell.Text!.Length > CellText.Longest
                ? FormsMessages.Say("forms.too-long", cell.Text.Length, CellText.Longest)
                : null;
        return cell;
    }
}
