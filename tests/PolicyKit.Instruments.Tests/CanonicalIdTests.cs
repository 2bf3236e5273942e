using System.Text;
using System.Text.Json.Nodes;
using PolicyKit.Instruments.Identification;
using PolicyKit.Policies;
using PolicyKit.Testing;

namespace PolicyKit.Instruments.Tests;

/// <summary>The canonical ids stand in one table, and whatever lists them is made of it.</summary>
public sealed class CanonicalIdTests
{
    [Fact]
    public void The_ten_sections_and_the_nine_measures_are_in_the_table()
    {
        var ids = CanonicalLexicon.Entries.Select(e => e.Id).ToHashSet();
        Assert.Subset(ids, MeasureKindExtensions.ByName.Values.Select(k => k.ProvisionId().Value).ToHashSet());
        Assert.Equal(10, CanonicalLexicon.Entries.Count(e => e.Beneath is null));
        Assert.Equal(ids.Count, CanonicalLexicon.Entries.Count);
        Assert.All(CanonicalLexicon.Entries.Where(e => e.Beneath is not null), e => Assert.Contains(e.Beneath!, ids));
        Assert.All(
            CanonicalLexicon.Entries.Where(e => e.Beneath is not null),
            e => Assert.StartsWith(e.Beneath + ".", e.Id, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_schema_offers_them_to_editors()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("schemas", "policy.schema.json")))!;
        var ids = CanonicalLexicon.Entries.Select(e => e.Id);
        Assert.Equal(ids, Examples(schema["$defs"]!["provision"]!["properties"]!["id"]!));
        Assert.Equal(ids, Examples(schema["properties"]!["mapping"]!["items"]!["properties"]!["canonical"]!));
    }

    [Fact]
    public void The_page_lists_them_with_their_names()
    {
        var path = Repository.PathOf("docs", "canonical-ids.md");
        if (Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1")
            File.WriteAllText(path, Page());
        Assert.Equal(File.ReadAllText(path), Page());
    }

    private static IEnumerable<string> Examples(JsonNode schema) =>
        schema["examples"]!.AsArray().Select(e => e!.GetValue<string>());

    private static string Page()
    {
        var page = new StringBuilder(
            "# 条項の標準のID / canonical ids of provisions\n\n"
                + "対策は、番号ではなくこのIDで方針の条項を指します。自分の団体の条項に当てはまるIDを `id` に書くか、"
                + "別のIDを使うときは方針の `mapping` に対応を書いてください。この表は生成したものです。\n\n"
                + "Controls name provisions by these ids and never by numbers. Give a provision the id that fits, or name your own "
                + "provision in the policy's `mapping`. This table is generated.\n\n"
                + "| ID | 名称 | 取り込みで見分ける見出し / headings that import recognises |\n|---|---|---|\n"
        );
        foreach (var entry in CanonicalLexicon.Entries)
            page.Append($"| `{entry.Id}` | {entry.Name} | {string.Join("、", entry.Headings)} |\n");
        return page.ToString();
    }
}
