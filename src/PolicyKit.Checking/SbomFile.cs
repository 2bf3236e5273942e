using System.Security.Cryptography;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>The software bill of materials that a declaration names, where it lies beside the declaration.</summary>
internal static class SbomFile
{
    // As much of a hash as people compare.
    private const int Shown = 12;

    // Of a SHA-256, hexadecimal.
    private const int Digits = 64;

    /// <summary>
    /// What a declaration says of the file and is not so: its hash, its format and version, the number of its
    /// components. Nothing where no such file lies there. Only files in the folder of the declaration, or beneath it,
    /// are opened.
    /// </summary>
    public static IEnumerable<Problem> Compare(SourceDocument declaration)
    {
        if (Hash(declaration) is { } otherHash)
            return [otherHash];
        return Open(declaration) is { } file && declaration.Text.Root.TryGetMember("sbom", out var sbom)
            ? SbomContents.Compare(declaration, sbom, file.Bytes)
            : [];
    }

    private static Problem? Hash(SourceDocument declaration)
    {
        if (
            declaration.Text.Error is not null
            || !declaration.Text.Root.TryGetMember("sbom", out var sbom)
            || !TryText(sbom, "file", out var name)
            || !TryText(sbom, "sha256", out var written)
            || PathOf(declaration, name.GetString()) is not { } path
        )
            return null;
        // What is no SHA-256 at all the schema tells, and capitals too: neither makes it the hash of another file.
        if (written.GetString().Length != Digits || !written.GetString().All(char.IsAsciiHexDigit))
            return null;
        var found = HashOf(path);
        return found is null || string.Equals(found, written.GetString(), StringComparison.OrdinalIgnoreCase)
            ? null
            : new Problem(
                CheckException.Messages.Message(
                    "sbom.other-hash",
                    SecretShapes.Masked(name.GetString()),
                    found[..Shown],
                    written.GetString()[..Math.Min(Shown, written.GetString().Length)]
                ),
                Severity.Error,
                declaration.LocationOf(written)
            );
    }

    /// <summary>
    /// The file that a declaration names, with the name; null where it is not there or cannot be read.
    /// </summary>
    public static (string Name, byte[] Bytes)? Open(SourceDocument declaration)
    {
        if (
            declaration.Text.Error is not null
            || !declaration.Text.Root.TryGetMember("sbom", out var sbom)
            || !TryText(sbom, "file", out var name)
            || PathOf(declaration, name.GetString()) is not { } path
        )
            return null;
        try
        {
            var isTooLarge = InputFile.Length(path, path) > JsonReadOptions.Default.MaxBytes;
            return isTooLarge ? null : (name.GetString(), InputFile.Bytes(path, path));
        }
        catch (CheckException)
        {
            return null;
        }
    }

    private static bool TryText(JsonValue of, string member, out JsonValue value) =>
        of.TryGetMember(member, out value) && value.Kind == JsonKind.String;

    private static string? PathOf(SourceDocument declaration, string name)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(name))
            return null;
        if (Path.GetDirectoryName(Path.GetFullPath(declaration.Path)) is not { } folder)
            return null;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var isBeneath = path.StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
        // A link may lead anywhere.
        return isBeneath && File.Exists(path) && new FileInfo(path).LinkTarget is null ? path : null;
    }

    private static string? HashOf(string path)
    {
        try
        {
            using var stream = InputFile.Open(path, path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (CheckException)
        {
            // What cannot be read cannot be compared.
            return null;
        }
    }
}
