using System.Text;
using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Testing;
using Xunit.Abstractions;

namespace PolicyKit.Tests.Schemas;

/// <summary>
/// The files of <c>schemas/examples</c>: valid ones have no problem, invalid ones have exactly the problems beside them in Japanese,
/// and together they hold every constraint of every schema. With POLICYKIT_UPDATE_EXPECTED=1 the expected texts are written anew.
/// </summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    public static TheoryData<string> Kinds => [.. Enum.GetValues<DocumentKind>().Select(k => k.Name())];

    public static TheoryData<string> Valid => [.. Files("valid")];

    public static TheoryData<string> Invalid => [.. Files("invalid")];

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_example_has_no_problem(string file) => Assert.Empty(DocumentValidator.Validate(Read(file)));

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_example_has_exactly_the_problems_beside_it(string file)
    {
        var document = Read(file);
        var actual = new StringBuilder();
        foreach (var problem in DocumentValidator.Validate(document))
        {
            actual.Append(
                $"{problem.Location.Start.Line}:{problem.Location.Start.Column} [{problem.Code}] {problem.Message.Text(MessageLanguage.Japanese)}\n"
            );
            if (problem.Message.Remedy(MessageLanguage.Japanese) is { } remedy)
                actual.Append($"    → {remedy}\n");
        }

        var path = Path.ChangeExtension(PathOf(file), ".expected.txt");
        if (Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1")
            File.WriteAllText(path, actual.ToString());
        Assert.NotEqual(0, actual.Length);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ToString());
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void The_reader_and_its_lints_alone_find_a_problem_in_every_invalid_example(string file) =>
        Assert.NotEmpty(
            PolicyPack.Load([Read(file)]).Problems.Concat(StandardLints.Check(StandardSerializer.Read(Read(file))))
        );

    [Fact]
    public void There_are_enough_examples()
    {
        Assert.True(Files("valid").Count() >= 10);
        Assert.True(Files("invalid").Count() >= 40);
    }

    // Every constraint is dropped in turn; some example must then be judged otherwise.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_constraint_is_held_by_an_example(string kind)
    {
        var examples = Files("valid")
            .Concat(Files("invalid"))
            .Where(f => f.StartsWith(kind + "/", StringComparison.Ordinal))
            .Select(f => Read(f).Text.Root)
            .ToList();
        var schema = File.ReadAllText(Repository.PathOf("schemas", kind + ".schema.json"));
        var verdicts = Verdicts(schema, examples);
        var constraints = Constraints(JsonNode.Parse(schema)!, "").ToList();
        var unheld = constraints
            .AsParallel()
            .Where(c => Verdicts(Without(schema, c), examples).SequenceEqual(verdicts))
            .Order(StringComparer.Ordinal)
            .ToList();
        output.WriteLine(
            $"{kind}: {constraints.Count - unheld.Count} of {constraints.Count} constraints are held by {examples.Count} examples"
        );
        Assert.True(constraints.Count > 20);
        Assert.True(unheld.Count == 0, "No example notices that these are gone:\n" + string.Join("\n", unheld));
    }

    private static List<string> Verdicts(string schema, List<PolicyKit.Json.JsonValue> examples)
    {
        var compiled = JsonSchema
            .Compile(JsonText.Read(schema), new SchemaOptions { AssertFormats = true, MaxErrors = 10_000 })
            .Require();
        return examples.ConvertAll(e =>
            string.Join("\n", compiled.Validate(e).Select(x => $"{x.Instance.Pointer} {x.Keyword} {x.Message}"))
        );
    }

    private static string Without(string schema, string pointer)
    {
        var root = JsonNode.Parse(schema)!;
        var parts = pointer.Split('/').Skip(1).Select(p => p.Replace("~1", "/").Replace("~0", "~")).ToList();
        var parent = parts
            .SkipLast(1)
            .Aggregate(
                root,
                (node, part) =>
                    node is JsonArray array
                        ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]!
                        : node[part]!
            );
        if (parent is JsonArray list)
            list.RemoveAt(int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture));
        else
            parent.AsObject().Remove(parts[^1]);
        return root.ToJsonString();
    }

    // A keyword that says no to something; of `required` each name.
    private static IEnumerable<string> Constraints(JsonNode schema, string at)
    {
        if (schema is not JsonObject keywords)
            yield break;
        foreach (var (name, value) in keywords)
        {
            var here = $"{at}/{name}";
            switch (name)
            {
                case "type"
                or "enum"
                or "const"
                or "pattern"
                or "format"
                or "minimum"
                or "maximum"
                or "minItems"
                or "minProperties"
                or "unevaluatedProperties":
                    yield return here;
                    break;
                case "required":
                    for (var i = 0; i < value!.AsArray().Count; i++)
                        yield return $"{here}/{i}";
                    break;
                case "properties" or "$defs":
                    foreach (var (member, inner) in value!.AsObject())
                    foreach (
                        var constraint in Constraints(inner!, $"{here}/{member.Replace("~", "~0").Replace("/", "~1")}")
                    )
                        yield return constraint;
                    break;
                case "items" or "if" or "then":
                    if (name == "then")
                        yield return here;
                    foreach (var constraint in Constraints(value!, here))
                        yield return constraint;
                    break;
                case "anyOf" or "oneOf" or "allOf":
                    if (name != "allOf")
                        yield return here;
                    for (var i = 0; i < value!.AsArray().Count; i++)
                        foreach (var constraint in Constraints(value[i]!, $"{here}/{i}"))
                            yield return constraint;
                    break;
                case "title"
                or "description"
                or "examples"
                or "default"
                or "enumDescriptions"
                or "$schema"
                or "$id"
                or "$ref":
                    break;
                default:
                    throw new InvalidOperationException($"{here}: this keyword is not thought of here");
            }
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        from kind in Enum.GetValues<DocumentKind>().Select(k => k.Name())
        from path in Directory
            .GetFiles(Repository.PathOf("schemas", "examples", kind, folder), "*.json")
            .Order(StringComparer.Ordinal)
        select $"{kind}/{folder}/{Path.GetFileName(path)}";

    private static string PathOf(string file) => Repository.PathOf("schemas", "examples", file);

    private static SourceDocument Read(string file) => SourceDocument.FromBytes(file, File.ReadAllBytes(PathOf(file)));
}
