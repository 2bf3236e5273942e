namespace PolicyKit;

internal static class IdShape
{
    /// <summary>Words of lower-case letters and digits, the first beginning with a letter, separated by a dot or a hyphen each.</summary>
    public static bool IsDotted(string text)
    {
        if (text is null || text.Length == 0 || text[0] is < 'a' or > 'z')
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
}
