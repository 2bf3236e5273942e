using NodaTime;
using PolicyKit.Instruments.Amendments;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;
using PolicyKit.Testing;

namespace PolicyKit.Instruments.Tests;

/// <summary>
/// Texts changed at random: whatever is written makes the new text when another reader carries it out, and what is not
/// written is refused with a reason.
/// </summary>
public sealed class MutatedAmendmentTests
{
    private const int PerText = 8;
    private static string Folder => Repository.PathOf("tests", "PolicyKit.Instruments.Tests", "Fixtures", "amendments");

    private static readonly string[] Others = ["記録媒体", "統括責任者", "年度", "デジタル推進課", "速やかに報告する"];

    public static TheoryData<string> Texts =>
        [.. Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_written_makes_the_new_text(string name)
    {
        var random = new Random(int.Parse(name));
        for (var i = 0; i < PerText; i++)
        {
            var old = new ClerksDocument(Old(name));
            var now = new ClerksDocument(Old(name));
            for (var change = random.Next(1, 4); change > 0; change--)
                Change(now, random);
            var (before, after) = (Read(old), Read(now));
            if (before is null || after is null)
                continue;
            var amendment = AmendmentText.Of(before, after, new AmendmentOptions());
            Assert.NotEqual(amendment.Lines.Count == 0, amendment.Refusals.Count == 0);
            if (amendment.Lines.Count > 0 && !amendment.Notes.Any(n => n.Code == "amendment.whole"))
                Assert.Equal(AmendedLines.Bare(now.Lines), AmendedLines.Of([.. old.Lines], amendment.Lines));
        }
    }

    // A reference that was left behind, or a text that says too little of the old one, is given back.
    [Fact]
    public void Most_are_written()
    {
        var (written, all) = (0, 0);
        foreach (var name in Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)))
        {
            var (old, now) = (new ClerksDocument(Old(name)), new ClerksDocument(Old(name)));
            Change(now, new Random(int.Parse(name)));
            if (Read(old) is not { } before || Read(now) is not { } after || old.Lines.SequenceEqual(now.Lines))
                continue;
            all++;
            written += AmendmentText.Of(before, after, new AmendmentOptions()).Lines.Count > 0 ? 1 : 0;
        }

        Assert.True(written >= 0.7 * all, $"{written} of {all}");
    }

    private static void Change(ClerksDocument document, Random random)
    {
        var articles = document.Nodes.FindAll(n => n.Unit == "条" && !n.Printed.Contains('の'));
        if (articles.Count < 2)
            return;
        var article = articles[random.Next(articles.Count)];
        var siblings = random.Next(3) > 0 ? article.Children : document.Nodes;
        switch (random.Next(4))
        {
            case 0 when siblings.FindAll(IsNumbered) is { Count: > 1 } numbered:
                Delete(siblings, numbered[random.Next(numbered.Count)]);
                break;
            case 1 when siblings.FindAll(IsNumbered) is { Count: > 0 } numbered:
                Insert(siblings, numbered[random.Next(numbered.Count)], random);
                break;
            default:
                Reword(article.Children.Count > 0 && random.Next(2) == 0 ? article.Children[^1] : article, random);
                break;
        }
    }

    private static bool IsNumbered(ClerksNode node) => node.Unit is "条" or "項" or "号" && !node.Number.Contains('-');

    private static void Delete(List<ClerksNode> siblings, ClerksNode gone)
    {
        Renumber(siblings, gone, -1);
        siblings.Remove(gone);
    }

    private static void Insert(List<ClerksNode> siblings, ClerksNode behind, Random random)
    {
        Renumber(siblings, behind, 1);
        var added = new ClerksNode
        {
            Unit = behind.Unit,
            Printed = behind.Printed,
            Heading = behind.Heading is null ? null : "（点検）",
            Text =
                $"{Others[random.Next(Others.Length)]}の取扱いについては、毎月点検し、その結果を記録しなければならない。",
        };
        added.Renumber($"{int.Parse(behind.Number) + 1}");
        siblings.Insert(siblings.IndexOf(behind) + 1, added);
    }

    private static void Renumber(List<ClerksNode> siblings, ClerksNode from, int by)
    {
        var later = siblings.Skip(siblings.IndexOf(from) + 1).Where(s => s.Unit == from.Unit && IsNumbered(s));
        foreach (var sibling in later)
            sibling.Renumber($"{int.Parse(sibling.Number) + by}");
    }

    private static void Reword(ClerksNode node, Random random)
    {
        var at = random.Next(Math.Max(1, node.Text.Length - 6));
        var length = Math.Min(random.Next(0, 6), node.Text.Length - at);
        node.Text = node.Text[..at] + Others[random.Next(Others.Length)] + node.Text[(at + length)..];
    }

    private static string[] Old(string name) => File.ReadAllLines(Path.Combine(Folder, name, "old.txt"));

    private static SecurityPolicy? Read(ClerksDocument document) =>
        PolicyImport
            .Import(
                SourceReader.Lines("text.txt", string.Concat(document.Lines.Select(l => l + "\n"))),
                new ImportOptions { Adopted = new LocalDate(2020, 1, 1), Body = "団体" }
            )
            .Policy;
}
