namespace PolicyKit;

/// <summary>
/// The forms that names have. By hand: the first regular expression of a process costs more than reading a standard.
/// </summary>
internal static class IdentifierForm
{
    /// <summary>
    /// Words of lower-case letters and digits, the first beginning with a letter, separated by a dot or a hyphen each.
    /// </summary>
    public static bool IsDotted(string text)
    {
        if (text.Length == 0 || text[0] is < 'a' or > 'z')
            return false;
        var wordIsEmpty = false;
        foreach (var c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                wordIsEmpty = false;
            else if (c is not ('.' or '-') || wordIsEmpty)
                return false;
            else
                wordIsEmpty = true;
        }

        return !wordIsEmpty;
    }

    /// <summary>Two to ten capitals, then three to six digits.</summary>
    public static bool IsRule(string text)
    {
        var letters = 0;
        while (letters < text.Length && text[letters] is >= 'A' and <= 'Z')
            letters++;
        if (letters is < 2 or > 10 || text.Length - letters is < 3 or > 6)
            return false;
        for (var i = letters; i < text.Length; i++)
            if (text[i] is < '0' or > '9')
                return false;
        return true;
    }
}
