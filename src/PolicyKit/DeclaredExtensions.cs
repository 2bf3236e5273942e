namespace PolicyKit;

/// <summary>Reading declared lists.</summary>
public static class DeclaredExtensions
{
    /// <summary>The items that are declared; empty when nothing was said or it does not apply.</summary>
    public static ValueList<T> Items<T>(this Declared<ValueList<T>>? declared) => declared?.Value ?? ValueList<T>.Empty;
}
