using Wcwidth;

namespace PolicyKit.Cli.Output;

/// <summary>How many columns of a terminal a text takes.</summary>
internal static class TextWidth
{
    // Japanese characters take two columns, combining marks none: macOS writes が as か and a mark.
    public static int Of(string text) => text.EnumerateRunes().Sum(r => ColumnsOf(UnicodeCalculator.GetWidth(r)));

    // Control characters have no width; where one is left (a tab in a line of code) it is printed as one column.
    private static int ColumnsOf(int width) => width < 0 ? 1 : width;
}
