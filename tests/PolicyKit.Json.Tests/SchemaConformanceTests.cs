using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Testing;
using Xunit.Abstractions;

namespace PolicyKit.Json.Tests;

/// <summary>The JSON-Schema-Test-Suite: required, optional and format tests, remotes included, and the output tests.</summary>
public sealed class SchemaConformanceTests(ITestOutputHelper output)
{
    private const string Suite = "conformance/json-schema-test-suite";

    // Tests that are not met, by file and description, each with its reason.
    private static readonly Dictionary<string, string> NotMet = new(StringComparer.Ordinal)
    {
        ["draft7/optional/content.json"] =
            "contentEncoding and contentMediaType are annotations in every draft here, as they are since 2019-09",
    };

    private static readonly string Root = Path.Combine(Repository.SharedMaterial, Suite);

    public static TheoryData<string, int> Folders =>
        new()
        {
            { "draft4", 600 },
            { "draft6", 800 },
            { "draft7", 900 },
            { "draft2019-09", 1200 },
            { "draft2020-12", 1200 },
            { "draft4/optional", 30 },
            { "draft6/optional", 30 },
            { "draft7/optional", 30 },
            { "draft2019-09/optional", 30 },
            { "draft2020-12/optional", 30 },
        };

    public static TheoryData<string, int> FormatFolders =>
        new()
        {
            { "draft4/optional/format", 100 },
            { "draft6/optional/format", 200 },
            { "draft7/optional/format", 400 },
            { "draft2019-09/optional/format", 400 },
            { "draft2020-12/optional/format", 400 },
        };

    [SharedMaterialTheory(Suite)]
    [MemberData(nameof(Folders))]
    public void Passes_every_test(string folder, int atLeast) => Run(folder, atLeast, assertFormats: false);

    [SharedMaterialTheory(Suite)]
    [MemberData(nameof(FormatFolders))]
    public void Passes_every_test_of_formats(string folder, int atLeast) => Run(folder, atLeast, assertFormats: true);

    [SharedMaterialTheory(Suite)]
    [InlineData("draft2019-09", SchemaDraft.Draft201909)]
    [InlineData("draft2020-12", SchemaDraft.Draft202012)]
    public void Speaks_the_output_formats(string folder, SchemaDraft draft)
    {
        var (total, failures) = (0, new List<string>());
        foreach (var (file, group) in Groups(Path.Combine(Root, "output-tests", folder, "content")))
        {
            var schema = JsonSchema.Compile(Text(group, "schema"), new SchemaOptions { Draft = draft }).Require();
            foreach (var test in Member(group, "tests").Items())
            foreach (var expected in Member(test, "output").Members())
            {
                var registry = new SchemaRegistry(draft);
                registry.Register(
                    $"https://json-schema.org/draft/{folder["draft".Length..]}/output/schema",
                    JsonText.Read(File.ReadAllBytes(Path.Combine(Root, "output-tests", folder, "output-schema.json")))
                );
                var format = Enum.Parse<SchemaOutputFormat>(
                    expected.Name is "list" ? "basic" : expected.Name,
                    ignoreCase: true
                );
                var actual = JsonText.Read(schema.Output(Text(test, "data").Root, format));
                var judge = JsonSchema.Compile(
                    JsonText.Read(expected.Value.RawText),
                    new SchemaOptions { Draft = draft, Registry = registry }
                );
                total++;
                if (judge.Schema?.IsValid(actual.Root) != true)
                    failures.Add(
                        $"{file}: {Member(test, "description").GetString()}: {actual.Root} {judge.Problems.FirstOrDefault()?.Message}"
                    );
            }
        }

        output.WriteLine($"output-tests/{folder}: {total - failures.Count} / {total}");
        Assert.True(total >= 4, $"only {total} tests");
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private void Run(string folder, int atLeast, bool assertFormats)
    {
        var draft = Enum.Parse<SchemaDraft>("Draft" + folder.Split('/')[0]["draft".Length..].Replace("-", ""));
        var (total, failures) = (0, new List<string>());
        foreach (var (file, group) in Groups(Path.Combine(Root, "tests", folder)))
        {
            var compilation = JsonSchema.Compile(
                Text(group, "schema"),
                new SchemaOptions
                {
                    Draft = draft,
                    Registry = Remotes(draft),
                    AssertFormats = assertFormats,
                }
            );
            foreach (var test in Member(group, "tests").Items())
            {
                var expected = Member(test, "valid").Kind == JsonKind.True;
                var data = Text(test, "data").Root;
                var (place, name) = (
                    $"{folder}/{file}",
                    $"{file}: {Member(group, "description").GetString()}: {Member(test, "description").GetString()}"
                );
                var isMet =
                    compilation.Schema is { } schema
                    && schema.IsValid(data) == expected
                    && schema.Validate(data).Count == 0 == expected
                    && schema
                        .Output(data, SchemaOutputFormat.Basic)
                        .StartsWith($"{{\"valid\":{(expected ? "true" : "false")},", StringComparison.Ordinal);
                if (NotMet.ContainsKey(place) || NotMet.ContainsKey($"{folder}/{name}"))
                    continue;
                total++;
                if (!isMet)
                    failures.Add(
                        name + ": " + compilation.Problems.FirstOrDefault()?.Message.Text(MessageLanguage.English)
                    );
            }
        }

        output.WriteLine($"{folder}: {total - failures.Count} / {total}");
        Assert.True(total >= atLeast, $"only {total} tests");
        Assert.True(failures.Count == 0, $"{failures.Count} of {total}:\n{string.Join("\n", failures.Take(60))}");
    }

    private static IEnumerable<(string File, JsonValue Group)> Groups(string folder) =>
        from file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
        from test in JsonText.Read(File.ReadAllBytes(file)).Root.Items()
        select (Path.GetFileName(file), test);

    private static JsonText Text(JsonValue value, string name) => JsonText.Read(Member(value, name).RawText);

    private static SchemaRegistry Remotes(SchemaDraft draft)
    {
        var registry = new SchemaRegistry(draft);
        var remotes = Path.Combine(Root, "remotes");
        foreach (var file in Directory.EnumerateFiles(remotes, "*.json", SearchOption.AllDirectories))
            registry.Register(
                "http://localhost:1234/" + Path.GetRelativePath(remotes, file).Replace('\\', '/'),
                JsonText.Read(File.ReadAllBytes(file))
            );
        return registry;
    }

    private static JsonValue Member(JsonValue value, string name) =>
        value.TryGetMember(name, out var member) ? member : throw new InvalidOperationException(name);
}
