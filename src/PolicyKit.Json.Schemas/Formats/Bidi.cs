using System.Globalization;

namespace PolicyKit.Json.Schemas;

/// <summary>The rule for names with letters that are written from right to left (RFC 5893 §2).</summary>
internal static class Bidi
{
    private enum Class
    {
        Left,
        Right,
        EuropeanDigit,
        ArabicDigit,
        Mark,
        Other,
    }

    public static bool Holds(List<List<int>> labels) =>
        !labels.Exists(label => label.Exists(p => ClassOf(p) is Class.Right or Class.ArabicDigit))
        || labels.TrueForAll(Holds);

    private static bool Holds(List<int> label)
    {
        var classes = label.ConvertAll(ClassOf);
        var last = classes.FindLast(c => c != Class.Mark);
        return classes[0] switch
        {
            Class.Right => !classes.Contains(Class.Left)
                && last is Class.Right or Class.EuropeanDigit or Class.ArabicDigit
                && !(classes.Contains(Class.EuropeanDigit) && classes.Contains(Class.ArabicDigit)),
            Class.Left => !classes.Contains(Class.Right)
                && !classes.Contains(Class.ArabicDigit)
                && last is Class.Left or Class.EuropeanDigit,
            _ => false,
        };
    }

    // The classes of UAX #9 by blocks, which is how they are laid out.
    private static Class ClassOf(int point) =>
        point switch
        {
            >= '0' and <= '9' or >= 0x06F0 and <= 0x06F9 => Class.EuropeanDigit,
            >= 0x0660 and <= 0x0669 or 0x066B or 0x066C => Class.ArabicDigit,
            '-' or 0x00B7 or 0x0375 or 0x200C or 0x200D or 0x30FB => Class.Other,
            _ when Punycode.CategoryOf(point) == UnicodeCategory.NonSpacingMark => Class.Mark,
            >= 0x0590
            and <= 0x08FF
            or >= 0xFB1D
            and <= 0xFDFF
            or >= 0xFE70
            and <= 0xFEFF
            or >= 0x10800
            and <= 0x10FFF
            or >= 0x1E800
            and <= 0x1EFFF => Class.Right,
            _ => Class.Left,
        };
}
