using System.Text.Json.Nodes;
using PolicyKit.Testing;

namespace PolicyKit.Packs.MunicipalBaseline.Tests;

/// <summary>
/// The migration note lists every difference between the edition that it leaves and the one that ships: the table is
/// made of the two files. With <c>POLICYKIT_UPDATE_EXPECTED=1</c> it is written anew.
/// </summary>
public sealed class MigrationNoteTests
{
    private const string Begin = "<!-- differences: generated -->\n";
    private const string End = "<!-- end of differences -->\n";

    private static readonly string Note = Repository.PathOf("docs", "migration-2026.2.md");

    private static readonly JsonNode Old = Read(
        "tests",
        "PolicyKit.Packs.MunicipalBaseline.Tests",
        "Editions",
        "standard-2026.1.json"
    );

    private static readonly JsonNode Current = Read("src", "PolicyKit.Packs.MunicipalBaseline", "standard.json");

    [Fact]
    public void The_note_lists_every_difference_of_the_two_editions()
    {
        var page = File.ReadAllText(Note).ReplaceLineEndings("\n");
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, "the note has no place for the differences");
        var expected = page[..(from + Begin.Length)] + new EditionDifferences(Old, Current).Table() + page[to..];
        if (Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1")
            File.WriteAllText(Note, expected);
        Assert.Equal(expected, File.ReadAllText(Note).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_editions_are_the_ones_that_the_note_is_of() =>
        Assert.Equal(
            ("2026.1", "2026.2"),
            (Old["version"]!.GetValue<string>(), Current["version"]!.GetValue<string>())
        );

    // What whoever moves has to know by name: shown by the table, whatever else it holds.
    [Theory]
    [InlineData("| 5.3-01 `human.incident-report` |", "`counting`")]
    [InlineData("| 9.3-04 `evaluation.publication` |", "`counting`")]
    [InlineData("| 2-10 `assets.code-classification` |", "規則 / rule PK2001")]
    [InlineData("| 2-11 `assets.leak-to-logs` |", "規則 / rule PK2002")]
    [InlineData("| 8.3-01 `outsourcing.external-services` |", "規則 / rule PK2004")]
    [InlineData("| `newcomers.training-months` |", "新しい / new")]
    public void A_difference_stands_in_its_row(string row, string difference)
    {
        var line = File.ReadLines(Note).Single(l => l.StartsWith(row, StringComparison.Ordinal));
        Assert.Contains(difference, line, StringComparison.Ordinal);
    }

    private static JsonNode Read(params string[] path) => JsonNode.Parse(File.ReadAllText(Repository.PathOf(path)))!;
}
