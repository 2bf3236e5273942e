namespace PolicyKit.Reading;

/// <summary>The words that stand in <c>"kind"</c>.</summary>
public static class DocumentKindExtensions
{
    /// <summary>The words, in the order of the kinds.</summary>
    internal static readonly string[] Words = { "policy", "standard", "system", "waivers", "evidence" };

    /// <summary>The kind that a word names; null when it names none.</summary>
    public static DocumentKind? Find(string name) =>
        Array.IndexOf(Words, name) is var index and >= 0 ? (DocumentKind)index : null;

    /// <summary>The word for a kind.</summary>
    public static string Name(this DocumentKind kind) => Words[(int)kind];
}
