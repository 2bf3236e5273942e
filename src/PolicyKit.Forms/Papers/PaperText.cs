using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using PolicyKit.Documents.Reports;

namespace PolicyKit.Forms.Papers;

/// <summary>The text of a paper: its template filled in, line by line.</summary>
/// <remarks>
/// A value that is filled in is text and nothing else: what means something to the lines of a template is encoded in it
/// and decoded once the lines are known.
/// </remarks>
internal static class PaperText
{
    private static readonly HtmlEncoder Encoder = CreateEncoder();

    private static readonly TemplateOptions Options = CreateOptions();

    /// <summary>The lines of a paper.</summary>
    /// <exception cref="FormatException">The template is not valid or does not end; the message says where.</exception>
    public static IReadOnlyList<PaperBlock> Fill(string template, object view)
    {
        if (!new FluidParser().TryParse(template, out var parsed, out var mistake))
            throw new FormatException(mistake);
        try
        {
            var text = parsed.Render(new TemplateContext(view, Options), Encoder).ReplaceLineEndings("\n");
            return [.. text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0).Select(Block)];
        }
        catch (InvalidOperationException endless)
        {
            throw new FormatException(endless.Message, endless);
        }
    }

    private static PaperBlock Block(string line)
    {
        if (line == "---")
            return new PaperBlock(PaperBlockKind.NewPage, []);
        if (line.StartsWith('|') && line.EndsWith('|') && line.Length > 1)
            return new PaperBlock(PaperBlockKind.Row, [.. line[1..^1].Split('|').Select(c => Text(c.Trim()))]);
        foreach (
            var (mark, kind) in new[]
            {
                ("# ", PaperBlockKind.Title),
                ("## ", PaperBlockKind.Heading),
                ("> ", PaperBlockKind.Right),
            }
        )
            if (line.StartsWith(mark, StringComparison.Ordinal))
                return new PaperBlock(kind, [Text(line[mark.Length..])]);
        return new PaperBlock(PaperBlockKind.Paragraph, [Text(line)]);
    }

    private static string Text(string encoded) => WebUtility.HtmlDecode(encoded);

    private static HtmlEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters('#', '>', '|', '-', '\n', '\r', '\t');
        return HtmlEncoder.Create(settings);
    }

    private static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions { MaxSteps = 50_000_000 };
        foreach (var type in new[] { typeof(ReportView), typeof(ClausesView) })
        foreach (var shown in type.Assembly.GetTypes().Where(t => t.Namespace == type.Namespace))
            options.MemberAccessStrategy.Register(shown);
        return options;
    }
}
