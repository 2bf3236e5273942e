namespace PolicyKit.Json.Schemas;

/// <summary>
/// A list of integers. (That of the framework is not compiled ahead of time for integers, and a command that judges
/// one file waits for it.)
/// </summary>
internal sealed class IntList
{
    private int[] _items = new int[8];

    public int Count { get; private set; }

    public int this[int index] => _items[index];

    public void Add(int item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    public int RemoveLast() => _items[--Count];
}
