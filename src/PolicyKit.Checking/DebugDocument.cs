using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace PolicyKit.Checking;

/// <summary>A source that the compiler wrote down beside its assembly.</summary>
/// <param name="Algorithm">That of the checksum.</param>
/// <param name="Hash">The checksum.</param>
/// <param name="Text">The source itself, where it was embedded: all that generators wrote is.</param>
internal sealed record DebugDocument(Guid Algorithm, byte[] Hash, string? Text)
{
    private static readonly Guid Embedded = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    // No generator writes more; a length that a log only claims is not believed.
    private const int Largest = 64 * 1024 * 1024;

    /// <summary>Those of an assembly by their names; none where there is no debug information that can be read.</summary>
    public static IReadOnlyDictionary<string, DebugDocument> Of(string assembly, string? pdb)
    {
        var found = new Dictionary<string, DebugDocument>(StringComparer.Ordinal);
        try
        {
            using var file = new PEReader(File.OpenRead(assembly));
            if (
                !file.TryOpenAssociatedPortablePdb(
                    assembly,
                    path => File.Exists(pdb ?? path) ? File.OpenRead(pdb ?? path) : null,
                    out var provider,
                    out _
                ) || provider is null
            )
                return found;
            using (provider)
            {
                var reader = provider.GetMetadataReader();
                foreach (var handle in reader.Documents)
                {
                    var document = reader.GetDocument(handle);
                    found[Normal(reader.GetString(document.Name))] = new DebugDocument(
                        reader.GetGuid(document.HashAlgorithm),
                        reader.GetBlobBytes(document.Hash),
                        TextOf(reader, handle)
                    );
                }
            }
        }
        catch (Exception e)
            when (e is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Debug information that cannot be read shows nothing.
        }

        return found;
    }

    /// <summary>A name as it is compared: a linked file is named through its project's folder.</summary>
    public static string Normal(string path) => Path.IsPathRooted(path) ? Path.GetFullPath(path) : path;

    private static string? TextOf(MetadataReader reader, DocumentHandle handle)
    {
        var sources = reader
            .GetCustomDebugInformation(handle)
            .Select(reader.GetCustomDebugInformation)
            .Where(i => reader.GetGuid(i.Kind) == Embedded)
            .Select(i => reader.GetBlobBytes(i.Value));
        if (sources.FirstOrDefault() is not { } bytes)
            return null;
        if (bytes.Length < 4)
            return "";
        // Its length when unpacked, or nothing where it is not packed.
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        using Stream raw = new MemoryStream(bytes, 4, bytes.Length - 4);
        using var text = new StreamReader(
            length == 0 ? raw : new DeflateStream(raw, CompressionMode.Decompress),
            Encoding.UTF8
        );
        var buffer = new char[Math.Clamp(length == 0 ? bytes.Length : length, 0, Largest)];
        return new string(buffer, 0, text.ReadBlock(buffer, 0, buffer.Length));
    }
}
