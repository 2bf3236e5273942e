using PolicyKit.Messages;

namespace PolicyKit.Checking;

/// <summary>
/// What stops a check before there is a result: a path that leads nowhere, a build that fails, a log that is none.
/// </summary>
public class CheckException : Exception
{
    /// <summary>A failure with its exit code, its message, and what another program said.</summary>
    public CheckException(int exitCode, LocalizedMessage message, string? detail = null)
        : base((message ?? throw new ArgumentNullException(nameof(message))).Text(MessageLanguage.English)) =>
        (ExitCode, Localized, Detail) = (exitCode, message, detail);

    internal static MessageCatalog Messages { get; } = new(typeof(CheckException));

    /// <summary>The exit code that the command line ends with.</summary>
    public int ExitCode { get; }

    /// <summary>The message, in both languages.</summary>
    public LocalizedMessage Localized { get; }

    /// <summary>What another program said, as it is; null where none did.</summary>
    public string? Detail { get; }

    internal static CheckException Usage(string key, params object[] arguments) =>
        new(Checking.ExitCode.Usage, Messages.Message(key, arguments));

    internal static CheckException Unreadable(string key, params object[] arguments) =>
        new(Checking.ExitCode.UnreadableDeliverable, Messages.Message(key, arguments));
}
