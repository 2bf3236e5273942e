using PolicyKit.Messages;

namespace PolicyKit.Cli.Failures;

/// <summary>A failure that ends a command with a clear message and its exit code.</summary>
internal sealed class CliException(int exitCode, LocalizedMessage message, string? detail = null)
    : CheckException(exitCode, message, detail)
{
    public static new MessageCatalog Messages { get; } = new(typeof(CliException));

    /// <summary>The same failure, thrown again on another thread.</summary>
    public CliException(CheckException failure)
        : this(failure.ExitCode, failure.Localized, failure.Detail) { }

    public static new CliException Usage(string key, params object[] arguments) =>
        new(Checking.ExitCode.Usage, Messages.Message(key, arguments));
}
