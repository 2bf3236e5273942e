namespace PolicyKit.Json.Schemas;

/// <summary>date, time, date-time and duration (RFC 3339 §5.6 and appendix A).</summary>
internal static class DateFormats
{
    public static bool Date(in JsonText.Slice text, Scratch scratch)
    {
        var at = text.Start;
        return Date(text, ref at) && at == text.End;
    }

    public static bool Time(in JsonText.Slice text, Scratch scratch)
    {
        var at = text.Start;
        return Time(text, ref at) && at == text.End;
    }

    public static bool DateTime(in JsonText.Slice text, Scratch scratch)
    {
        var at = text.Start;
        if (!Date(text, ref at) || at == text.End || text.Bytes[at] is not ((byte)'T' or (byte)'t'))
            return false;
        at++;
        return Time(text, ref at) && at == text.End;
    }

    // P, then weeks alone, or years, months, days in this order without a gap, then T with hours, minutes, seconds
    // likewise.
    public static bool Duration(in JsonText.Slice text, Scratch scratch)
    {
        var at = text.Start;
        if (at == text.End || text.Bytes[at++] != 'P')
            return false;
        if (Part(text, ref at, "W") >= 0)
            return at == text.End;
        var dates = Parts(text, ref at, "YMD");
        if (dates < 0)
            return false;
        if (at == text.End)
            return dates > 0;
        if (text.Bytes[at++] != 'T')
            return false;
        return Parts(text, ref at, "HMS") > 0 && at == text.End;
    }

    private static int Parts(in JsonText.Slice text, ref int at, string units)
    {
        var (count, last) = (0, -1);
        while (at < text.End && Ascii.IsDigit(text.Bytes[at]))
        {
            var unit = Part(text, ref at, units);
            if (unit < 0 || (last >= 0 && unit != last + 1))
                return -1;
            (last, count) = (unit, count + 1);
        }

        return count;
    }

    private static int Part(in JsonText.Slice text, ref int at, string units)
    {
        var digits = at;
        while (digits < text.End && Ascii.IsDigit(text.Bytes[digits]))
            digits++;
        if (digits == at || digits == text.End || units.IndexOf((char)text.Bytes[digits]) is not (>= 0 and var unit))
            return -1;
        at = digits + 1;
        return unit;
    }

    private static bool Date(in JsonText.Slice text, ref int at) =>
        Number(text, ref at, 4, 0, 9999, out var year)
        && Character(text, ref at, '-')
        && Number(text, ref at, 2, 1, 12, out var month)
        && Character(text, ref at, '-')
        && Number(
            text,
            ref at,
            2,
            1,
            month is 4 or 6 or 9 or 11 ? 30
                : month != 2 ? 31
                : (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29
                : 28,
            out _
        );

    private static bool Time(in JsonText.Slice text, ref int at)
    {
        if (
            !Number(text, ref at, 2, 0, 23, out var hour)
            || !Character(text, ref at, ':')
            || !Number(text, ref at, 2, 0, 59, out var minute)
            || !Character(text, ref at, ':')
            || !Number(text, ref at, 2, 0, 60, out var second)
        )
            return false;
        if (Character(text, ref at, '.'))
        {
            var digits = at;
            while (at < text.End && Ascii.IsDigit(text.Bytes[at]))
                at++;
            if (at == digits)
                return false;
        }

        var offset = 0;
        if (!Character(text, ref at, 'Z') && !Character(text, ref at, 'z'))
        {
            var isWest = Character(text, ref at, '-');
            if (
                (!isWest && !Character(text, ref at, '+'))
                || !Number(text, ref at, 2, 0, 23, out var hours)
                || !Character(text, ref at, ':')
                || !Number(text, ref at, 2, 0, 59, out var minutes)
            )
                return false;
            offset = ((hours * 60) + minutes) * (isWest ? -1 : 1);
        }

        // A leap second is the last one of a day in UTC.
        return second < 60 || (((hour * 60) + minute - offset + 2880) % 1440) == 1439;
    }

    private static bool Character(in JsonText.Slice text, ref int at, char expected)
    {
        if (at == text.End || text.Bytes[at] != expected)
            return false;
        at++;
        return true;
    }

    private static bool Number(in JsonText.Slice text, ref int at, int digits, int low, int high, out int number)
    {
        number = 0;
        for (var i = 0; i < digits; i++, at++)
        {
            if (at == text.End || !Ascii.IsDigit(text.Bytes[at]))
                return false;
            number = (number * 10) + (text.Bytes[at] - '0');
        }

        return number >= low && number <= high;
    }
}
