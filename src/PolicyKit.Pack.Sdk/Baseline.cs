using PolicyKit.Json;
using PolicyKit.Reading;

namespace PolicyKit.PackBuilding;

/// <summary>
/// The standard that any body may import. It lies in this program as a file: the package of the baseline is itself made
/// by this program.
/// </summary>
internal static class Baseline
{
    public const string Package = "PolicyKit.Packs.MunicipalBaseline";

    private static readonly Lazy<SourceDocument> Read = new(() =>
    {
        using var stream = typeof(Baseline).Assembly.GetManifestResourceStream("municipal-baseline.standard.json")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return SourceDocument.FromBytes("municipal-baseline.standard.json", memory.ToArray());
    });

    public static SourceDocument Source => Read.Value;

    /// <summary>Whether a standard imports it.</summary>
    public static bool IsImportedBy(SourceDocument file) =>
        IdOf(Source) is { } baseline && ImportsOf(file).Contains(baseline, StringComparer.Ordinal);

    /// <summary>The id that a file gives itself; null when it gives none.</summary>
    public static string? IdOf(SourceDocument file) => file.Text.Error is null ? TextOf(file.Text.Root, "id") : null;

    /// <summary>The ids of the standards that a standard imports.</summary>
    public static IEnumerable<string> ImportsOf(SourceDocument file) =>
        file.Kind == DocumentKind.Standard
        && file.Text.Root.TryGetMember("imports", out var imports)
        && imports.Kind == JsonKind.Array
            ? imports.Items().Select(i => TextOf(i, "standard")).OfType<string>()
            : [];

    private static string? TextOf(JsonValue element, string name) =>
        element.Kind == JsonKind.Object && element.TryGetMember(name, out var text) && text.Kind == JsonKind.String
            ? text.GetString()
            : null;
}
