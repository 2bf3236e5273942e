using PolicyKit.Json;

namespace PolicyKit.Cli;

/// <summary>A failure that ends a command with a clear message and its exit code.</summary>
internal sealed class CliException(int exitCode, LocalizedMessage message, string? detail = null)
    : Exception(message.Text(MessageLanguage.English))
{
    public static MessageCatalog Messages { get; } = new(typeof(CliException));

    public int ExitCode { get; } = exitCode;

    public LocalizedMessage Localized { get; } = message;

    /// <summary>What another program said, shown beneath the message as it is.</summary>
    public string? Detail { get; } = detail;

    /// <summary>The same failure, thrown again on another thread.</summary>
    public CliException(CliException failure)
        : this(failure.ExitCode, failure.Localized, failure.Detail) { }

    public static CliException Usage(string key, params object[] arguments) =>
        new(Cli.ExitCode.Usage, Messages.Message(key, arguments));
}
