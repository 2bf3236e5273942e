namespace PolicyKit.Forms.Workbooks;

/// <summary>How much room a text takes: spreadsheets give wrapped text one line unless they are told.</summary>
internal static class TextSize
{
    private const double LineHeight = 15;
    private const double Margin = 4;

    // Taller rows than this are refused (Excel specifications and limits: 409 points).
    private const double Tallest = 409;

    /// <summary>In half-width characters: Japanese takes two.</summary>
    public static int Width(string text) => text.Sum(c => c < 0x100 ? 1 : 2);

    /// <summary>The height of a row, in points, for a text in a column of a width.</summary>
    public static double Height(string text, double width)
    {
        // A character of two columns does not fit into the last one.
        var room = Math.Max(2, width - 2);
        var lines = text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(Width(line) / room)));
        return Math.Min(Tallest, (lines * LineHeight) + Margin);
    }
}
