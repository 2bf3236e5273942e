namespace PolicyKit.Analyzers.Engine;

/// <summary>The pages of the rules, by themselves: whoever only reads them needs neither the rules nor a compiler.</summary>
public static class RulePages
{
    private const string Extension = ".md";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Names = new(() =>
        typeof(RulePages)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .ToDictionary(name => name.Split('_')[0], StringComparer.Ordinal)
    );

    /// <summary>The ids of the rules that have a page, in order.</summary>
    public static IReadOnlyList<string> Ids => Names.Value.Keys.OrderBy(id => id, StringComparer.Ordinal).ToList();

    /// <summary>
    /// The page of a rule (Markdown, Japanese first and English after a line with three hyphens); null if there is no
    /// such rule.
    /// </summary>
    public static string? Find(RuleId id)
    {
        if (!Names.Value.TryGetValue(id.Value, out var name))
            return null;
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream(name);
        using var reader = new StreamReader(stream!);
        return reader.ReadToEnd();
    }
}
