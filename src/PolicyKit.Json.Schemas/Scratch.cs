using System.Text;

namespace PolicyKit.Json.Schemas;

/// <summary>Reusable buffers of one evaluation.</summary>
internal sealed class Scratch
{
    private int[] _slots = Array.Empty<int>();
    private char[] _chars = Array.Empty<char>();

    /// <summary>At least this many slots, all zero; the number is a power of two.</summary>
    public int[] Slots(int size)
    {
        if (_slots.Length < size)
            _slots = new int[size];
        else
            Array.Clear(_slots, 0, size);
        return _slots;
    }

    /// <summary>The characters of a slice, decoded.</summary>
    public (char[] Buffer, int Length) Decode(in JsonText.Slice slice)
    {
        var bytes = slice.End - slice.Start;
        if (_chars.Length < bytes)
            _chars = new char[Math.Max(64, bytes * 2)];
        return (_chars, Encoding.UTF8.GetChars(slice.Bytes, slice.Start, bytes, _chars, 0));
    }
}
