using System.Globalization;
using System.Numerics;

namespace PolicyKit.Json.Schemas;

/// <summary>A JSON number, exact: an integer times a power of ten, without trailing zeros. 1.0 equals 1, and 0.3 is three tenths.</summary>
internal readonly struct JsonNumber : IEquatable<JsonNumber>, IComparable<JsonNumber>
{
    // Beyond this, comparing by digits would let one number fill the memory; magnitudes are compared first and exponents of this size never meet.
    private const int MaxShift = 20_000;

    private readonly BigInteger _digits;
    private readonly int _exponent;

    private JsonNumber(BigInteger digits, int exponent)
    {
        while (!digits.IsZero && exponent < 0 && BigInteger.Remainder(digits, 10).IsZero) (digits, exponent) = (digits / 10, exponent + 1);
        (_digits, _exponent) = (digits, digits.IsZero ? 0 : exponent);
    }

    public bool IsInteger => _exponent >= 0;

    public static JsonNumber Parse(string text)
    {
        var mantissa = text;
        var exponent = 0;
        var e = text.IndexOfAny(new[] { 'e', 'E' });
        if (e >= 0)
        {
            mantissa = text.Substring(0, e);
            exponent = int.TryParse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
                ? Math.Max(-1_000_000_000, Math.Min(1_000_000_000, parsed))
                : text[e + 1] == '-' ? -1_000_000_000 : 1_000_000_000;
        }

        var dot = mantissa.IndexOf('.');
        if (dot >= 0)
        {
            exponent -= mantissa.Length - dot - 1;
            mantissa = mantissa.Remove(dot, 1);
        }

        return new JsonNumber(BigInteger.Parse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    public int CompareTo(JsonNumber other)
    {
        if (_digits.Sign != other._digits.Sign || _digits.IsZero) return _digits.Sign.CompareTo(other._digits.Sign);
        var (mine, theirs) = (Magnitude, other.Magnitude);
        if (mine != theirs) return mine.CompareTo(theirs) * _digits.Sign;
        var low = Math.Min(_exponent, other._exponent);
        return Scaled(low).CompareTo(other.Scaled(low));
    }

    public bool Equals(JsonNumber other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is JsonNumber other && Equals(other);

    public override int GetHashCode() => _exponent >= 0 && _exponent < 64 ? Scaled(0).GetHashCode() : _digits.GetHashCode() ^ _exponent;

    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (_digits.IsZero) return true;
        // With so great a difference the quotient is a power of ten times an integer, or a fraction.
        if (_exponent - divisor._exponent > MaxShift) return true;
        if (divisor._exponent - _exponent > MaxShift) return false;
        var low = Math.Min(_exponent, divisor._exponent);
        return BigInteger.Remainder(Scaled(low), divisor.Scaled(low)).IsZero;
    }

    // The place of the first digit: numbers of different magnitude need no digits to be compared.
    private long Magnitude => (long)BigInteger.Abs(_digits).ToString(CultureInfo.InvariantCulture).Length + _exponent;

    private BigInteger Scaled(int exponent) => _digits * BigInteger.Pow(10, Math.Min(_exponent - exponent, MaxShift * 64));
}
