using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Cli.Validation;

namespace PolicyKit.Cli.Commands;

/// <summary>The files that <c>--output FORMAT=FILE</c> asks for, each written whole or not at all.</summary>
internal sealed class OutputFiles
{
    private readonly List<(string Format, string Path, StringWriter Writer)> _files = [];

    /// <exception cref="CliException">An argument is not of the form FORMAT=FILE.</exception>
    public OutputFiles(IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            var at = argument.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || at == argument.Length - 1 || !ValidationOutput.Formats.Contains(argument[..at]))
                throw CliException.Usage("validate.bad-output", argument, string.Join(", ", ValidationOutput.Formats));
            _files.Add((argument[..at], argument[(at + 1)..], new StringWriter { NewLine = "\n" }));
        }
    }

    public IEnumerable<(string Format, TextWriter Writer)> Open() =>
        _files.Select(f => (f.Format, (TextWriter)f.Writer));

    /// <exception cref="CliException">A file cannot be written.</exception>
    public void Save()
    {
        foreach (var (_, path, writer) in _files)
            AtomicFile.Write(path, writer.ToString());
    }
}
