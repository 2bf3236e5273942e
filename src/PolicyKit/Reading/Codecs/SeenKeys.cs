namespace PolicyKit.Reading;

/// <summary>
/// The keys of a list so far. A key may lie within a wider one: <c>host:443</c> within <c>host</c>, which has no port and
/// means all.
/// </summary>
internal sealed class SeenKeys
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wider = new(StringComparer.Ordinal);

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="within">The wider one that it lies in, itself for what is wide; null where keys are what they are.</param>
    /// <returns>Whether nothing that was added before means the same, or a part of it.</returns>
    public bool Add(string key, string? within)
    {
        if (within is null)
            return _keys.Add(key);
        var isNew = !_keys.Contains(key) && !_keys.Contains(within) && !(key == within && _wider.Contains(within));
        _keys.Add(key);
        _wider.Add(within);
        return isNew;
    }
}
