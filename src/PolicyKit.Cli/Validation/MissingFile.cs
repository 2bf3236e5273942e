using PolicyKit.Cli.Failures;
using PolicyKit.Messages;

namespace PolicyKit.Cli.Validation;

/// <summary>What a reference to a file that is not found was likely meant to be.</summary>
internal static class MissingFile
{
    /// <summary>The sentence that helps the author of the reference.</summary>
    /// <param name="reference">The reference as it is written.</param>
    /// <param name="path">The path that it means; null where it means no file.</param>
    /// <param name="isReadable">Whether the file may be read: it lies within the root.</param>
    public static LocalizedMessage Hint(string reference, string? path, bool isReadable)
    {
        if (
            reference.StartsWith("http://", StringComparison.Ordinal)
            || reference.StartsWith("https://", StringComparison.Ordinal)
        )
            return Message("validate.reference-hint");
        if (reference.Contains('\\', StringComparison.Ordinal))
            return Message("validate.reference-backslash", reference.Replace('\\', '/'));
        if (path is null)
            return Message("validate.reference-hint");
        if (File.Exists(path) && !isReadable)
            return Message("validate.reference-outside");
        return Near(path, reference) is { } near
            ? Message("validate.reference-near", near)
            : Message("validate.reference-hint");
    }

    // The same name in other letters, with its extension, or with a sharp that a URI takes for a fragment.
    private static string? Near(string path, string reference)
    {
        var (folder, name) = (Path.GetDirectoryName(path), Path.GetFileName(path));
        if (name.Length == 0 || !Directory.Exists(folder))
            return null;
        var fragment = reference.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? reference[at..] : "";
        var names = Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        return names
                .Find(n => n == name + fragment && fragment.Length > 0)
                ?.Replace("#", "%23", StringComparison.Ordinal)
            ?? names.Find(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase))
            ?? names.Find(n => IsWithExtension(n, name))
            ?? Nearest.Find(name, names);
    }

    private static bool IsWithExtension(string name, string stem) =>
        name.StartsWith(stem + ".", StringComparison.OrdinalIgnoreCase)
        && Path.GetExtension(name).ToLowerInvariant() is ".json" or ".yaml" or ".yml";

    private static LocalizedMessage Message(string key, params object[] arguments) =>
        CliException.Messages.Message(key, arguments);
}
