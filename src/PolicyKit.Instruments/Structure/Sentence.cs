using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Structure;

/// <summary>A sentence that may go on over several lines.</summary>
/// <param name="Text">The sentence, without the breaks and the indents.</param>
/// <param name="Lines">How many lines it takes.</param>
internal sealed record Sentence(string Text, int Lines)
{
    // A sentence of an official text rarely takes more than three lines.
    private const int Most = 6;

    // A shorter line was not broken by the paper.
    private const int Shortest = 15;

    /// <summary>The sentence that begins with a line; null where none ends within a few lines.</summary>
    public static Sentence? From(IReadOnlyList<SourceLine> lines, int from)
    {
        var text = "";
        for (var i = from; i < lines.Count && i < from + Most && !lines[i].IsBlank; i++)
        {
            var line = lines[i].Text.Trim();
            text += line;
            if (text.EndsWith('。'))
                return new Sentence(text, i - from + 1);
            if (line.Length < Shortest || FrontForms.RoleOf(line) != FrontRole.Other)
                return null;
        }

        return null;
    }
}
