using PolicyKit.Instruments.Rendering;
using PolicyKit.Instruments.Sources;

namespace PolicyKit.Instruments.Tests;

/// <summary>Texts that nobody wrote: lines lost, doubled, in another order, cut and joined. Nothing of them is lost.</summary>
public sealed class MutatedTextTests
{
    private static readonly string Folder = PolicyKit.Testing.Repository.PathOf(
        "tests",
        "PolicyKit.Instruments.Tests",
        "Fixtures"
    );

    [Theory]
    [MemberData(nameof(FixtureTests.Texts), MemberType = typeof(FixtureTests))]
    public void Whatever_is_read_comes_back_line_by_line(string file)
    {
        var source = SourceReader.Read(file, File.ReadAllBytes(Path.Combine(Folder, file))).Text!;
        var random = new Random(40);
        for (var i = 0; i < 15; i++)
        {
            var lines = source.Lines.ToList();
            for (var change = 0; change < 1 + (i % 8); change++)
                Mutate(lines, random);
            var text = Again(
                file,
                source with
                {
                    Lines = [.. lines.Select((line, at) => line with { Number = at + 1 })],
                }
            );
            var result = PolicyImport.Import(text, new ImportOptions { Body = "試験市", Title = "規程" });
            if (result.Policy is not { } policy)
                continue;
            Assert.Equal(text.Joined, PolicyText.Render(policy));
            var again = Policies.PolicySerializer.Read(Written(policy)).Value!;
            Assert.Equal(Written(policy).Content, Written(again).Content);
        }
    }

    // What is a row of Markdown shows in its characters.
    private static SourceText Again(string file, SourceText text) =>
        text.Format == Policies.SourceFormat.Markdown ? SourceReader.Lines(file, text.Joined) : text;

    private static Reading.SourceDocument Written(Policies.SecurityPolicy policy) =>
        Reading.SourceDocument.FromText("policy.json", Policies.PolicySerializer.Write(policy));

    private static void Mutate(List<SourceLine> lines, Random random)
    {
        if (lines.Count < 2)
            return;
        var (at, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3 when lines[at].Text.Length > 1:
                var cut = random.Next(lines[at].Text.Length);
                lines.Insert(at + 1, lines[at] with { Text = lines[at].Text[cut..] });
                lines[at] = lines[at] with { Text = lines[at].Text[..cut] };
                break;
            case 4 when at + 1 < lines.Count:
                lines[at] = lines[at] with { Text = lines[at].Text + lines[at + 1].Text };
                lines.RemoveAt(at + 1);
                break;
            default:
                lines.Insert(at, lines[at] with { Text = "", IsRow = false });
                break;
        }
    }
}
