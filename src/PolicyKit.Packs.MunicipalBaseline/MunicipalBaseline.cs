using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Packs.MunicipalBaseline;

/// <summary>
/// The standard that any body starts from: import it, tailor it. Its wording is PolicyKit's own; what has not been
/// verified against a primary source says so.
/// </summary>
public static class MunicipalBaseline
{
    /// <summary>The standard, with no policy of its own.</summary>
    public static SecurityStandard Standard { get; } = Read().Value!;

    /// <summary>The file of the standard, by whose SHA-256 it is imported.</summary>
    public static SourceDocument Source
    {
        get
        {
            using var stream = typeof(MunicipalBaseline).Assembly.GetManifestResourceStream("standard.json")!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return SourceDocument.FromBytes("municipal-baseline.standard.json", memory.ToArray());
        }
    }

    /// <summary>The standard as a reader gives it, for <see cref="StandardResolver"/>.</summary>
    public static ReadResult<SecurityStandard> Read() => StandardSerializer.Read(Source);
}
