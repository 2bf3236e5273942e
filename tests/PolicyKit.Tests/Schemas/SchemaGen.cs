using System.Text.Json.Nodes;
using CsCheck;

namespace PolicyKit.Tests.Schemas;

/// <summary>Makes instances from a schema: from its own words alone, so that the schema's side is independent of the model's.</summary>
internal static class SchemaGen
{
    private static readonly Gen<string> Word = Pick("町長", "第3条", " a", "x\ny", "\"\\\u2028", "😀", "1", "。");

    /// <summary>Texts that mostly satisfy the schema.</summary>
    public static Gen<string> Of(string schema)
    {
        var root = JsonNode.Parse(schema)!;
        return Instance(root, root, depth: 0).Select(n => n?.ToJsonString() ?? "null");
    }

    /// <summary>The same for texts that say the same: members sorted, and those left out that the schema would assume anyway.</summary>
    public static string Canonical(string json) => Sorted(JsonNode.Parse(json))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.Where(p => p.Key != "$schema" && !IsDefault(p))
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))
            ),
            JsonArray a => new JsonArray(a.Select(Sorted).ToArray()),
            _ => node?.DeepClone(),
        };

    // The members with a `default` in the schemas.
    private static bool IsDefault(KeyValuePair<string, JsonNode?> member) =>
        (
            member.Key is "confirmed" or "adHoc" or "alone"
            && member.Value!.GetValueKind() == System.Text.Json.JsonValueKind.False
        ) || (member.Key == "direction" && member.Value!.ToString() == "outbound");

    private static Gen<JsonNode?> Instance(JsonNode schema, JsonNode root, int depth)
    {
        if (schema["$ref"] is { } reference)
            return Instance(Find(root, reference.GetValue<string>()), root, depth);
        if (schema["const"] is { } constant)
            return Gen.Const(constant).Select(c => (JsonNode?)c.DeepClone());
        if (schema["enum"] is JsonArray words)
            return Gen.Int[0, words.Count - 1].Select(i => words[i]?.DeepClone());
        if (schema["type"] is null && (schema["anyOf"] ?? schema["oneOf"]) is JsonArray branches)
            return OneOf(branches.Select(b => Instance(b!, root, depth)).ToArray());
        if (schema["type"] is JsonArray types)
            return OneOf(types.Select(t => Of(t!.GetValue<string>(), schema, root, depth)).ToArray());
        return Of(schema["type"]!.GetValue<string>(), schema, root, depth);
    }

    private static Gen<JsonNode?> Of(string type, JsonNode schema, JsonNode root, int depth) =>
        type switch
        {
            "boolean" => Gen.Bool.Select(b => (JsonNode?)b),
            "integer" => Gen.Int[(int?)schema["minimum"] ?? -5, (int?)schema["maximum"] ?? 100_000]
                .Select(i => (JsonNode?)i),
            "number" => OneOf(Gen.Int.Select(i => (JsonNode?)i), Gen.Const("0.25").Select(t => JsonNode.Parse(t))),
            "array" => Gen.SelectMany(
                    Gen.Int[(int?)schema["minItems"] ?? 0, depth > 3 ? 1 : 3],
                    n => Instance(schema["items"]!, root, depth + 1).Array[n]
                )
                .Select(items => (JsonNode?)new JsonArray(items.Select(i => i?.DeepClone()).ToArray())),
            "object" => Object(schema, root, depth),
            _ => Text(schema),
        };

    private static Gen<JsonNode?> Text(JsonNode schema)
    {
        if ((string?)schema["format"] == "date")
            return Gen.Select(Gen.Int[1900, 2100], Gen.Int[1, 12], Gen.Int[1, 28])
                .Select((y, m, d) => (JsonNode?)$"{y:0000}-{m:00}-{d:00}");
        var given = schema["examples"] is JsonArray examples
            ? examples.Select(e => e!.GetValue<string>()).ToArray()
            : [];
        return ((string?)schema["pattern"]) switch
        {
            "\\S" => Word.Select(w => (JsonNode?)w),
            "^[0-9a-f]{64}$" => Gen.Const((JsonNode?)null).Select(_ => (JsonNode?)new string('a', 64)),
            "^[0-9]{6}$" => Pick("113263", "011002", "123456").Select(t => (JsonNode?)t),
            _ => given.Length == 0 ? Word.Select(w => (JsonNode?)w) : Pick(given).Select(t => (JsonNode?)t),
        };
    }

    private static Gen<JsonNode?> Object(JsonNode schema, JsonNode root, int depth)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(n => n!.GetValue<string>()).ToHashSet();
        // Deep down only what is required: a provision may hold provisions.
        var members = (schema["properties"] as JsonObject ?? [])
            .Where(p =>
                p.Key != "$schema"
                && (depth <= 5 || required.Contains(p.Key) || p.Value!["type"]?.ToString() != "array")
            )
            .ToList();
        // What conditions ask for is there often enough when optional members often are.
        var gens = members
            .Select(m =>
                Gen.Select(
                    Gen.Int[0, 9],
                    Instance(m.Value!, root, depth + 1),
                    (n, value) => (m.Key, Value: value, Keep: required.Contains(m.Key) || n > 0)
                )
            )
            .ToArray();
        return gens.Aggregate(
                Gen.Const(new List<(string Key, JsonNode? Value)>()),
                (all, one) =>
                    Gen.Select(all, one, (list, member) => member.Keep ? [.. list, (member.Key, member.Value)] : list)
            )
            .SelectMany(list => Alternatives(schema, list))
            .Select(list =>
                (JsonNode?)new JsonObject(list.Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())))
            );
    }

    // Of members that exclude each other one is kept.
    private static Gen<List<(string Key, JsonNode? Value)>> Alternatives(
        JsonNode schema,
        List<(string Key, JsonNode? Value)> members
    )
    {
        if (schema["oneOf"] is not JsonArray branches)
            return Gen.Const(members);
        if (branches.All(b => b!["required"] is null))
            return Gen.Const(members);
        var names = branches.Select(b => b!["required"]![0]!.GetValue<string>()).ToList();
        return Gen.Int[0, names.Count - 1]
            .Select(kept => members.Where(m => !names.Contains(m.Key) || m.Key == names[kept]).ToList());
    }

    private static JsonNode Find(JsonNode root, string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (node, part) => node[part]!);

    private static Gen<T> OneOf<T>(params Gen<T>[] gens) => Gen.SelectMany(Gen.Int[0, gens.Length - 1], i => gens[i]);

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
