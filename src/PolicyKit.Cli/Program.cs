using System.CommandLine;
using System.Text;
using PolicyKit.Cli.Commands;
using PolicyKit.Cli.Failures;
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
        // Questions are asked where somebody can read and answer them.
        var terminal = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In;
        var exitCode = Run(args, Console.Out, Console.Error, terminal: terminal);
        isWritten = true;
        return exitCode;
    }

    /// <summary>The whole program over the given writers; tests call this.</summary>
    public static int Run(
        string[] args,
        TextWriter output,
        TextWriter error,
        Func<Stream>? standardInput = null,
        TextReader? terminal = null
    )
    {
        // "$SOLUTION" of a script whose variable is not set: no command takes an empty argument for anything.
        if (args.Any(string.IsNullOrWhiteSpace))
        {
            new Terminal(error).Failure(CliException.Messages.Message("cli.empty-argument"), LanguageOf(args));
            return ExitCode.Usage;
        }

        var parsed = Parse(args, output, error, standardInput, terminal);
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors)
                error.WriteLine(mistake.Message);
            error.WriteLine("policykit --help");
            return ExitCode.Usage;
        }

        var exitCode = parsed.Invoke(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                // Time for the programs of a build to end and for temporary folders to go.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
            }
        );
        // Whoever ends it, and by whichever signal: it was cancelled.
        return exitCode == Terminated ? ExitCode.Cancelled : exitCode;
    }

    /// <summary>What a command line asks for, before it is done.</summary>
    public static ParseResult Parse(
        string[] args,
        TextWriter output,
        TextWriter error,
        Func<Stream>? standardInput = null,
        TextReader? terminal = null
    )
    {
        var commands = Commands(output, error, standardInput, terminal);
        var root = new RootCommand(
            "policykit: 情報セキュリティポリシーの検査 / checks systems against an information-security policy"
        );
        // Only the command that is asked for is made: each brings its own libraries, and a file is judged in the time
        // that they take to load.
        var asked = args.Length > 0 ? args[0] : "";
        var isKnown = commands.Any(c => c.Name == asked);
        foreach (var (name, create) in commands)
            if (!isKnown || name == asked)
                root.Add(create());
        return root.Parse(args);
    }

    private static IReadOnlyList<(string Name, Func<Command> Create)> Commands(
        TextWriter output,
        TextWriter error,
        Func<Stream>? standardInput,
        TextReader? terminal
    ) =>
        [
            ("calendar", () => CalendarCommand.Create(output, error)),
            ("check", () => CheckCommand.Create(output, error)),
            ("diff", () => DiffCommand.Create(output, error)),
            ("revise", () => ReviseCommand.Create(output, error)),
            ("explain", () => ExplainCommand.Create(output, error)),
            ("forms", () => FormsCommand.Create(output, error)),
            ("gap", () => GapCommand.Create(output, error)),
            ("import", () => ImportCommand.Create(output, error)),
            ("init", () => InitCommand.Create(output, error, terminal)),
            ("new", () => NewCommand.Create(output, error, terminal)),
            ("report", () => ReportCommand.Create(output, error)),
            ("render", () => RenderCommand.Create(output, error)),
            ("rules", () => RulesCommand.Create(output, error)),
            ("schema", () => SchemaCommand.Create(output, error)),
            ("standard", () => StandardCommand.Create(output, error)),
            ("status", () => StatusCommand.Create(output, error)),
            ("validate", () => ValidateCommand.Create(output, error, standardInput)),
            ("waivers", () => WaiversCommand.Create(output, error)),
        ];

    // 128 and the number of SIGTERM, which the library of the command line gives.
    private const int Terminated = 143;

    private static MessageLanguage LanguageOf(string[] args) =>
        Array.IndexOf(args, "--lang") is var at and >= 0 && at + 1 < args.Length
            ? CommonOptions.ParseLanguage(args[at + 1])
            : MessageLanguage.Japanese;
}
