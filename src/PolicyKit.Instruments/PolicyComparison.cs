using PolicyKit.Instruments.Rendering;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments;

/// <summary>
/// Compares a policy with its source: line by line where the policy has a layout, else character by character.
/// </summary>
internal static class PolicyComparison
{
    /// <summary>The first difference and how many there are; null when there is none.</summary>
    public static ImportNote? Of(SecurityPolicy policy, SourceText source, string plain) =>
        OfText(policy, source, plain) ?? OfBody(policy, source);

    // The name of the body may stand in no line of its own.
    private static ImportNote? OfBody(SecurityPolicy policy, SourceText source) =>
        Bare(source.Joined).Contains(Bare(policy.Body.Name), StringComparison.Ordinal)
            ? null
            : new ImportNote(null, InstrumentMessages.Catalog.Message("import.body-differs", policy.Body.Name), true);

    private static ImportNote? OfText(SecurityPolicy policy, SourceText source, string plain)
    {
        if (!PolicyText.HasLayout(policy))
            return OfCharacters(plain, source);
        var given = PolicyText.Render(policy);
        if (given == source.Joined)
            return null;
        var (lines, other) = (given.Split('\n'), source.Joined.Split('\n'));
        var count = Enumerable.Range(0, Math.Max(lines.Length, other.Length)).Count(i => At(lines, i) != At(other, i));
        var first = Enumerable.Range(0, Math.Max(lines.Length, other.Length)).First(i => At(lines, i) != At(other, i));
        return new ImportNote(
            first + 1,
            InstrumentMessages.Catalog.Message(
                "import.differs",
                Short(At(other, first)),
                Short(At(lines, first)),
                count
            ),
            true
        );
    }

    // Without white space and without what only marks headings and lists.
    private static ImportNote? OfCharacters(string plain, SourceText source)
    {
        var (given, wanted) = (Bare(plain), "");
        var line = 0;
        foreach (var next in source.Lines)
        {
            var text = Bare(source.Format == SourceFormat.Markdown ? TrimMarks(next.Text) : next.Text);
            if (!given.StartsWith(wanted + text, StringComparison.Ordinal) && line == 0)
                line = next.Number;
            wanted += text;
        }

        if (given == wanted)
            return null;
        return new ImportNote(
            line == 0 ? null : line,
            InstrumentMessages.Catalog.Message("import.differs-in-characters", wanted.Length, given.Length),
            true
        );
    }

    private static string TrimMarks(string text) => text.TrimStart().TrimStart('#', '-').TrimStart();

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "";

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
