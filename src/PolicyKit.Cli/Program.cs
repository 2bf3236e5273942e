using System.CommandLine;
using System.Text;
using PolicyKit.Cli.Commands;
using PolicyKit.Cli.Output;
using PolicyKit.Messages;

namespace PolicyKit.Cli;

internal static class Program
{
    public static int Main(string[] args)
    {
        // How a check runs the generators of a deliverable: in a process that gives no verdict.
        if (args is [GeneratorHost.Command, var job])
            return GeneratorHost.Run(job);
        // Whoever ends the program before its verdict is written does not end it with that of a system that conforms.
        var isWritten = false;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (!isWritten)
                Environment.ExitCode = ExitCode.Internal;
        };
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var exitCode = Run(args, Console.Out, Console.Error);
        isWritten = true;
        return exitCode;
    }

    /// <summary>The whole program over the given writers; tests call this.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error, Func<Stream>? standardInput = null)
    {
        // What an unset variable of a script leaves: no command takes an empty argument for anything.
        if (Array.IndexOf(args, "") >= 0)
        {
            new Terminal(error).Failure(CliException.Messages.Message("cli.empty-argument"), LanguageOf(args));
            return ExitCode.Usage;
        }

        var root = new RootCommand(
            "policykit: 情報セキュリティポリシーの検査 / checks systems against an information-security policy"
        );
        // Only the command that is asked for is made: each brings its own libraries, and a file is judged in the time
        // that they take to load.
        var asked = args.Length > 0 ? args[0] : "";
        (string Name, Func<Command> Create)[] commands =
        [
            ("calendar", () => CalendarCommand.Create(output, error)),
            ("check", () => CheckCommand.Create(output, error)),
            ("explain", () => ExplainCommand.Create(output, error)),
            ("gap", () => GapCommand.Create(output, error)),
            ("new", () => NewCommand.Create(output, error)),
            ("render", () => RenderCommand.Create(output, error)),
            ("rules", () => RulesCommand.Create(output, error)),
            ("schema", () => SchemaCommand.Create(output, error)),
            ("standard", () => StandardCommand.Create(output, error)),
            ("status", () => StatusCommand.Create(output, error)),
            ("validate", () => ValidateCommand.Create(output, error, standardInput)),
            ("waivers", () => WaiversCommand.Create(output, error)),
        ];
        foreach (var (name, create) in commands)
            if (!Array.Exists(commands, c => c.Name == asked) || name == asked)
                root.Add(create());
        // "$SOLUTION" of a script whose variable is not set: a path that is empty names nothing.
        if (args.Any(string.IsNullOrWhiteSpace))
        {
            var language = args.Contains("en") ? MessageLanguage.English : MessageLanguage.Japanese;
            new Terminal(error).Failure(CliException.Messages.Message("cli.empty-argument"), language);
            return ExitCode.Usage;
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors)
                error.WriteLine(mistake.Message);
            error.WriteLine("policykit --help");
            return ExitCode.Usage;
        }

        return parsed.Invoke(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                // Time for the programs of a build to end and for temporary folders to go.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
            }
        );
    }

    private static MessageLanguage LanguageOf(string[] args) =>
        Array.IndexOf(args, "--lang") is var at and >= 0 && at + 1 < args.Length
            ? CommonOptions.ParseLanguage(args[at + 1])
            : MessageLanguage.Japanese;

    /// <summary>Runs a command's work and turns every failure into a message and an exit code.</summary>
    public static int Guard(MessageLanguage language, TextWriter error, Func<int> work) =>
        Guard(language, error, () => Task.FromResult(work())).Result;

    /// <summary>Runs a command's work and turns every failure into a message and an exit code.</summary>
    public static async Task<int> Guard(MessageLanguage language, TextWriter error, Func<Task<int>> work)
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
