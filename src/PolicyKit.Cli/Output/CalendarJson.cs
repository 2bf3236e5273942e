using System.Text.Json;
using PolicyKit.Documents;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Output;

/// <summary>A calendar for programs. Members are only ever added.</summary>
internal static class CalendarJson
{
    public static string Write(DeadlineCalendar calendar, MessageLanguage language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteString("asOf", IsoDate.Format(calendar.AsOf));
            json.WriteNumber("fiscalYear", calendar.FiscalYear.Year);
            json.WriteBoolean("holidaysKnown", calendar.HolidaysKnown);
            json.WriteStartArray("deadlines");
            foreach (var entry in calendar.Entries)
            {
                json.WriteStartObject();
                json.WriteString("dueOn", IsoDate.Format(entry.Deadline.DueOn));
                json.WriteString("what", entry.Deadline.What.Text(language));
                json.WriteString("role", entry.Deadline.Role);
                json.WriteString("control", entry.Deadline.Control?.Value);
                json.WriteString("citation", entry.Citation);
                json.WriteString("system", entry.System?.Value);
                json.WriteBoolean("done", entry.Deadline.IsDone);
                json.WriteString("doneOn", entry.Deadline.DoneOn is { } day ? IsoDate.Format(day) : null);
                json.WriteBoolean("late", entry.Deadline.IsLate);
                json.WriteString("holiday", entry.Holiday?.Text(language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
