using System.Text;
using CsCheck;
using PolicyKit.Instruments.Rendering;
using PolicyKit.Instruments.Sources;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Tests;

/// <summary>What holds for texts of every numbering system and layout.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Headings =
    [
        "目的",
        "定義",
        "適用範囲",
        "組織体制",
        "技術的セキュリティ",
        "見直し",
        "委任",
    ];
    private static readonly string[] Sentences =
    [
        "情報を守る。",
        "市は、前条の対策を行う。",
        "次に掲げるものとする。",
        "年に1回、（必要なときは随時）見直す。",
    ];

    [Fact]
    public void An_imported_text_comes_back_letter_for_letter() =>
        Texts()
            .Sample(
                made =>
                {
                    var source = SourceReader.Lines("a.txt", made.Text);
                    var policy = PolicyImport.Import(source, Options).Policy!;
                    Assert.Equal(made.Text, PolicyText.Render(policy));
                },
                iter: 400
            );

    [Fact]
    public void The_provisions_of_a_text_are_those_it_was_made_of() =>
        Texts()
            .Sample(
                made =>
                {
                    var policy = PolicyImport.Import(SourceReader.Lines("a.txt", made.Text), Options).Policy!;
                    Assert.Equal(made.Provisions, Provisions(policy));
                },
                iter: 400
            );

    [Fact]
    public void A_policy_that_was_imported_is_imported_again_from_each_of_its_renderings() =>
        Texts()
            .Sample(
                made =>
                {
                    var policy = PolicyImport.Import(SourceReader.Lines("a.txt", made.Text), Options).Policy!;
                    var lines = PolicyText.Lines(policy);
                    var json = PolicySerializer.Write(policy);
                    Assert.Equal(policy, PolicySerializer.Read(Reading.SourceDocument.FromText("p.json", json)).Value);
                    var text = SourceReader.Lines("a.txt", PolicyText.Render(policy));
                    var page = SourceReader.Read(
                        "a.html",
                        Encoding.UTF8.GetBytes(PolicyHtml.Render(policy, lines, false))
                    );
                    var word = SourceReader.Read("a.docx", PolicyWord.Render(lines, false));
                    Assert.Equal(policy, PolicyImport.Import(text, Options).Policy);
                    Assert.Equal(Provisions(policy), Provisions(PolicyImport.Import(page.Text!, Options).Policy!));
                    Assert.Equal(Provisions(policy), Provisions(PolicyImport.Import(word.Text!, Options).Policy!));
                    Assert.Equal(text.Joined, page.Text!.Joined);
                    Assert.Equal(text.Joined, word.Text!.Joined);
                },
                iter: 150
            );

    [Fact]
    public void Vertical_writing_is_an_option_of_pages()
    {
        var policy = PolicyImport
            .Import(SourceReader.Lines("a.txt", "みどり町規程\n第1条　定める。\n"), Options)
            .Policy!;
        Assert.Contains(
            "vertical-rl",
            PolicyHtml.Render(policy, PolicyText.Lines(policy), true),
            StringComparison.Ordinal
        );
    }

    private static ImportOptions Options => new() { Body = "みどり町", Adopted = new NodaTime.LocalDate(2026, 4, 1) };

    private static string Provisions(SecurityPolicy policy) =>
        string.Concat(
            ProvisionStep
                .All(policy.Provisions)
                .Select(p =>
                    $"{p[^1].Depth} {p[^1].Provision.Number}|{p[^1].Provision.Heading}|{p[^1].Provision.Text}\n"
                )
        );

    private sealed record Made(string Text, string Provisions);

    private static Gen<Made> Texts() => Gen.OneOf(Articles(), Outlines());

    // Articles with （見出し） above or beside, paragraphs from 2, items and subitems in each system.
    private static Gen<Made> Articles() =>
        Gen.Select(
            Gen.Int[1, 5],
            Gen.Int[0, 2],
            Gen.Int[0, 3],
            Gen.Int[0, 2],
            Gen.Int[0, 1_000_000],
            Gen.Bool,
            (articles, layout, items, subitems, seed, isKanji) =>
                ArticleText(articles, layout, items, subitems, new Random(seed), isKanji)
        );

    private static Made ArticleText(int articles, int layout, int items, int subitems, Random random, bool isKanji)
    {
        var (text, list) = (new StringBuilder("みどり町情報規程\n\n"), new StringBuilder());
        for (var i = 1; i <= articles; i++)
        {
            var number = isKanji ? $"第{Kanji(i)}条" : $"第{i}条";
            var (heading, sentence) = (
                Headings[random.Next(Headings.Length)],
                Sentences[random.Next(Sentences.Length)]
            );
            text.Append(
                layout switch
                {
                    0 => $"（{heading}）\n{number}　{sentence}\n",
                    1 => $"　（{heading}）\n{number}　{sentence}\n",
                    _ => $"{number}（{heading}）　{sentence}\n",
                }
            );
            list.Append($"0 {number}|{heading}|{sentence}\n");
            for (var item = 1; item <= random.Next(4); item++)
            {
                var mark = Item(items, item);
                text.Append($"{mark}　事項その{item}\n");
                list.Append($"1 {mark}||事項その{item}\n");
                for (var sub = 1; sub <= (subitems == 0 ? 0 : random.Next(3)); sub++)
                {
                    var below = subitems == 1 ? "アイウ"[sub - 1] : "イロハ"[sub - 1];
                    text.Append($"　{below}　細目{sub}\n");
                    list.Append($"2 {below}||細目{sub}\n");
                }
            }

            for (var paragraph = 2; paragraph <= 1 + random.Next(3); paragraph++)
            {
                var printed = isKanji ? $"{(char)('０' + paragraph)}" : $"{paragraph}";
                text.Append($"{printed}　{Sentences[0]}\n");
                list.Append($"1 {printed}||{Sentences[0]}\n");
            }
        }

        text.Append("附　則\nこの規程は、公布の日から施行する。\n");
        list.Append("0 |附　則|\n1 ||この規程は、公布の日から施行する。\n");
        return new Made(text.ToString(), list.ToString());
    }

    // Sections with headings, in each system of the first and the second level.
    private static Gen<Made> Outlines() =>
        Gen.Select(
            Gen.Int[1, 5],
            Gen.Int[0, 4],
            Gen.Int[0, 4],
            Gen.Int[0, 1_000_000],
            Gen.Bool,
            (sections, first, second, seed, isSpaced) =>
                OutlineText(sections, first, second, new Random(seed), isSpaced)
        );

    private static Made OutlineText(int sections, int first, int second, Random random, bool isSpaced)
    {
        var (text, list) = (new StringBuilder("みどり町情報方針\n\n"), new StringBuilder());
        for (var i = 1; i <= sections; i++)
        {
            var (number, heading) = (Section(first, i), Headings[random.Next(Headings.Length)]);
            text.Append($"{number}　{heading}\n　{Sentences[0]}\n");
            list.Append($"0 {number}|{heading}|{Sentences[0]}\n");
            for (var item = 1; item <= random.Next(4); item++)
            {
                var mark = Item(second, item);
                text.Append($"{mark}　{Headings[item]}\n　　{Sentences[1]}\n");
                list.Append($"1 {mark}|{Headings[item]}|{Sentences[1]}\n");
            }

            text.Append(isSpaced ? "\n" : "");
        }

        return new Made(text.ToString(), list.ToString());
    }

    private static string Section(int system, int value) =>
        system switch
        {
            0 => $"{value}",
            1 => $"{value}.",
            2 => $"{(char)('０' + value)}．",
            3 => $"第{value}",
            _ => Kanji(value),
        };

    private static string Item(int system, int value) =>
        system switch
        {
            0 => $"({value})",
            1 => $"{(char)('⑴' + value - 1)}",
            2 => $"{(char)('①' + value - 1)}",
            3 => $"（{(char)('０' + value)}）",
            _ => $"({"アイウエ"[value - 1]})",
        };

    private static string Kanji(int value) => "一二三四五六七八九"[value - 1].ToString();
}
