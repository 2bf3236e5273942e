using System.Text.Json;
using CsCheck;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;

namespace PolicyKit.Json.Tests;

/// <summary>
/// What must hold of the engine for all inputs: it allocates nothing on valid ones, it is bounded, and its short cuts
/// decide as the long way would.
/// </summary>
public sealed class SchemaEngineTests
{
    private const string Everything = """
        {
          "$defs": { "name": { "type": "string", "pattern": "^[\\p{L}ー]+$", "maxLength": 20 }, "closed": {
            "properties": { "a": { "$ref": "#/$defs/name" } }, "unevaluatedProperties": false } },
          "type": "object",
          "properties": {
            "name": { "$ref": "#/$defs/name" }, "kind": { "enum": ["a", "b", 1, null] }, "n": { "minimum": 0.5,
              "maximum": 1e3, "multipleOf": 0.01 }, "i": { "type": "integer" },
            "on": { "format": "date" }, "list": { "uniqueItems": true, "items": { "type": ["string", "number"] }, "contains": { "const": "x" } },
            "either": { "anyOf": [{ "type": "array" }, { "$ref": "#/$defs/closed" }] }, "one": { "oneOf": [{ "required": ["p"] }, { "required": ["q"] }] },
            "open": { "allOf": [{ "properties": { "x": true } }, { "patternProperties": { "^y": true } }], "unevaluatedProperties": false }
          },
          "required": ["name", "kind"],
          "dependentRequired": { "n": ["i"] },
          "if": { "properties": { "kind": { "const": "a" } } }, "then": { "required": ["n"] },
          "additionalProperties": false
        }
        """;

    private const string Valid = """
        { "name": "下水道システム", "kind": "a", "n": 12.34, "i": 3.0, "on": "2026-04-01", "list": ["x", "y", 1, 2, 3, 4, 5, 6, 7, 8, "z"],
          "either": { "a": "イ" }, "one": { "q": 1 }, "open": { "x": 1, "y\u0031": 2 } }
        """;

    private static readonly Gen<string> Name = Gen.Char["ab c\"\\/é漢𠮟\n\u0001"]
        .Array[0, 24]
        .Select(chars =>
            new string(chars)
                .Replace("\ud842", "x", StringComparison.Ordinal)
                .Replace("\udf9f", "y", StringComparison.Ordinal)
        );

    [Fact]
    public void Judging_a_valid_instance_allocates_nothing()
    {
        var schema = JsonSchema
            .Compile(JsonText.Read(Everything), new SchemaOptions { AssertFormats = true })
            .Require();
        var instance = JsonText.Read(Valid).Root;
        Assert.Empty(schema.Validate(instance));
        for (var i = 0; i < 100; i++)
            schema.IsValid(instance);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var errors = 0;
        for (var i = 0; i < 1_000; i++)
            errors += schema.Validate(instance).Count;
        Assert.Equal((0, 0L), (errors, GC.GetAllocatedBytesForCurrentThread() - before));
    }

    [Fact]
    public void The_number_of_errors_is_bounded()
    {
        var schema = JsonSchema
            .Compile(JsonText.Read("""{"items":{"type":"string"}}"""), new SchemaOptions { MaxErrors = 7 })
            .Require();
        Assert.Equal(
            7,
            schema.Validate(JsonText.Read("[" + string.Join(",", Enumerable.Range(0, 100)) + "]").Root).Count
        );
    }

    [Fact]
    public void Names_of_every_length_are_found_escaped_or_not() =>
        Gen.Select(Name.Array[1, 80], Gen.Bool)
            .Sample(
                (names, escape) =>
                {
                    var distinct = names.Distinct().ToList();
                    var schema = JsonSchema
                        .Compile(
                            JsonText.Read(
                                $$"""{"properties":{{{string.Join(",", distinct.Select(n => Quoted(n, false) + ":true"))}}},"""
                                    + $"\"required\":[{string.Join(",", distinct.Select(n => Quoted(n, false)))}],"
                                    + "\"additionalProperties\":false}"
                            )
                        )
                        .Require();
                    string Object(IEnumerable<string> members) =>
                        "{" + string.Join(",", members.Select(n => Quoted(n, escape) + ":1")) + "}";
                    Assert.True(schema.IsValid(JsonText.Read(Object(distinct)).Root));
                    Assert.False(schema.IsValid(JsonText.Read(Object(distinct.Skip(1))).Root));
                    Assert.False(schema.IsValid(JsonText.Read(Object(distinct.Append(distinct[0] + "?"))).Root));
                    Assert.Equal(names.Length - distinct.Count, JsonText.Read(Object(names)).DuplicateMembers.Count());
                }
            );

    [Fact]
    public void Unique_items_are_those_that_equal_no_other() =>
        Gen.Int[0, 30]
            .Array[0, 40]
            .Sample(numbers =>
            {
                // The same number in several forms, within values.
                var items = numbers.Select(
                    (n, i) =>
                        (i % 3) switch
                        {
                            0 => $"[{n}]",
                            1 => $"[{n}.0]",
                            _ => $"[{n * 10}e-1]",
                        }
                );
                var schema = JsonSchema.Compile(JsonText.Read("""{"uniqueItems":true}""")).Require();
                Assert.Equal(
                    numbers.Distinct().Count() == numbers.Length,
                    schema.IsValid(JsonText.Read("[" + string.Join(",", items) + "]").Root)
                );
            });

    [Fact]
    public void Numbers_compare_exactly() =>
        Gen.Select(Gen.Int[-9999, 9999], Gen.Int[-9999, 9999], Gen.Int[0, 30])
            .Sample(
                (a, b, zeros) =>
                {
                    // The second one with many digits, so that small and big numbers meet.
                    var schema = JsonSchema
                        .Compile(JsonText.Read($$"""{"minimum":{{b}}{{new string('0', zeros)}}e-{{zeros}}}"""))
                        .Require();
                    Assert.Equal(
                        a >= b,
                        schema.IsValid(
                            JsonText.Read(a.ToString(System.Globalization.CultureInfo.InvariantCulture)).Root
                        )
                    );
                    Assert.Equal(a >= b, schema.IsValid(JsonText.Read($"{a}.{new string('0', zeros + 1)}").Root));
                }
            );

    private static string Quoted(string text, bool escape) =>
        escape
            ? "\"" + string.Concat(text.Select(c => $"\\u{(int)c:x4}")) + "\""
            : JsonSerializer.Serialize(
                text,
                new JsonSerializerOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            );
}
