using NodaTime;
using NodaTime.Text;
using PolicyKit.Instruments.Amendments;
using PolicyKit.Instruments.Sources;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Testing;

namespace PolicyKit.Instruments.Tests;

/// <summary>
/// 改め文 of thirty-six pairs of texts, each with the amendment that a drafter wrote for it before there was any here.
/// Where ours says the same in other words of the convention, both stand in the folder.
/// </summary>
public sealed class AmendmentTextTests
{
    // What the drafter would not write by machine.
    private static readonly string[] Refused = ["33", "34", "35", "36"];

    public static TheoryData<string> Cases => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static string Folder => Repository.PathOf("tests", "PolicyKit.Instruments.Tests", "Fixtures", "amendments");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_written_as_the_conventions_have_it(string name)
    {
        var path = Path.Combine(Folder, name, "expected.txt");
        var actual = Text(Written(name));
        if (Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Fact]
    public void Most_are_word_for_word_what_the_drafter_wrote()
    {
        var same = Names.Count(c => Drafted(c) == Lines(Written(c)));
        Assert.True(same >= 22, $"{same}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Carried_out_by_another_reader_it_makes_the_new_text(string name)
    {
        var amendment = Written(name);
        var isOfWholeText = amendment.Notes.Any(n => n.Code == "amendment.whole");
        if (amendment.Lines.Count == 0 || isOfWholeText)
            return;
        var made = AmendedLines.Of(File.ReadAllLines(Path.Combine(Folder, name, "old.txt")), amendment.Lines);
        Assert.Equal(AmendedLines.Bare(File.ReadAllLines(Path.Combine(Folder, name, "new.txt"))), made);
    }

    [Fact]
    public void What_a_drafter_gives_back_is_refused_with_the_reason()
    {
        Assert.All(Refused, c => Assert.NotEmpty(Written(c).Refusals));
        Assert.All(Refused, c => Assert.Empty(Written(c).Lines));
        Assert.Contains("第５条が重複", Text(Written("33")), StringComparison.Ordinal);
        Assert.Contains(
            "第６条の「第５条」は改正前の第５条を指していました",
            Text(Written("34")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_text_that_did_not_change_has_nothing_to_amend()
    {
        var old = Read(Path.Combine(Folder, "01", "old.txt"));
        Assert.Equal("amendment.nothing", Assert.Single(AmendmentText.Of(old, old, new()).Refusals).Code);
    }

    private static AmendmentResult Written(string name)
    {
        var folder = Path.Combine(Folder, name);
        var day = Path.Combine(folder, "effective-on.txt");
        LocalDate? effective = File.Exists(day) ? LocalDatePattern.Iso.Parse(File.ReadAllText(day).Trim()).Value : null;
        return AmendmentText.Of(
            Read(Path.Combine(folder, "old.txt")),
            Read(Path.Combine(folder, "new.txt")),
            new AmendmentOptions { EffectiveOn = effective }
        );
    }

    private static string? Drafted(string name) =>
        Path.Combine(Folder, name, "drafted.txt") is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    private static string Lines(AmendmentResult result) => string.Concat(result.Lines.Select(l => l + "\n"));

    private static string Text(AmendmentResult result) =>
        Lines(result)
        + string.Concat(result.Refusals.Select(r => $"! {r.Text(MessageLanguage.Japanese)}\n"))
        + string.Concat(result.Notes.Select(n => $"  {n.Text(MessageLanguage.Japanese)}\n"));

    private static SecurityPolicy Read(string path) =>
        PolicyImport
            .Import(
                SourceReader.Read(path, File.ReadAllBytes(path)).Text!,
                new ImportOptions { Adopted = new LocalDate(2020, 1, 1) }
            )
            .Policy!;
}
