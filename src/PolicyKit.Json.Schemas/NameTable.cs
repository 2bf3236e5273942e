namespace PolicyKit.Json.Schemas;

/// <summary>Strings of a schema, found by the bytes of the instance: open addressing, half full at most.</summary>
internal sealed class NameTable
{
    private readonly SchemaString[] _names;
    private readonly int[] _slots;

    public NameTable(IReadOnlyCollection<string> names)
    {
        _names = new SchemaString[names.Count];
        var index = 0;
        foreach (var name in names)
            _names[index++] = new SchemaString(name);
        var size = 4;
        while (size < _names.Length * 2)
            size *= 2;
        _slots = new int[size];
        for (var i = 0; i < _names.Length; i++)
        {
            var slot = (int)(_names[i].Hash & (uint)(size - 1));
            while (_slots[slot] != 0)
                slot = (slot + 1) & (size - 1);
            _slots[slot] = i + 1;
        }
    }

    public int Count => _names.Length;

    public string this[int index] => _names[index].Text;

    /// <summary>The index of a string; -1 when it is none of these.</summary>
    public int IndexOf(string text)
    {
        for (var i = 0; i < _names.Length; i++)
            if (_names[i].Text == text)
                return i;
        return -1;
    }

    /// <summary>The index of the name at a node of an instance; -1 when it is none of these.</summary>
    public int Find(JsonText text, int name)
    {
        ref readonly var node = ref text.Nodes[name];
        return (node.Flags & JsonText.NodeFlags.HasEscapes) == 0
            ? Find(node.Hash, text.Utf8, node.Start + 1, node.End - 1)
            : Find(text.SliceOf(name));
    }

    /// <summary>The index of a string; -1 when it is none of these.</summary>
    public int Find(in JsonText.Slice slice) =>
        Find(Utf8.Hash(slice.Bytes, slice.Start, slice.End), slice.Bytes, slice.Start, slice.End);

    private int Find(uint hash, byte[] bytes, int start, int end)
    {
        var (slots, mask) = (_slots, (uint)(_slots.Length - 1));
        for (var slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            ref readonly var name = ref _names[slots[slot] - 1];
            if (name.Hash == hash && name.Is(bytes, start, end))
                return slots[slot] - 1;
        }

        return -1;
    }
}
