using System.Text.Json;

namespace SchemaStoreBenchmark;

/// <summary>The files of one schema that are to be valid, or not to be.</summary>
internal sealed record SchemaSet(string Schema, bool IsValid, IReadOnlyList<string> Files)
{
    private static readonly string[] Judged = [".json", ".yaml", ".yml"];

    /// <summary>Every set of a copy of SchemaStore's <c>src</c>, in order.</summary>
    public static IEnumerable<SchemaSet> In(string folder) =>
        from side in new[] { (Name: "test", IsValid: true), (Name: "negative_test", IsValid: false) }
        from set in Directory.GetDirectories(Path.Combine(folder, side.Name)).Order(StringComparer.Ordinal)
        let schema = Path.Combine(folder, "schemas", "json", Path.GetFileName(set) + ".json")
        let files = Directory
            .GetFiles(set, "*", SearchOption.AllDirectories)
            .Where(f => Judged.Contains(Path.GetExtension(f)))
            .Order(StringComparer.Ordinal)
            .ToList()
        where files.Count > 0
        select new SchemaSet(schema, side.IsValid, files);

    /// <summary>The files that are judged otherwise than their folder says, with what was said first.</summary>
    public IEnumerable<(string File, string Said)> Differences()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = PolicyKit.Cli.Program.Run(
            [
                "validate",
                "--assert-formats",
                "--schema",
                Schema,
                "--format",
                "json",
                "--lang",
                "en",
                "--max-problems",
                "1000000",
                .. Files,
            ],
            output,
            error
        );
        if (exit is not (0 or 3))
            return Files.Select(f => (f, $"exit {exit}: {error.ToString().ReplaceLineEndings(" ").Trim()}"));
        using var json = JsonDocument.Parse(output.ToString());
        var errors = json
            .RootElement.GetProperty("problems")
            .EnumerateArray()
            .Where(p => p.GetProperty("severity").GetString() == "error")
            .ToLookup(
                p => Path.GetFullPath(p.GetProperty("file").GetString()!),
                p => $"{p.GetProperty("pointer").GetString()}: {p.GetProperty("message").GetString()}"
            );
        return Files
            .Where(f => errors[Path.GetFullPath(f)].Any() == IsValid)
            .Select(f => (f, errors[Path.GetFullPath(f)].FirstOrDefault("valid")))
            .ToList();
    }
}
