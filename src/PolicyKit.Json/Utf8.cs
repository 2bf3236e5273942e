namespace PolicyKit.Json;

internal static class Utf8
{
    /// <summary>The length of the well-formed sequence at <paramref name="at"/> (Unicode table 3-7); 0 where it is ill-formed.</summary>
    public static int SequenceLength(byte[] utf8, int at)
    {
        var b = utf8[at];
        if (b < 0x80) return 1;
        var (length, low, high) = b switch
        {
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (length == 0 || at + length > utf8.Length || utf8[at + 1] < low || utf8[at + 1] > high) return 0;
        for (var i = 2; i < length; i++)
            if ((utf8[at + i] & 0xC0) != 0x80)
                return 0;
        return length;
    }
}
