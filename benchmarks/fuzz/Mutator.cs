using System.Text;

namespace PolicyKit.Fuzz;

/// <summary>Changes inputs, the same way each time for the same seed.</summary>
internal sealed class Mutator(int seed)
{
    // What breaks readers: ends of ranges, characters that are none, dates at the edge, what nests and what repeats.
    private static readonly byte[][] Tokens = Array.ConvertAll(
        new[]
        {
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "\"\"",
            "{}",
            "[]",
            "-0",
            "1e999",
            "-9223372036854775809",
            "0.1e-400",
            "\"9999-12-31\"",
            "\"0001-01-01\"",
            "\"2026-02-30\"",
            "\"../../..\"",
            "\"\\u0000\"",
            "\"$ref\": \"#\"",
            "\"$ref\"",
            "\uFEFF",
            "\uFFFE",
            "\u202E",
            "\u001b[31m",
            "&a *a",
            "<<: *a",
            "!!binary x",
            "- - - -",
            "? ",
            "|\n",
            "---\n",
            "...\n",
            "\t",
            "\r\n",
            "::error::",
        },
        Encoding.UTF8.GetBytes
    );

    private readonly Random _random = new(seed);

    /// <summary>One to eight changes of one input, with parts of another.</summary>
    public byte[] Mutate(IReadOnlyList<byte[]> corpus)
    {
        var input = corpus[_random.Next(corpus.Count)];
        for (var n = _random.Next(1, 9); n > 0; n--)
            input = Change(input, corpus);
        return input;
    }

    private byte[] Change(byte[] input, IReadOnlyList<byte[]> corpus)
    {
        var (start, length) = Part(input);
        return _random.Next(9) switch
        {
            0 => Replace(input, start, length, []),
            1 => Replace(input, start, 0, input.AsSpan(start, length)),
            2 => Replace(input, start, 0, Tokens[_random.Next(Tokens.Length)]),
            3 => Replace(input, start, length, Tokens[_random.Next(Tokens.Length)]),
            4 => Replace(input, start, length, PartOf(corpus[_random.Next(corpus.Count)])),
            5 => input[..start],
            6 => Replace(input, start, 0, Repeated(Tokens[_random.Next(Tokens.Length)])),
            7 => Flip(input, start),
            // The value of a member, or an item, changes place: the text stays a text of its kind more often than not.
            _ => Replace(input, ValueAt(input, start), ValueLength(input, ValueAt(input, start)), Any()),
        };
    }

    private byte[] Any() => Tokens[_random.Next(10, 24)];

    private byte[] Repeated(byte[] token) =>
        Enumerable.Repeat(token, _random.Next(2, 2_000)).SelectMany(t => t).ToArray();

    private byte[] Flip(byte[] input, int at)
    {
        if (input.Length == 0)
            return input;
        var copy = (byte[])input.Clone();
        copy[Math.Min(at, copy.Length - 1)] ^= (byte)(1 << _random.Next(8));
        return copy;
    }

    private (int Start, int Length) Part(byte[] input)
    {
        var start = _random.Next(input.Length + 1);
        return (start, Math.Min(input.Length - start, 1 << _random.Next(10)));
    }

    private byte[] PartOf(byte[] other)
    {
        var (start, length) = Part(other);
        return other[start..(start + length)];
    }

    private static int ValueAt(byte[] input, int from)
    {
        var colon = input.AsSpan(from).IndexOf((byte)':');
        return colon < 0 ? from : from + colon + 1;
    }

    private static int ValueLength(byte[] input, int at)
    {
        var end = input.AsSpan(at).IndexOfAny(",}]\n"u8);
        return end < 0 ? input.Length - at : end;
    }

    private static byte[] Replace(byte[] input, int start, int length, ReadOnlySpan<byte> with) =>
        [.. input.AsSpan(0, start), .. with, .. input.AsSpan(start + length)];
}
