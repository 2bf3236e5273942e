using System.Globalization;
using System.Text;
using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

internal sealed class FormatKeyword(JsonValue value, string format, Format check) : Keyword("format", value)
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["date"] = "2026-04-01",
        ["time"] = "09:00:00+09:00",
        ["date-time"] = "2026-04-01T09:00:00+09:00",
        ["duration"] = "P1Y",
        ["email"] = "tanto@example.jp",
        ["idn-email"] = "担当@example.jp",
        ["hostname"] = "host.example.jp",
        ["idn-hostname"] = "例え.jp",
        ["ipv4"] = "192.0.2.1",
        ["ipv6"] = "2001:db8::1",
        ["uri"] = "https://example.jp/",
        ["uri-reference"] = "../docs/",
        ["iri"] = "https://example.jp/資料",
        ["iri-reference"] = "../資料/",
        ["uri-template"] = "https://example.jp/{id}",
        ["uuid"] = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        ["json-pointer"] = "/zones/0",
        ["relative-json-pointer"] = "1/zones",
        ["regex"] = "^[0-9]+$",
    };

    public override int Kinds => Of(JsonKind.String);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        check(evaluation.Instance.SliceOf(instance), evaluation.Scratch)
        || (evaluation.Collects && Fail(evaluation, instance));

    private bool Fail(Evaluation evaluation, int instance)
    {
        var subject = evaluation.Subject(instance);
        if (evaluation.Mend(instance, IsRight) is { } mend)
            return evaluation.Fail(instance, Value, Name, "schema.format#mended", subject, mend);
        if (format == "date" && DateParts(evaluation.ValueAt(instance).GetString()) is var (year, month, day))
        {
            var iso = FormattableString.Invariant($"{year:0000}-{month:00}-{day:00}");
            if (IsRight(iso))
                return evaluation.Fail(instance, Value, Name, "schema.format#date", subject, iso);
            return month is >= 1 and <= 12
                ? evaluation.Fail(
                    instance,
                    Value,
                    Name,
                    "schema.format#no-such-day",
                    subject,
                    year,
                    month,
                    DateTime.DaysInMonth(Math.Max(1, year), month)
                )
                : evaluation.Fail(instance, Value, Name, "schema.format#no-such-month", subject, month);
        }

        return Examples.TryGetValue(format, out var example)
            ? evaluation.Fail(
                instance,
                Value,
                Name,
                "schema.format",
                subject,
                Wording.Message("schema.format." + format),
                example
            )
            : evaluation.Fail(instance, Value, Name, "schema.format#unknown", subject, format);
    }

    private bool IsRight(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return check(new JsonText.Slice(bytes, 0, bytes.Length), new Scratch());
    }

    // A time behind a day says nothing of the day: 2026-04-01T00:00:00, 2026/4/1 9:00.
    private static string DayOf(string text)
    {
        var at = text.IndexOfAny(['T', 't', ' ']);
        return at >= 8 && at + 1 < text.Length && text[at + 1] is >= '0' and <= '9' && text.IndexOf(':', at) > 0
            ? text.Substring(0, at)
            : text;
    }

    // Year, month and day, however they are divided: 2026/4/1, 2026.04.01, 2026年4月1日, 20260401.
    private static (int Year, int Month, int Day)? DateParts(string text)
    {
        var folded = DayOf(Remedies.Folded(text).Trim());
        var digits = folded.Length == 8 && folded.All(c => c is >= '0' and <= '9');
        var parts = digits
            ? new[] { folded.Substring(0, 4), folded.Substring(4, 2), folded.Substring(6) }
            : folded.TrimEnd('日').Split('/', '-', '.', '年', '月');
        if (parts.Length != 3 || parts[0].Length != 4 || parts[1].Length > 2 || parts[2].Length > 2)
            return null;
        var numbers = new int[3];
        for (var i = 0; i < 3; i++)
            if (!int.TryParse(parts[i].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        return (numbers[0], numbers[1], numbers[2]);
    }
}
