using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Reading;
using PolicyKit.Systems;
using PolicyKit.Testing;

namespace PolicyKit.Tests.Schemas;

/// <summary>What holds for every schema of <c>schemas/</c>.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Kinds => ExampleTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_valid_itself_and_embedded_as_it_lies_in_the_folder(string kind)
    {
        var meta = JsonSchema
            .Compile(
                JsonText.Read("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}"),
                new SchemaOptions { AssertFormats = true }
            )
            .Require();
        var source = DocumentSchemas.Source(DocumentKindExtensions.Find(kind)!.Value);
        Assert.Empty(meta.Validate(source.Text.Root));
        Assert.Equal(File.ReadAllText(Repository.PathOf("schemas", kind + ".schema.json")), source.Content);
        Assert.True(source.Text.Root.TryGetMember("$id", out var id));
        Assert.Equal($"urn:policykit:schema:{kind}:1", id.GetString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_member_has_a_title_and_a_description_in_Japanese_with_English_beside(string kind)
    {
        var members = Everything(Read(kind))
            .OfType<JsonObject>()
            .SelectMany(o => o["properties"] is JsonObject p ? p.ToList() : [])
            .Where(m => m.Value is JsonObject o && !IsCondition(o))
            .ToList();
        Assert.True(members.Count > 10);
        Assert.All(
            members,
            m =>
            {
                Assert.Matches(
                    @"\p{IsCJKUnifiedIdeographs}|\p{IsKatakana}|^ID$|^SBOM$|^URL$|^SHA-256$",
                    m.Value!["title"]!.GetValue<string>()
                );
                Assert.Matches(
                    @"(\p{IsCJKUnifiedIdeographs}|\p{IsKatakana}|\p{IsHiragana}).*\([A-Za-z].*[A-Za-z0-9)]\)$",
                    m.Value!["description"]!.GetValue<string>()
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_object_is_closed(string kind)
    {
        var open = Everything(Read(kind))
            .OfType<JsonObject>()
            .Where(o =>
                (string?)(o["type"] as System.Text.Json.Nodes.JsonValue) == "object"
                && o["unevaluatedProperties"] is null
            )
            .Select(o => o.GetPath());
        Assert.Empty(open);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Examples_and_defaults_satisfy_the_schema_that_gives_them(string kind)
    {
        var root = Read(kind);
        var count = 0;
        foreach (
            var schema in Everything(root)
                .OfType<JsonObject>()
                .Where(o => o["examples"] is JsonArray || o["default"] is not null)
        )
        {
            // The schema itself, in the place where its references resolve.
            var whole = root.DeepClone().AsObject();
            whole.Remove("$id");
            var compilation = JsonSchema.Compile(
                JsonText.Read($"{{\"$ref\":\"urn:whole#{Pointer(schema)}\"}}"),
                new SchemaOptions { AssertFormats = true, Registry = With(whole) }
            );
            Assert.True(compilation.IsValid, compilation.Problems.FirstOrDefault()?.Message.ToString());
            foreach (
                var value in (schema["examples"] as JsonArray ?? []).Append(schema["default"]).Where(v => v is not null)
            )
            {
                Assert.Empty(compilation.Schema.Validate(JsonText.Read(value!.ToJsonString()).Root));
                count++;
            }
        }

        Assert.True(count > 5);
    }

    [Fact]
    public void The_standard_may_speak_of_exactly_the_members_that_a_declaration_has()
    {
        var subjects = Everything(Read("standard")).OfType<JsonObject>().Single(o => o["subject"]?["enum"] is not null)[
            "subject"
        ]!["enum"]!
            .AsArray()
            .Select(v => v!.GetValue<string>());
        Assert.Equal(SystemSerializer.Subjects, subjects);
    }

    private static SchemaRegistry With(JsonObject schema)
    {
        var registry = new SchemaRegistry();
        registry.Register("urn:whole", JsonText.Read(schema.ToJsonString()));
        return registry;
    }

    // Members of `if` say when something holds, and not what a member is.
    private static bool IsCondition(JsonObject schema) => Pointer(schema).Contains("/if/", StringComparison.Ordinal);

    private static string Pointer(JsonNode node) =>
        node.Parent switch
        {
            null => "",
            JsonArray array => $"{Pointer(array)}/{array.IndexOf(node)}",
            var parent =>
                $"{Pointer(parent)}/{node.GetPropertyName().Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}",
        };

    private static IEnumerable<JsonNode> Everything(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(p => Everything(p.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Everything).Prepend(a),
            null => [],
            _ => [node],
        };

    private static JsonNode Read(string kind) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("schemas", kind + ".schema.json")))!;
}
