using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Commands;

/// <summary>What stands around every command: no failure of it reaches the user as a stack of calls alone.</summary>
internal static class CommandGuard
{
    /// <summary>Runs a command's work and turns every failure into a message and an exit code.</summary>
    public static int Run(MessageLanguage language, TextWriter error, Func<int> work) =>
        Run(language, error, () => Task.FromResult(work())).Result;

    /// <summary>Runs a command's work and turns every failure into a message and an exit code.</summary>
    public static async Task<int> Run(MessageLanguage language, TextWriter error, Func<Task<int>> work)
    {
        var terminal = new Terminal(error);
        try
        {
            return await work();
        }
        catch (CheckException failure)
        {
            terminal.Failure(failure.Localized, language);
            if (failure.Detail is { } detail)
                terminal.Line(detail);
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be read, a disk or a pipe that takes no more: the user's to see to, if he can still be told.
            Tell(() => terminal.Failure(CliException.Messages.Message("cli.io", e.Message), language));
            return ExitCode.Usage;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            terminal.Failure(CliException.Messages.Message("cli.internal", bug.GetType().Name), language);
            terminal.Line(bug.ToString());
            return ExitCode.Internal;
        }
    }

    private static void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (IOException)
        {
            // Nobody listens; the exit code says it.
        }
    }
}
