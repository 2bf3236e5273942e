using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Forms.Papers;

namespace PolicyKit.Cli.Commands;

/// <summary>A Word document that is about to be written.</summary>
/// <param name="Target">The file.</param>
/// <param name="Template">The wording, and the name of its file where the body brings one.</param>
/// <param name="Looks">A document of the body whose looks are taken; null for plain ones.</param>
internal sealed record PaperWriting(
    string Target,
    (string? Name, string Text) Template,
    (string Name, byte[] Bytes)? Looks
)
{
    /// <summary>Fills in the wording and writes the file.</summary>
    /// <exception cref="CliException">The wording or the looks cannot be used.</exception>
    public void Write(object view) => AtomicFile.Write(Target, Looking(Filled(view)));

    private IReadOnlyList<PaperBlock> Filled(object view)
    {
        try
        {
            return PaperText.Fill(Template.Text, view);
        }
        catch (FormatException mistake)
        {
            throw CliException.Usage("report.bad-template", Template.Name!, mistake.Message);
        }
    }

    private byte[] Looking(IReadOnlyList<PaperBlock> blocks)
    {
        try
        {
            return PaperWord.Write(blocks, Looks?.Bytes);
        }
        catch (FormatException)
        {
            throw CliException.Usage("forms.bad-looks", Looks!.Value.Name);
        }
    }
}
