using PolicyKit.Json;

namespace PolicyKit.Reading;

/// <summary>A place in a file.</summary>
/// <remarks>
/// Lines and columns count from 1; columns are UTF-16 characters. The end is the column after the last character.
/// </remarks>
/// <param name="File">The path as it was given.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends (the column after the last character).</param>
/// <param name="Pointer">
/// The RFC 6901 JSON Pointer of the value; empty for the whole file and for files that are not JSON.
/// </param>
public sealed record Location(string File, TextPosition Start, TextPosition End, string Pointer)
{
    /// <summary>The beginning of a file.</summary>
    public static Location StartOf(string file) => new(file, new TextPosition(1, 1), new TextPosition(1, 1), "");

    /// <summary><c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Start.Line}:{Start.Column}";
}
