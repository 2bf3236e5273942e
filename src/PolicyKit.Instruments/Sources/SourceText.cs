using PolicyKit.Messages;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Sources;

/// <summary>A document as lines, whatever file it was.</summary>
/// <param name="Format">What kind of file it was.</param>
/// <param name="Lines">The lines.</param>
/// <param name="EndsWithNewLine">Whether the last line ends with a line break.</param>
/// <param name="Notes">What the reader left out or changed.</param>
internal sealed record SourceText(
    SourceFormat Format,
    IReadOnlyList<SourceLine> Lines,
    bool EndsWithNewLine,
    IReadOnlyList<LocalizedMessage> Notes
)
{
    /// <summary>All lines with LF between them.</summary>
    public string Joined => string.Join('\n', Lines.Select(l => l.Text)) + (EndsWithNewLine ? "\n" : "");

    /// <summary>How many characters there are that are not white space.</summary>
    public int Characters => Lines.Sum(l => l.Text.Count(c => !char.IsWhiteSpace(c)));
}
