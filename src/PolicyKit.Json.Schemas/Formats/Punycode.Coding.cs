using System.Globalization;
using System.Text;

namespace PolicyKit.Json.Schemas;

/// <content>The form over the wire (RFC 3492).</content>
internal static partial class Punycode
{
    private const int Base = 36,
        Low = 1,
        High = 26,
        Skew = 38,
        Damp = 700,
        FirstBias = 72,
        FirstPoint = 128;

    private static List<int>? Decode(in JsonText.Slice label, int start)
    {
        var output = new List<int>();
        var delimiter = label.End - 1;
        while (delimiter >= start && label.Bytes[delimiter] != '-')
            delimiter--;
        for (var i = start; i < delimiter; i++)
            output.Add(label.Bytes[i]);
        var (n, position, bias, at) = (FirstPoint, 0L, FirstBias, delimiter >= start ? delimiter + 1 : start);
        while (at < label.End)
        {
            var (before, weight) = (position, 1L);
            for (var k = Base; ; k += Base)
            {
                if (at == label.End)
                    return null;
                var b = label.Bytes[at++];
                var digit =
                    Ascii.IsDigit(b) ? b - '0' + 26
                    : Ascii.IsLetter(b) ? (b | 0x20) - 'a'
                    : -1;
                if (digit < 0)
                    return null;
                position += digit * weight;
                if (position > int.MaxValue)
                    return null;
                var threshold = Math.Max(Low, Math.Min(High, k - bias));
                if (digit < threshold)
                    break;
                weight *= Base - threshold;
            }

            var count = output.Count + 1;
            bias = Adapt(position - before, count, before == 0);
            n += (int)(position / count);
            position %= count;
            if (n > 0x10FFFF)
                return null;
            output.Insert((int)position++, n);
        }

        return output;
    }

    private static string? Encode(List<int> points)
    {
        var wire = new StringBuilder();
        foreach (var point in points.Where(p => p < FirstPoint))
            wire.Append(char.ToLowerInvariant((char)point));
        var basic = wire.Length;
        if (basic > 0)
            wire.Append('-');
        var (n, delta, bias, handled) = (FirstPoint, 0L, FirstBias, basic);
        while (handled < points.Count)
        {
            var next = points.Where(p => p >= n).Min();
            delta += (long)(next - n) * (handled + 1);
            if (delta > int.MaxValue)
                return null;
            n = next;
            foreach (var point in points)
            {
                if (point < n)
                    delta++;
                if (point != n)
                    continue;
                var q = delta;
                for (var k = Base; ; k += Base)
                {
                    var threshold = Math.Max(Low, Math.Min(High, k - bias));
                    if (q < threshold)
                        break;
                    wire.Append(Digit(threshold + ((q - threshold) % (Base - threshold))));
                    q = (q - threshold) / (Base - threshold);
                }

                wire.Append(Digit(q));
                bias = Adapt(delta, handled + 1, handled == basic);
                (delta, handled) = (0, handled + 1);
            }

            (delta, n) = (delta + 1, n + 1);
        }

        return wire.ToString();
    }

    private static char Digit(long value) => (char)(value < 26 ? 'a' + value : '0' + (value - 26));

    private static int Adapt(long delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - Low) * High / 2; k += Base)
            delta /= Base - Low;
        return (int)(k + ((Base - Low + 1) * delta / (delta + Skew)));
    }
}
