using System.CommandLine;
using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Forms.Papers;

namespace PolicyKit.Cli.Commands;

/// <summary>Where a Word document is written, and the body's own wording and looks.</summary>
internal sealed class PaperOptions
{
    private readonly Option<string?> _target = new("--output")
    {
        Description = "書き出すファイル (.docx) / the file to write (.docx)",
    };
    private readonly Option<string?> _template = new("--template")
    {
        Description =
            "団体の文面 (Liquid)。--print-template で既定のものを得る / "
            + "the body's own wording (Liquid); --print-template prints the default",
    };
    private readonly Option<bool> _print = new("--print-template")
    {
        Description = "既定の文面を出力して終わる / print the default wording and end",
    };
    private readonly Option<string?> _looks = new("--looks")
    {
        Description =
            "スタイル、用紙、ヘッダー及びフッターを取るWord文書 (.docx) / a document whose styles, page, header and footer are taken",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _target, _template, _print, _looks })
            command.Add(option);
    }

    /// <summary>Prints the default wording if that is asked for.</summary>
    public bool Prints(ParseResult parsed, Paper paper, TextWriter output)
    {
        if (parsed.GetValue(_print))
            output.Write(paper.Template);
        return parsed.GetValue(_print);
    }

    /// <summary>What the options name.</summary>
    /// <exception cref="CliException">Something is missing or cannot be read.</exception>
    public PaperWriting Read(ParseResult parsed, Paper paper) =>
        new(
            parsed.GetValue(_target) ?? throw CliException.Usage("forms.no-output"),
            parsed.GetValue(_template) is { } own
                ? (own, InputText.Of(InputFile.FullPath(own)))
                : (null, paper.Template),
            parsed.GetValue(_looks) is { } looks ? (looks, InputFile.Bytes(InputFile.FullPath(looks), looks)) : null
        );
}
