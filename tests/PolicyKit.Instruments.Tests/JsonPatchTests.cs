using System.Text.Json.Nodes;
using CsCheck;
using PolicyKit.Instruments.Comparison;

namespace PolicyKit.Instruments.Tests;

/// <summary>What makes one file of another makes exactly that file.</summary>
public sealed class JsonPatchTests
{
    private static readonly Gen<JsonNode?> Leaf = Gen.OneOf(
        Gen.Int[0, 3].Select(i => (JsonNode?)i),
        Gen.Int[0, 3].Select(i => (JsonNode?)new[] { "あ", "a/b", "~", "" }[i]),
        Gen.Bool.Select(b => (JsonNode?)b),
        Gen.Const((JsonNode?)null)
    );

    private static readonly string[] Names = ["a", "b/c", "~d", "え"];

    [Fact]
    public void Applied_to_the_old_document_it_gives_the_new_one() =>
        Gen.Select(Node(3), Node(3))
            .Sample(
                (old, now) =>
                {
                    var (one, other) = (
                        new JsonObject { ["x"] = old?.DeepClone() },
                        new JsonObject { ["x"] = now?.DeepClone() }
                    );
                    var patch = JsonPatch.Between(one, other);
                    Assert.True(JsonNode.DeepEquals(other, JsonPatch.Apply(one, patch)));
                    Assert.Equal(JsonNode.DeepEquals(one, other), patch.Count == 0);
                },
                iter: 5_000
            );

    [Theory]
    [InlineData("[{\"op\":\"remove\",\"path\":\"/b\"}]")]
    [InlineData("[{\"op\":\"replace\",\"path\":\"/a/9\",\"value\":1}]")]
    [InlineData("[{\"op\":\"move\",\"path\":\"/a\"}]")]
    [InlineData("[{\"op\":\"add\"}]")]
    [InlineData("[1]")]
    public void What_does_not_fit_is_refused(string patch) =>
        Assert.Throws<FormatException>(() =>
            JsonPatch.Apply(JsonNode.Parse("{\"a\":[1,2]}")!, JsonNode.Parse(patch)!.AsArray())
        );

    private static Gen<JsonNode?> Node(int depth)
    {
        if (depth == 0)
            return Leaf;
        var inner = Node(depth - 1);
        var list = inner.Array[0, 5].Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]));
        var members = Gen.Select(Gen.Int[0, 3].Select(i => Names[i]), inner).Array[0, 4];
        var record = members.Select(pairs =>
        {
            var made = new JsonObject();
            foreach (var (name, value) in pairs)
                made[name] = value?.DeepClone();
            return (JsonNode?)made;
        });
        return Gen.OneOf(Leaf, list, record);
    }
}
