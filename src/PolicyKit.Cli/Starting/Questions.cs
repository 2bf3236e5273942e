using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Starting;

/// <summary>What options leave open: asked on a terminal, and an error where nobody can answer.</summary>
/// <param name="answers">The terminal; null when there is none.</param>
/// <param name="error">Where the questions are written.</param>
/// <param name="language">Their language.</param>
internal sealed class Questions(TextReader? answers, TextWriter error, MessageLanguage language)
{
    private readonly Terminal _terminal = new(error);
    private readonly List<string> _missing = [];

    /// <summary>The value of an option, or the answer to its question.</summary>
    /// <param name="option">The option.</param>
    /// <param name="given">Its value; null when it was not given.</param>
    /// <param name="key">The message that asks for it.</param>
    /// <param name="otherwise">What an empty answer means; null when there must be one.</param>
    /// <param name="accepts">Whether an answer will do; a message says what is wrong with it.</param>
    public string Value(
        string option,
        string? given,
        string key,
        string? otherwise = null,
        Func<string, LocalizedMessage?>? accepts = null
    )
    {
        if (given is not null)
            return accepts?.Invoke(given) is { } wrong ? throw new CliException(ExitCode.Usage, wrong) : given;
        if (answers is null)
        {
            if (otherwise is null)
                _missing.Add(option);
            return otherwise ?? "";
        }

        while (true)
        {
            var hint = otherwise is null ? "" : $" [{otherwise}]";
            _terminal.Line(CliException.Messages.Format(key, language) + hint);
            // The end of the input answers nothing.
            if (answers.ReadLine() is not { } line)
                throw CliException.Usage("new.missing", option);
            var answer = line.Trim() is { Length: > 0 } text ? text : otherwise;
            if (answer is null)
                continue;
            if (accepts?.Invoke(answer) is not { } flaw)
                return answer;
            _terminal.Failure(flaw, language);
        }
    }

    /// <summary>Ends where something is missing that nobody could be asked for.</summary>
    /// <exception cref="CliException">An option is missing.</exception>
    public void End()
    {
        if (_missing.Count > 0)
            throw CliException.Usage("new.missing", string.Join(", ", _missing));
    }
}
