using System.Collections;

namespace PolicyKit;

/// <summary>
/// An immutable list that equals another with equal items in the same order. Model types hold no other collection.
/// </summary>
/// <remarks>
/// Never null in a model: what is absent is the empty list. On net10.0 a collection expression makes one: <c>Controls =
/// [a, b]</c>.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed partial class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(IEnumerable<T> items) =>
        _items =
            items is List<T> list ? list.ToArray()
            : items is T[] array ? (T[])array.Clone()
            : items.ToArray();

    /// <summary>The empty list.</summary>
    public static ValueList<T> Empty { get; } = new(Array.Empty<T>());

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>The item at an index from 0.</summary>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && _items.SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in _items)
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        return hash;
    }

    /// <summary>The items, comma-separated.</summary>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";
}
