namespace PolicyKit.Analyzers.Topics.Services;

/// <summary>Names of products and services in the texts of a register.</summary>
internal static class RegisterNames
{
    /// <summary>Whether a text names something: <c>AWS</c> is in <c>AWS S3</c> and not in <c>Laws</c>.</summary>
    public static bool Holds(string text, string name)
    {
        for (
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)
        )
            if (!AreOneWord(text, at - 1, at) && !AreOneWord(text, at + name.Length - 1, at + name.Length))
                return true;
        return false;
    }

    // Japanese is written without spaces: only two Latin letters side by side make one word.
    private static bool AreOneWord(string text, int before, int after) =>
        before >= 0 && after < text.Length && IsLatin(text[before]) && IsLatin(text[after]);

    private static bool IsLatin(char c) => c < 0x80 && char.IsLetterOrDigit(c);
}
