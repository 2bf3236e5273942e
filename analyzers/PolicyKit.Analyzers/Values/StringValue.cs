namespace PolicyKit.Analyzers.Values;

/// <summary>A text that an expression can have, as far as the source shows it.</summary>
/// <param name="Text">The text; <see cref="Hole"/> stands for every part that is not known.</param>
/// <param name="Origin">Where its first known part is written.</param>
internal sealed record StringValue(string Text, SyntaxNode Origin)
{
    /// <summary>U+FFFC: an unknown part.</summary>
    public const char Hole = '\uFFFC';

    private static readonly HashSet<string> Nothings = new(StringComparer.OrdinalIgnoreCase)
    {
        "true",
        "false",
        "null",
        "none",
        "undefined",
    };

    /// <summary>Whether a text is a switch or the word for no value: none of them is a secret.</summary>
    public static bool IsNothing(string text) => text.Length is >= 4 and <= 9 && Nothings.Contains(text);

    public bool IsWhole => Text.IndexOf(Hole) < 0;
}
