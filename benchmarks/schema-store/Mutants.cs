using System.Text.Json.Nodes;
using Json.Schema;
using PolicyKit.Cli.Validation;

namespace SchemaStoreBenchmark;

/// <summary>
/// Schemas with one thing changed, and whether our engine and JsonSchema.Net take them for schemas: what `meta.mjs`
/// compares with ajv and the sourcemeta CLI.
/// </summary>
internal static class Mutants
{
    private static readonly string[] Values =
    [
        "\"5\"",
        "\"\"",
        "\"^(\"",
        "-1",
        "0",
        "1.5",
        "2",
        "[]",
        "{}",
        "true",
        "false",
        "null",
        "[1]",
        "[\"a\",\"a\"]",
        "[{}]",
        "{\"a\":1}",
        "{\"a\":{}}",
        "{\"a\":[\"b\"]}",
        "\"string\"",
        "[\"string\",\"null\"]",
        "[\"text\"]",
    ];

    /// <summary>Writes mutants and verdicts (file, ours, JsonSchema.Net, what ours said first).</summary>
    public static int Write(string folder, int count, IReadOnlyList<string> schemas)
    {
        Directory.CreateDirectory(folder);
        // The same mutants in every run.
        var random = new Random(20261127);
        using var verdicts = new StreamWriter(Path.Combine(folder, "verdicts.tsv")) { NewLine = "\n" };
        for (var made = 0; made < count; made++)
        {
            var root = JsonNode.Parse(File.ReadAllText(schemas[random.Next(schemas.Count)]))!;
            var changed = Change(root, random);
            var file = Path.Combine(folder, $"{made:D4}.json");
            File.WriteAllText(file, root.ToJsonString());
            var ours = SchemaFile.Compile(file, [], assertFormats: true, maxErrors: 5);
            var said = ours.Schema is null ? $"{ours.Problems[0].Code} {ours.Problems[0].Location.Pointer}" : "";
            verdicts.WriteLine($"{file}\t{ours.Schema is not null}\t{ByJsonSchemaNet(root)}\t{said}\t{changed}");
        }

        return 0;
    }

    private static string Change(JsonNode root, Random random)
    {
        var places = Members(root).ToList();
        var (parent, name) = places[random.Next(places.Count)];
        var path = parent.GetPath() + "." + name;
        var value = Values[random.Next(Values.Length)];
        if (random.Next(8) == 0)
        {
            var moved = parent[name]?.DeepClone();
            parent.Remove(name);
            parent[name[..^1]] = moved;
            return $"{path} loses its last character";
        }

        parent[name] = JsonNode.Parse(value);
        return $"{path} = {value}";
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode? node) =>
        node switch
        {
            JsonObject members => members
                .Where(m => m.Key.Length > 1 && m.Key is not ("$schema" or "$id" or "id"))
                .Select(m => (members, m.Key))
                .Concat(members.SelectMany(m => Members(m.Value))),
            JsonArray items => items.SelectMany(Members),
            _ => [],
        };

    private static string ByJsonSchemaNet(JsonNode root)
    {
        var meta = ((string?)root["$schema"] ?? "").TrimEnd('#') switch
        {
            "http://json-schema.org/draft-07/schema" => MetaSchemas.Draft7,
            "https://json-schema.org/draft/2020-12/schema" => MetaSchemas.Draft202012,
            "https://json-schema.org/draft/2019-09/schema" => MetaSchemas.Draft201909,
            _ => null,
        };
        if (meta is null)
            return "-";
        using var document = System.Text.Json.JsonDocument.Parse(root.ToJsonString());
        var options = new EvaluationOptions { RequireFormatValidation = true };
        return meta.Evaluate(document.RootElement, options).IsValid.ToString();
    }
}
