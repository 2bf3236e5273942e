namespace PolicyKit;

/// <summary>Makes value lists.</summary>
public static partial class ValueList
{
    /// <summary>A list of these items.</summary>
    public static ValueList<T> Create<T>(params T[] items) => new(items);

    /// <summary>The items as a value list.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new(items);
}
