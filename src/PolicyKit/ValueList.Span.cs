#if NET
using System.Runtime.CompilerServices;

namespace PolicyKit;

// netstandard2.0 has no spans: collection expressions make lists where the model runs on .NET itself.
public static partial class ValueList
{
    /// <summary>A list of these items, as a collection expression makes it.</summary>
    public static ValueList<T> FromSpan<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}

[CollectionBuilder(typeof(ValueList), nameof(ValueList.FromSpan))]
public sealed partial class ValueList<T>;
#endif
