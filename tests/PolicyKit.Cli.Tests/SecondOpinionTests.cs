using System.Text.Json.Nodes;
using CsCheck;
using PolicyKit.Cli.Validation;
using PolicyKit.Compliance;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>JsonSchema.Net, another engine in the same process, judges as ours does; where it does not, <c>--second-opinion</c> says so.</summary>
public sealed class SecondOpinionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Kinds => [.. Enum.GetValues<DocumentKind>().Select(k => k.Name())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Both_engines_judge_every_example_alike(string name)
    {
        var (schema, opinion) = Engines(name);
        var count = 0;
        foreach (var (file, text) in Examples(name))
        {
            Assert.True(opinion.IsValid(text) == schema.IsValid(text.Root), file);
            count++;
        }

        Assert.True(count > 5, $"only {count} examples");
    }

    // A valid example in which one value somewhere is another: some stay valid, most do not.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Both_engines_judge_generated_instances_alike(string name)
    {
        var (schema, opinion) = Engines(name);
        var valid = Examples(name).Where(e => schema.IsValid(e.Text.Root)).Select(e => e.Text.Root.RawText).ToList();
        var verdicts = new int[2];
        Gen.Select(Gen.Int[0, valid.Count - 1].Select(i => valid[i]), Gen.Int[0, 10_000], Gen.Int[0, Values.Length - 1])
            .Sample(
                (example, place, value) =>
                {
                    var text = JsonText.Read(Mutated(example, place, Values[value]));
                    var isValid = schema.IsValid(text.Root);
                    Interlocked.Increment(ref verdicts[isValid ? 1 : 0]);
                    Assert.Equal(isValid, opinion.IsValid(text));
                },
                iter: 400
            );
        Assert.All(verdicts, count => Assert.True(count > 10, $"{verdicts[1]} valid, {verdicts[0]} invalid"));
    }

    [Fact]
    public void A_disagreement_is_an_internal_error_with_both_verdicts()
    {
        var document = SourceDocument.FromText("a.json", "5");
        var opinion = SecondOpinion.On(JsonText.Read("""{ "type": "string" }"""), [], assertFormats: false);
        var ours = new DocumentResult(document, ValueList<Problem>.Empty);
        var result = SecondOpinion.Compare(opinion, ours, isValid: true);
        var problem = Assert.Single(result.Problems);
        Assert.Equal("validate.disagreement", problem.Code);
        Assert.Contains(
            "PolicyKit: 適合、JsonSchema.Net: 不適合",
            problem.Message.ToString(),
            StringComparison.Ordinal
        );
        Assert.Same(ours, SecondOpinion.Compare(opinion, ours, isValid: false));
        var (file, summary) = (new FileResult(), new ValidationSummary(1));
        file.Add(result, maxProblems: 10);
        summary.Add(file, isByKind: false);
        Assert.Equal(ExitCode.Internal, summary.ExitCode);
    }

    [Fact]
    public void An_inspector_can_ask_for_it()
    {
        var declaration = Repository.PathOf("examples", "sewerage-billing", "system.json");
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", declaration, "--second-opinion").ExitCode);
        var schema = _folder.Write("s.json", """{ "$ref": "part.json" }""");
        _folder.Write("part.json", """{ "type": "string" }""");
        var (exitCode, output, _) = Policykit.Run(
            "validate",
            _folder.Write("d.json", "5"),
            "--schema",
            schema,
            "--second-opinion"
        );
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.DoesNotContain("validate.disagreement", output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_so_when_the_other_engine_cannot_judge()
    {
        var schema = _folder.Write("s.json", """{ "$schema": "http://json-schema.org/draft-04/schema#" }""");
        var (exitCode, output, _) = Policykit.Run(
            "validate",
            _folder.Write("d.json", "5"),
            "--schema",
            schema,
            "--second-opinion"
        );
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("validate.no-second-opinion", output, StringComparison.Ordinal);
    }

    private static readonly string[] Values =
    [
        "null",
        "5",
        "-1",
        "1.5",
        "\"\"",
        "\"x\"",
        "\"２\"",
        "[]",
        "{}",
        "true",
        "\"2026-04-01\"",
        "\"2026-02-30\"",
        "\"a.example.jp\"",
        "\"JP\"",
    ];

    private static (JsonSchema Schema, SecondOpinion Opinion) Engines(string name)
    {
        var kind = DocumentKindExtensions.Find(name)!.Value;
        return (
            DocumentSchemas.Of(kind),
            SecondOpinion.On(DocumentSchemas.Source(kind).Text, [], assertFormats: true)!
        );
    }

    private static IEnumerable<(string File, JsonText Text)> Examples(string name) =>
        Directory
            .EnumerateFiles(Repository.PathOf("schemas", "examples", name), "*.json", SearchOption.AllDirectories)
            .Select(f => (f, JsonText.Read(File.ReadAllBytes(f))))
            .Where(e => e.Item2.Error is null);

    private static string Mutated(string example, int place, string value)
    {
        var root = JsonNode.Parse(example)!;
        var all = Everything(root).ToList();
        var target = all[place % all.Count];
        switch (target.Parent)
        {
            case JsonObject parent:
                parent[target.GetPropertyName()] = JsonNode.Parse(value);
                break;
            case JsonArray parent:
                parent[target.GetElementIndex()] = JsonNode.Parse(value);
                break;
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Everything(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(m => Everything(m.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Everything).Prepend(a),
            null => [],
            _ => [node],
        };
}
