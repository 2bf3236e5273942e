using System.Globalization;
using System.Text;

namespace PolicyKit.Json.Schemas;

/// <summary>What may stand in a U-label (RFC 5892), and its form over the wire (RFC 3492).</summary>
internal static partial class Punycode
{
    // RFC 5892 §2.6: what the categories alone would decide wrongly.
    private static readonly int[] AlsoValid = { 0x00DF, 0x03C2, 0x06FD, 0x06FE, 0x0F0B, 0x3007 };
    private static readonly int[] NotValid =
    {
        0x0640,
        0x07FA,
        0x302E,
        0x302F,
        0x3031,
        0x3032,
        0x3033,
        0x3034,
        0x3035,
        0x303B,
    };

    // Blocks of characters that NFKC folds into others, and so are unstable (§2.2), and of old Hangul Jamo (§2.9).
    private static readonly (int From, int To)[] Unstable =
    {
        (0x1100, 0x11FF),
        (0x2070, 0x209F),
        (0x2100, 0x214F),
        (0x2460, 0x24FF),
        (0x3131, 0x318E),
        (0x3200, 0x33FF),
        (0xA960, 0xA97F),
        (0xD7B0, 0xD7FF),
        (0xF900, 0xFAFF),
        (0xFB00, 0xFDFF),
        (0xFE30, 0xFEFF),
        (0xFF00, 0xFFEF),
        (0x1D400, 0x1D7FF),
    };

    /// <summary>The length of a label over the wire; 0 when IDNA 2008 does not allow it.</summary>
    public static int UnicodeLabel(in JsonText.Slice label)
    {
        var points = Points(label);
        return IsULabel(points) && Encode(points) is { } wire ? wire.Length + 4 : 0;
    }

    /// <summary>The characters of a label; of an A-label, those that it stands for.</summary>
    public static List<int> Points(in JsonText.Slice label)
    {
        if (
            label.End - label.Start > 4
            && (label.Bytes[label.Start] | 0x20) == 'x'
            && (label.Bytes[label.Start + 1] | 0x20) == 'n'
            && label.Bytes[label.Start + 2] == '-'
            && label.Bytes[label.Start + 3] == '-'
            && Decode(label, label.Start + 4) is { } decoded
        )
            return decoded;
        var points = new List<int>();
        for (var at = label.Start; at < label.End; )
            points.Add(Utf8.CodePoint(label.Bytes, ref at));
        return points;
    }

    public static bool IsALabel(in JsonText.Slice label)
    {
        if ((label.Bytes[label.Start] | 0x20) != 'x' || (label.Bytes[label.Start + 1] | 0x20) != 'n')
            return false;
        if (
            Decode(label, label.Start + 4) is not { } points
            || !points.Exists(p => p >= 0x80)
            || !IsULabel(points)
            || Encode(points) is not { } wire
            || wire.Length != label.End - label.Start - 4
        )
            return false;
        // One name has one form: what does not encode to itself is none.
        for (var i = 0; i < wire.Length; i++)
            if (char.ToLowerInvariant((char)label.Bytes[label.Start + 4 + i]) != wire[i])
                return false;
        return true;
    }

    private static bool IsULabel(List<int> points)
    {
        if (points.Count == 0 || points[0] == '-' || points[points.Count - 1] == '-')
            return false;
        if (points.Count >= 4 && points[2] == '-' && points[3] == '-')
            return false;
        if (
            CategoryOf(points[0])
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
        )
            return false;
        for (var i = 0; i < points.Count; i++)
            if (!IsAllowed(points, i))
                return false;
        return true;
    }

