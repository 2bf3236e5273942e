using System.Runtime.CompilerServices;

namespace PolicyKit.Json;

/// <summary>Looking at UTF-8 bytes eight at a time; the same code for both target frameworks.</summary>
internal static class Utf8
{
    private const ulong Ones = 0x0101010101010101,
        Highs = 0x8080808080808080;

    /// <summary>
    /// Mixed into every hash, new in each process, so that nobody can prepare names that meet in one bucket. No result
    /// depends on it.
    /// </summary>
    private static readonly ulong Seed = unchecked((ulong)Guid.NewGuid().GetHashCode() * 0x9E3779B97F4A7C15);

    /// <summary>
    /// The length of the well-formed sequence at <paramref name="at"/> (Unicode table 3-7); 0 where it is ill-formed.
    /// </summary>
    public static int SequenceLength(byte[] utf8, int at)
    {
        var b = utf8[at];
        if (b < 0x80)
            return 1;
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
        if (length == 0 || at + length > utf8.Length || utf8[at + 1] < low || utf8[at + 1] > high)
            return 0;
        for (var i = 2; i < length; i++)
            if ((utf8[at + i] & 0xC0) != 0x80)
                return 0;
        return length;
    }

    /// <summary>
    /// The code point at <paramref name="at"/>, and the place after it. Surrogates that stand alone (from escapes) are
    /// given as they are.
    /// </summary>
    public static int CodePoint(byte[] utf8, ref int at)
    {
        var b = utf8[at++];
        if (b < 0x80)
            return b;
        var (point, more) =
            b < 0xE0 ? (b & 0x1F, 1)
            : b < 0xF0 ? (b & 0x0F, 2)
            : (b & 0x07, 3);
        for (; more > 0; more--)
            point = (point << 6) | (utf8[at++] & 0x3F);
        return point;
    }

    /// <summary>How many characters (code points) the bytes hold.</summary>
    public static int CodePoints(byte[] utf8, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
            if ((utf8[i] & 0xC0) != 0x80)
                count++;
        return count;
    }

    /// <summary>
    /// The first byte from <paramref name="at"/> on that is a quote, a backslash, a control character, or not ASCII.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipPlain(byte[] utf8, int at)
    {
        while (at + 8 <= utf8.Length)
        {
            var word = Word(utf8, at);
            // A byte is zero exactly where (x - 1) & ~x has its high bit; borrows only reach bytes after the first hit.
            var (quote, slash) = (word ^ (Ones * '"'), word ^ (Ones * '\\'));
            var hit =
                (((quote - Ones) & ~quote) | ((slash - Ones) & ~slash) | ((word - (Ones * 0x20)) & ~word) | word)
                & Highs;
            if (hit != 0)
                break;
            at += 8;
        }

        while (at < utf8.Length && utf8[at] is not ((byte)'"' or (byte)'\\' or < 0x20 or >= 0x80))
            at++;
        return at;
    }

    public static uint Hash(byte[] utf8, int start, int end)
    {
        unchecked
        {
            const ulong Odd = 0x9E3779B97F4A7C15;
            var length = end - start;
            var hash = Seed ^ ((ulong)length * Odd);
            for (; length >= 8; length -= 8, start += 8)
            {
                hash = (hash ^ Word(utf8, start)) * Odd;
                hash ^= hash >> 29;
            }

            if (length > 0)
            {
                ulong rest;
                if (end >= 8)
                    rest = Word(utf8, end - 8) >> (64 - (8 * length));
                else
                {
                    rest = 0;
                    for (var i = end - 1; i >= start; i--)
                        rest = (rest << 8) | utf8[i];
                }

                hash = (hash ^ rest) * Odd;
            }

            return (uint)(hash >> 32) ^ (uint)(hash >> 11);
        }
    }

    public static bool Same(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd)
    {
        var length = aEnd - aStart;
        if (length != bEnd - bStart)
            return false;
        if (length == 0)
            return true;
        var i = 0;
        // Most names are short; what lies behind them in their buffers is masked out.
        if (length <= 8 && aStart + 8 <= a.Length && bStart + 8 <= b.Length)
            return (Word(a, aStart) ^ Word(b, bStart)) << (64 - (8 * length)) == 0;
        for (; i + 8 <= length; i += 8)
            if (Word(a, aStart + i) != Word(b, bStart + i))
                return false;
        // The last word overlaps what was compared already.
        if (length >= 8)
            return i == length || Word(a, aEnd - 8) == Word(b, bEnd - 8);
        for (; i < length; i++)
            if (a[aStart + i] != b[bStart + i])
                return false;
        return true;
    }

    /// <summary>
    /// The eight bytes at a place, the first one lowest. INVARIANT: every caller has at + 8 &lt;= utf8.Length.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Word(byte[] utf8, int at)
    {
#if NET
        var word = Unsafe.ReadUnaligned<ulong>(
            ref Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(utf8), at)
        );
        return BitConverter.IsLittleEndian ? word : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word);
#else
        var word = BitConverter.ToUInt64(utf8, at);
        return BitConverter.IsLittleEndian ? word : Reversed(word);
#endif
    }

#if !NET
    private static ulong Reversed(ulong word)
    {
        var reversed = 0UL;
        for (var i = 0; i < 8; i++, word >>= 8)
            reversed = (reversed << 8) | (word & 0xFF);
        return reversed;
    }
#endif
}
