namespace PolicyKit.Instruments.Amendments;

/// <summary>The sentences of a paragraph: what it says first, and ただし書 or 後段.</summary>
/// <param name="Main">The first part.</param>
/// <param name="Rest">ただし書 or 後段; empty where there is none.</param>
/// <param name="Piece">What the rest is called.</param>
internal sealed record SentenceParts(string Main, string Rest, string Piece)
{
    private static readonly (string Begins, string Name)[] Pieces =
    [
        ("ただし、", "ただし書"),
        ("但し、", "ただし書"),
        ("この場合において", "後段"),
        ("この場合", "後段"),
    ];

    /// <summary>What the first part is called beside the rest.</summary>
    public string MainPiece => Piece == "後段" ? "前段" : "本文";

    public static SentenceParts Of(string text)
    {
        foreach (var (begins, name) in Pieces)
            if (text.IndexOf("。" + begins, StringComparison.Ordinal) is var at and >= 0)
                return new SentenceParts(text[..(at + 1)], text[(at + 1)..], name);
        return new SentenceParts(text, "", "");
    }
}