    private static bool IsAllowed(List<int> points, int at)
    {
        var point = points[at];
        if (point == '-' || point is >= '0' and <= '9' or >= 'a' and <= 'z')
            return true;
        if (point < 0x80 || Array.IndexOf(NotValid, point) >= 0)
            return false;
        int Before(int n) => at - n >= 0 ? points[at - n] : 0;
        int After(int n) => at + n < points.Count ? points[at + n] : 0;
        switch (point)
        {
            // Contextual rules (RFC 5892 appendix A).
            case 0x200C:
                return IsVirama(Before(1)) || JoinsBothSides(points, at);
            case 0x200D:
                return IsVirama(Before(1));
            case 0x00B7:
                return Before(1) == 'l' && After(1) == 'l';
            case 0x0375:
                return After(1) is >= 0x0370 and <= 0x03FF or >= 0x1F00 and <= 0x1FFF;
            case 0x05F3 or 0x05F4:
                return Before(1) is >= 0x0590 and <= 0x05FF;
            case 0x30FB:
                return points.Exists(p =>
                    p
                        is >= 0x3041
                            and <= 0x309F
                            or >= 0x30A1
                            and <= 0x30FA
                            or >= 0x30FD
                            and <= 0x30FF
                            or >= 0x3400
                            and <= 0x4DBF
                            or >= 0x4E00
                            and <= 0x9FFF
                            or >= 0x20000
                            and <= 0x3FFFF
                            or 0x3005
                            or 0x3007
                );
            case >= 0x0660 and <= 0x0669:
                return !points.Exists(p => p is >= 0x06F0 and <= 0x06F9);
            case >= 0x06F0 and <= 0x06F9:
                return !points.Exists(p => p is >= 0x0660 and <= 0x0669);
        }

        if (Array.IndexOf(AlsoValid, point) >= 0)
            return true;
        if (Array.Exists(Unstable, u => point >= u.From && point <= u.To))
            return false;
        return CategoryOf(point)
            is UnicodeCategory.LowercaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
    }

    public static UnicodeCategory CategoryOf(int point) =>
        point is >= 0xD800 and <= 0xDFFF
            ? UnicodeCategory.Surrogate
            : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(point), 0);

    // Canonical combining class 9: in the Indic scripts, at a fixed place of each block, and some others.
    private static bool IsVirama(int point) =>
        point
            is 0x094D
                or 0x09CD
                or 0x0A4D
                or 0x0ACD
                or 0x0B4D
                or 0x0BCD
                or 0x0C4D
                or 0x0CCD
                or 0x0D4D
                or 0x0DCA
                or 0x0E3A
                or 0x0F84
                or 0x1039
                or 0x103A
                or 0x1714
                or 0x1734
                or 0x17D2
                or 0x1A60
                or 0x1B44
                or 0x1BAA
                or 0x1BAB
                or 0x1BF2
                or 0x1BF3
                or 0x2D7F
                or 0xA806
                or 0xA8C4
                or 0xA953
                or 0xA9C0
                or 0xAAF6
                or 0xABED;

    // A letter that joins to the left, and one that joins to the right, with nothing but marks between: Arabic and
    // Syriac letters do.
    private static bool JoinsBothSides(List<int> points, int at)
    {
        static bool IsMark(int p) => CategoryOf(p) == UnicodeCategory.NonSpacingMark;
        static bool Joins(int p) =>
            p
                is >= 0x0620
                    and <= 0x06FF
                    or >= 0x0710
                    and <= 0x077F
                    or >= 0x07CA
                    and <= 0x07EA
                    or >= 0x08A0
                    and <= 0x08FF;
        // These join only to what stands before them.
        static bool JoinsRightOnly(int p) =>
            p
                is >= 0x0622
                    and <= 0x0625
                    or 0x0627
                    or 0x0629
                    or >= 0x062F
                    and <= 0x0632
                    or 0x0648
                    or >= 0x0671
                    and <= 0x0673
                    or >= 0x0688
                    and <= 0x0699;
        var (before, after) = (at - 1, at + 1);
        while (before >= 0 && IsMark(points[before]))
            before--;
        while (after < points.Count && IsMark(points[after]))
            after++;
        return before >= 0
            && after < points.Count
            && Joins(points[before])
            && !JoinsRightOnly(points[before])
            && Joins(points[after]);
    }
}
