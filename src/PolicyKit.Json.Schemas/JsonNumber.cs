using System.Globalization;
using System.Numerics;
using System.Text;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// A JSON number, exact: an integer times a power of ten. 1.0 equals 1, and 0.3 is three tenths. Up to 18 digits it
/// needs no memory of its own.
/// </summary>
internal readonly struct JsonNumber : IEquatable<JsonNumber>, IComparable<JsonNumber>
{
    // Beyond this, comparing by digits would let one number fill the memory; magnitudes are compared first and
    // exponents of this size never meet.
    private const int MaxShift = 20_000;
    private const int MaxExponent = 1_000_000_000;

    private static readonly long[] Powers = Enumerable.Range(0, 19).Select(n => (long)BigInteger.Pow(10, n)).ToArray();

    private readonly long _small;
    private readonly int _exponent;
    private readonly BigInteger? _big;

    private JsonNumber(long digits, int exponent)
    {
        while (digits != 0 && exponent < 0 && digits % 10 == 0)
            (digits, exponent) = (digits / 10, exponent + 1);
        (_small, _exponent, _big) = (digits, digits == 0 ? 0 : exponent, null);
    }

    private JsonNumber(BigInteger digits, int exponent)
    {
        while (!digits.IsZero && exponent < 0 && BigInteger.Remainder(digits, 10).IsZero)
            (digits, exponent) = (digits / 10, exponent + 1);
        (_small, _exponent, _big) = (0, digits.IsZero ? 0 : exponent, digits);
    }

    public bool IsInteger => _exponent >= 0;

    private int Sign => _big?.Sign ?? Math.Sign(_small);

    private BigInteger Digits => _big ?? new BigInteger(_small);

    // The place of the first digit: numbers of different magnitude need no digits to be compared.
    private long Magnitude => (long)BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length + _exponent;

    public static JsonNumber Of(int value) => new(value, 0);

    /// <summary>The number at a node.</summary>
    public static JsonNumber At(JsonText text, int index) =>
        Parse(text.Utf8, text.Nodes[index].Start, text.Nodes[index].End);

    public static JsonNumber Of(JsonValue value) => At(value.Text, value.Index);

    /// <summary>Reads a number that the parser has accepted.</summary>
    public static JsonNumber Parse(byte[] utf8, int start, int end)
    {
        var (at, negative, digits, count, exponent, inFraction) = (start, false, 0L, 0, 0, false);
        if (utf8[at] == '-')
            (negative, at) = (true, at + 1);
        for (; at < end; at++)
        {
            var b = utf8[at];
            if (b == '.')
                inFraction = true;
            else if (b is (byte)'e' or (byte)'E')
                break;
            else
            {
                if (count > 0 || b != '0')
                    count++;
                if (count > 18)
                    return ParseBig(utf8, start, end);
                digits = (digits * 10) + (b - '0');
                if (inFraction)
                    exponent--;
            }
        }

        return new JsonNumber(
            negative ? -digits : digits,
            at < end ? Clamp(exponent + (long)ExponentAt(utf8, at + 1, end)) : exponent
        );
    }

    public int CompareTo(JsonNumber other)
    {
        var (sign, otherSign) = (Sign, other.Sign);
        if (sign != otherSign || sign == 0)
            return sign.CompareTo(otherSign);
        if (_big is null && other._big is null && ScaleTogether(this, other) is var (mine, theirs))
            return mine.CompareTo(theirs);
        var (magnitude, otherMagnitude) = (Magnitude, other.Magnitude);
        if (magnitude != otherMagnitude)
            return magnitude.CompareTo(otherMagnitude) * sign;
        var low = Math.Min(_exponent, other._exponent);
        return Scaled(low).CompareTo(other.Scaled(low));
    }

    public bool Equals(JsonNumber other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is JsonNumber other && Equals(other);

    public override int GetHashCode()
    {
        unchecked
        {
            if (_big is { } big)
            {
                // A big number equals a small one where zeros were written out: both are hashed without their zeros.
                var exponent = _exponent;
                while (!big.IsZero && BigInteger.Remainder(big, 10).IsZero)
                    (big, exponent) = (big / 10, exponent + 1);
                return big >= long.MinValue && big <= long.MaxValue
                    ? Mix((long)big, exponent)
                    : big.GetHashCode() ^ exponent;
            }

            var (digits, power) = (_small, _exponent);
            while (digits != 0 && digits % 10 == 0)
                (digits, power) = (digits / 10, power + 1);
            return Mix(digits, power);
        }
    }

    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (Sign == 0)
            return true;
        if (divisor.Sign == 0)
            return false;
        if (_big is null && divisor._big is null && ScaleTogether(this, divisor) is var (mine, theirs))
            return mine % theirs == 0;
        // With so great a difference the quotient is a power of ten times an integer, or a fraction.
        if (_exponent - (long)divisor._exponent > MaxShift)
            return true;
        if (divisor._exponent - (long)_exponent > MaxShift)
            return false;
        var low = Math.Min(_exponent, divisor._exponent);
        return BigInteger.Remainder(Scaled(low), divisor.Scaled(low)).IsZero;
    }

    private static int Mix(long digits, int exponent) =>
        unchecked((int)(((ulong)digits * 0x9E3779B97F4A7C15) >> 32) ^ (exponent * 31));

    // Both as integers of the smaller exponent; null where that needs more than 18 digits.
    private static (long, long)? ScaleTogether(in JsonNumber a, in JsonNumber b)
    {
        if (a._exponent == b._exponent)
            return (a._small, b._small);
        var difference = Math.Abs(a._exponent - (long)b._exponent);
        if (difference > 18)
            return null;
        var (power, greater) = (Powers[difference], a._exponent > b._exponent ? a._small : b._small);
        if (Math.Abs(greater) > long.MaxValue / power)
            return null;
        return a._exponent > b._exponent ? (greater * power, b._small) : (a._small, greater * power);
    }

    private static JsonNumber ParseBig(byte[] utf8, int start, int end)
    {
        var text = Encoding.ASCII.GetString(utf8, start, end - start);
        var e = text.IndexOfAny(new[] { 'e', 'E' });
        var (mantissa, exponent) = e < 0 ? (text, 0L) : (text.Substring(0, e), ExponentAt(utf8, start + e + 1, end));
        var dot = mantissa.IndexOf('.');
        if (dot >= 0)
            (mantissa, exponent) = (mantissa.Remove(dot, 1), exponent - (mantissa.Length - dot - 1));
        return new JsonNumber(
            BigInteger.Parse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            Clamp(exponent)
        );
    }

    private static int ExponentAt(byte[] utf8, int at, int end)
    {
        var negative = utf8[at] == '-';
        if (utf8[at] is (byte)'-' or (byte)'+')
            at++;
        var value = 0L;
        for (; at < end && value < MaxExponent; at++)
            value = (value * 10) + (utf8[at] - '0');
        value = Math.Min(value, MaxExponent);
        return (int)(negative ? -value : value);
    }

    private static int Clamp(long exponent) => (int)Math.Max(-MaxExponent, Math.Min(MaxExponent, exponent));

    private BigInteger Scaled(int exponent) =>
        Digits * BigInteger.Pow(10, Math.Min(_exponent - exponent, MaxShift * 64));
}
