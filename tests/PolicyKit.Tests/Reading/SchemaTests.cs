using System.Text.RegularExpressions;
using PolicyKit.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Testing;

namespace PolicyKit.Tests.Reading;

/// <summary>The schemas serve editors; the readers judge. Both know the same members everywhere.</summary>
public sealed class SchemaTests
{
    private const string Stranger = "zzzzzzzzzzzzzzzzzzzz";

    public static TheoryData<string, string> Files => new()
    {
        { "policy", "src/PolicyKit.Packs.MohSewerage/policy.json" },
        { "standard", "src/PolicyKit.Packs.MohSewerage/standard.json" },
        { "system", "examples/sewerage-billing/system.json" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_reader_knows_exactly_the_members_of_the_schema(string kind, string path)
    {
        var schema = Read($"schemas/{kind}.schema.json").Root;
        var text = Regex.Replace(File.ReadAllText(Repository.PathOf(path)), @"\{(?=\s*"")", $"{{ \"{Stranger}\": 0,");
        var source = SourceDocument.FromText(path, text);
        var problems = kind switch { "policy" => PolicyReader.Read(source).Problems, "standard" => StandardReader.Read(source).Problems, _ => SystemReader.Read(source).Problems };
        var strangers = problems.Where(p => p.Code == "read.unknown-member").ToList();
        Assert.True(strangers.Count > 5);
        foreach (var stranger in strangers)
        {
            var known = stranger.Message.Remedy(MessageLanguage.English)!["The members here are: ".Length..].Split(", ");
            var pointer = stranger.Location.Pointer[..^(Stranger.Length + 1)];
            Assert.Equal(Members(schema, source.Text, pointer).Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_member_has_a_title_and_a_description_in_Japanese_with_English_beside(string kind, string path)
    {
        _ = path;
        var members = Everything(Read($"schemas/{kind}.schema.json").Root).Where(v => v.Kind == JsonKind.Object && v.TryGetMember("properties", out _)).SelectMany(v => Member(v, "properties")!.Value.Members()).ToList();
        Assert.True(members.Count > 10);
        Assert.All(members, m =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}|\p{IsKatakana}|^ID$", Member(m.Value, "title")!.Value.GetString());
            Assert.Matches(@"\([A-Za-z][^)]+\)$", Member(m.Value, "description")!.Value.GetString());
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_schema_is_valid_itself_and_the_real_file_satisfies_it(string kind, string path)
    {
        var meta = Json.Schemas.JsonSchema.Compile(JsonText.Read("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}"), out _)!;
        var source = DocumentSchemas.Source(DocumentKinds.Find(kind)!.Value);
        Assert.Empty(meta.Validate(source.Text.Root));
        var document = SourceDocument.FromBytes(path, File.ReadAllBytes(Repository.PathOf(path)));
        Assert.Empty(DocumentSchemas.Validate(document, DocumentSchemas.Of(document.Kind!.Value)));
        Assert.Equal(File.ReadAllText(Repository.PathOf("schemas", kind + ".schema.json")), source.Content);
    }

    // The members that the schema lists for the object at a pointer of the instance; of a oneOf, the branch whose const is met.
    private static IEnumerable<string> Members(JsonValue schema, JsonText instance, string pointer)
    {
        var (current, path) = (schema, "");
        foreach (var token in pointer.Split('/').Skip(1))
        {
            current = Resolve(schema, current, instance, path);
            current = Member(current, "items") is { } items ? items : Member(Member(current, "properties")!.Value, token)!.Value;
            path += "/" + token;
        }

        return Member(Resolve(schema, current, instance, path), "properties")!.Value.Members().Select(m => m.Name);
    }

    private static JsonValue Resolve(JsonValue root, JsonValue schema, JsonText instance, string path)
    {
        if (Member(schema, "$ref") is { } reference)
        {
            Assert.True(root.Text.TryFind(reference.GetString()[1..], out var target));
            return Resolve(root, target, instance, path);
        }

        if (Member(schema, "properties") is not null || Member(schema, "oneOf") is not { } branches) return schema;
        Assert.True(instance.TryFind(path + "/kind", out var kind));
        return branches.Items().Single(b => Member(Member(Member(b, "properties")!.Value, "kind")!.Value, "const")!.Value.GetString() == kind.GetString());
    }

    private static IEnumerable<JsonValue> Everything(JsonValue value) => value.Items().Concat(value.Members().Select(m => m.Value)).SelectMany(Everything).Prepend(value);

    private static JsonValue? Member(JsonValue value, string name) => value.TryGetMember(name, out var member) ? member : null;

    private static JsonText Read(string path) => JsonText.Read(File.ReadAllBytes(Repository.PathOf(path)));
}
