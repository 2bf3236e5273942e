using System.IO.Compression;
using System.Text;
using NodaTime;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Checking;
using PolicyKit.Cli.Validation;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Packs;
using PolicyKit.Packs.MunicipalBaseline;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Fuzz;

/// <summary>The readers, each with what it is given first.</summary>
internal sealed class Targets(string root, string work)
{
    // Texts that a mutation makes larger say nothing more.
    private const int Largest = 200_000;

    public IEnumerable<Target> All =>
        [
            new("json", Of("schemas/examples", "*.json"), Json),
            new("yaml", [.. Of("benchmarks/fuzz/corpus", "*.yaml"), .. Of("schemas/examples", "*.json")], Yaml),
            new(
                "schema",
                [.. Of("schemas", "*.schema.json"), .. Of("benchmarks/fuzz/corpus", "*.schema.json")],
                Schema
            ),
            Kind("policy", source => _ = PolicySerializer.Read(source).Problems),
            Kind("standard", source => _ = StandardSerializer.Read(source).Problems),
            Kind("system", source => _ = SystemSerializer.Read(source).Problems),
            Kind("waivers", source => _ = WaiverSerializer.Read(source).Problems),
            Kind("evidence", source => _ = EvidenceSerializer.Read(source).Problems),
            new("pack", PackCorpus, Pack),
            new(
                "sarif",
                Of("benchmarks/fuzz/corpus", "*.sarif"),
                bytes => Documented(() => SarifLog.Read(From(bytes)))
            ),
            new("sbom", Of("benchmarks/fuzz/corpus", "*.cdx.json"), bytes => _ = SbomPackages.Read(bytes)),
            new("binlog", BuildLogs.Of(work), BinaryLog),
        ];

    private IReadOnlyList<byte[]> PackCorpus =>
        [.. new[] { "policy", "standard", "system", "waivers", "evidence" }.SelectMany(k => Valid(k))];

    private Target Kind(string kind, Action<SourceDocument> read) => new(kind, Valid(kind), bytes => read(From(bytes)));

    private IReadOnlyList<byte[]> Valid(string kind) => Of($"schemas/examples/{kind}/valid", "*.json");

    private IReadOnlyList<byte[]> Of(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .Where(bytes => bytes.Length <= Largest)
            .ToList();

    private static SourceDocument From(byte[] bytes) => SourceDocument.FromBytes("/fuzz/input.json", bytes);

    private static void Json(byte[] bytes)
    {
        var text = JsonText.Read(bytes);
        if (text.Error is null)
            _ = text.Root.ToString();
    }

    private static void Yaml(byte[] bytes)
    {
        foreach (var document in YamlText.Read("/fuzz/input.yaml", bytes))
            _ = document.Kind;
    }

    private static void Schema(byte[] bytes)
    {
        var text = JsonText.Read(bytes);
        if (text.Error is null && JsonSchema.Compile(text).Schema is { } schema)
            _ = schema.Validate(text.Root).Count;
    }

    // A file of any kind beside the rest of a pack: read together, resolved, the rules started, the system evaluated.
    private void Pack(byte[] bytes)
    {
        var changed = From(bytes);
        var others = new[] { "policy", "standard" }
            .Select(k => SourceDocument.ReadFile(Path.Combine(root, "src", "PolicyKit.Packs.MohSewerage", k + ".json")))
            .Append(MunicipalBaseline.Source)
            .Append(SourceDocument.ReadFile(Path.Combine(root, "examples", "sewerage-billing", "system.json")))
            .Where(d => d.Kind != changed.Kind || d.Kind == DocumentKind.Standard);
        var pack = PolicyPack.Load(others.Append(changed), RuleCatalog.Known);
        foreach (var day in new[] { new LocalDate(2026, 4, 1), new LocalDate(1873, 1, 1), new LocalDate(9998, 3, 31) })
        {
            _ = new RuleInputs(pack, [], day, PolicyKit.Messages.MessageLanguage.Japanese).Pack;
            Documented(() =>
                SystemEvaluation.Of(
                    [new CheckedSystem("/fuzz/a.csproj", pack, [], 0, [])],
                    RuleRun.None,
                    DataTables.Read([]),
                    day
                )
            );
        }
    }

    private void BinaryLog(byte[] bytes)
    {
        // The reader of a broken log lets go of it when it is collected.
        var path = Path.Combine(work, Path.GetRandomFileName() + ".binlog");
        using (var file = File.Create(path))
        using (var zip = new GZipStream(file, CompressionLevel.Fastest))
            zip.Write(bytes);
        try
        {
            Documented(() => BuildLog.Read(path, PathMap.Parse([])));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // What a reader says of a file that it cannot use.
    private static void Documented(Action read)
    {
        try
        {
            read();
        }
        catch (CheckException) { }
    }
}
