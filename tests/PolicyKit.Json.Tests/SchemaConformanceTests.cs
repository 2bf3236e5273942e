using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Testing;
using Xunit.Abstractions;

namespace PolicyKit.Json.Tests;

/// <summary>The required tests of the JSON-Schema-Test-Suite, remotes included.</summary>
public sealed class SchemaConformanceTests(ITestOutputHelper output)
{
    private const string Suite = "conformance/json-schema-test-suite";
    // Optional tests that are not met, each with its reason.
    private static readonly Dictionary<string, string> NotMet = new(StringComparer.Ordinal)
    {
        ["draft7/optional/content.json"] = "contentEncoding and contentMediaType are annotations in every draft here, as they are since 2019-09",
        ["draft2020-12/optional/format-assertion.json"] = "formats are annotations; asserting them is not built yet",
    };

    private static readonly string Root = Path.Combine(Repository.SharedMaterial, Suite);

    [SharedMaterialFact(Suite)]
    public void Draft_4() => Run("draft4", SchemaDraft.Draft4, atLeast: 500);

    [SharedMaterialFact(Suite)]
    public void Draft_6() => Run("draft6", SchemaDraft.Draft6, atLeast: 700);

    [SharedMaterialFact(Suite)]
    public void Draft_7() => Run("draft7", SchemaDraft.Draft7, atLeast: 800);

    [SharedMaterialFact(Suite)]
    public void Draft_2019_09() => Run("draft2019-09", SchemaDraft.Draft201909, atLeast: 1000);

    [SharedMaterialFact(Suite)]
    public void Draft_2020_12() => Run("draft2020-12", SchemaDraft.Draft202012, atLeast: 1000);

    [SharedMaterialFact(Suite)]
    public void Optional_draft_4() => Run("draft4/optional", SchemaDraft.Draft4, atLeast: 30);

    [SharedMaterialFact(Suite)]
    public void Optional_draft_6() => Run("draft6/optional", SchemaDraft.Draft6, atLeast: 30);

    [SharedMaterialFact(Suite)]
    public void Optional_draft_7() => Run("draft7/optional", SchemaDraft.Draft7, atLeast: 30);

    [SharedMaterialFact(Suite)]
    public void Optional_draft_2019_09() => Run("draft2019-09/optional", SchemaDraft.Draft201909, atLeast: 30);

    [SharedMaterialFact(Suite)]
    public void Optional_draft_2020_12() => Run("draft2020-12/optional", SchemaDraft.Draft202012, atLeast: 30);

    private void Run(string folder, SchemaDraft draft, int atLeast)
    {
        var (total, failures) = (0, new List<string>());
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "tests", folder), "*.json").Order(StringComparer.Ordinal))
            foreach (var group in JsonText.Read(File.ReadAllBytes(file)).Root.Items())
            {
                if (NotMet.ContainsKey($"{folder}/{Path.GetFileName(file)}")) continue;
                var schema = JsonSchema.Compile(JsonText.Read(Member(group, "schema").RawText), out var problems, new SchemaOptions { Draft = draft, Registry = Remotes(draft) });
                foreach (var test in Member(group, "tests").Items())
                {
                    total++;
                    var expected = Member(test, "valid").Kind == JsonKind.True;
                    var data = JsonText.Read(Member(test, "data").RawText).Root;
                    var name = $"{Path.GetFileName(file)}: {Member(group, "description").GetString()}: {Member(test, "description").GetString()}";
                    if (schema is null) failures.Add($"{name}: {problems[0].Message.Text(MessageLanguage.English)}");
                    else if (schema.IsValid(data) != expected || schema.Validate(data).Count == 0 != expected) failures.Add(name);
                }
            }

        output.WriteLine($"{folder}: {total - failures.Count} / {total}");
        Assert.True(total >= atLeast, $"only {total} tests");
        Assert.True(failures.Count == 0, $"{failures.Count} of {total}:\n{string.Join("\n", failures.Take(60))}");
    }

    private static SchemaRegistry Remotes(SchemaDraft draft)
    {
        var registry = new SchemaRegistry(draft);
        var remotes = Path.Combine(Root, "remotes");
        foreach (var file in Directory.EnumerateFiles(remotes, "*.json", SearchOption.AllDirectories))
            registry.Register("http://localhost:1234/" + Path.GetRelativePath(remotes, file).Replace('\\', '/'), JsonText.Read(File.ReadAllBytes(file)));
        return registry;
    }

    private static JsonValue Member(JsonValue value, string name) => value.TryGetMember(name, out var member) ? member : throw new InvalidOperationException(name);
}
