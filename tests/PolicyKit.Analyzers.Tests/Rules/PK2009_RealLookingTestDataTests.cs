using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2009_RealLookingTestDataTests
{
    private const string Library = """

        public class Juumin { public string KojinBango { get; set; } = ""; public string Denwa { get; set; } = "";
            public string Jusho { get; set; } = ""; public string Memo { get; set; } = "";
                public long MyNumber { get; set; } }
        public record Setai(string Shimei, string KojinBango, string Jusho);
        public class Chosha { public string Denwa { get; set; } = ""; public string Jusho { get; set; } = ""; }
        public class Builder { public void HasData(params object[] rows) { } public void Sql(string sql) { } }
        """;

    private static readonly Check Rule = new("PK2009");

    public static Cases Reported { get; } =
        new()
        {
            {
                "an individual number in a test",
                "class JuuminTests { Juumin M() => new() { KojinBango = [|\"123456789018\"|] }; }"
            },
            { "with gaps", "class JuuminTests { Juumin M() => new() { KojinBango = [|\"1234-5678-9018\"|] }; }" },
            {
                "in full width",
                "class JuuminTests { Juumin M() => new() { KojinBango = [|\"１２３４５６７８９０１８\"|] }; }"
            },
            { "as a number", "class JuuminTests { Juumin M() => new() { MyNumber = [|123456789018L|] }; }" },
            { "without a name", "class JuuminTests { string[] All => new[] { [|\"987654321093\"|] }; }" },
            {
                "an argument of a record",
                "class SetaiTests { Setai M() => new(\"山田\", [|\"987654321093\"|], \"\"); }"
            },
            {
                "rows of a model",
                "class Model { void M(Builder b) => b.HasData(new Juumin { KojinBango = [|\"123456789018\"|] }); }"
            },
            {
                "a statement of SQL",
                "class JuuminSeeder { void M(Builder b) => b.Sql([|\"INSERT "
                    + "INTO juumin VALUES ('山田', '123456789018')\"|]); }"
            },
            {
                "lines of a file",
                "class ShokiData { const string Csv = [|\"山田太郎,1980-01-01,123456789018,男\"|]; }"
            },
            { "a mobile phone", "class JuuminTests { Juumin M() => new() { Denwa = [|\"090-3821-4476\"|] }; }" },
            { "a phone without hyphens", "class JuuminTests { Juumin M() => new() { Denwa = [|\"08038214476\"|] }; }" },
            { "a phone of a house", "class JuuminTests { Juumin M() => new() { Denwa = [|\"048-829-1742\"|] }; }" },
            {
                "a phone in a note",
                "class JuuminTests { Juumin M() => new() { Memo = [|\"連絡先 070-3391-8842 (夜間)\"|] }; }"
            },
            {
                "a phone by its country",
                "class JuuminTests { Juumin M() => new() { Denwa = [|\"+81-90-3821-4476\"|] }; }"
            },
            {
                "an address",
                "class JuuminTests { Juumin M() => new() { Jusho = [|\"埼玉県さいたま市浦和区高砂三丁目15番27号\"|] }; }"
            },
            {
                "an address with hyphens",
                "class JuuminTests { Juumin M() => new() { Jusho = [|\"さいたま市大宮区桜木町1-7-5\"|] }; }"
            },
            {
                "an address without a name",
                "class JuuminSeeder { string[] M() => [[|\"東京都板橋区板橋2-66-14\"|]]; }"
            },
            {
                "an address in full width",
                "class JuuminTests { Juumin M() => new() { Jusho = [|\"埼玉県川口市青木２－１－１８\"|] }; }"
            },
            {
                "a namespace of tests",
                "namespace Moh.Gesui.Tests { class Hojo { Juumin M() => new() { Denwa = [|\"090-3821-4476\"|] }; } }"
            },
            {
                "a method that seeds",
                "class Db { void SeedJuumin(List<Juumin> l) => l.Add(new() { Denwa = [|\"090-3821-4476\"|] }); }"
            },
            {
                "a dictionary",
                "class JuuminTests { void M(Dictionary<string, string> d) => d[\"個人番号\"] = [|\"123456789018\"|]; }"
            },
            { "a name in Japanese", "class 住民テスト { string 電話番号 = [|\"090-3821-4476\"|]; }" },
        };

    public static Cases Harmless { get; } =
        new()
        {
            { "a wrong check digit", "class JuuminTests { Juumin M() => new() { KojinBango = \"123456789012\" }; }" },
            { "all digits the same", "class JuuminTests { Juumin M() => new() { KojinBango = \"000000000000\" }; }" },
            {
                "code of the system itself",
                "class JuuminService { Juumin M() => new() { KojinBango = \"123456789018\" }; }"
            },
            { "a moment", "class JuuminTests { string[] M() => [\"202604011236\"]; }" },
            {
                "a code of an article",
                "class ShohinTests { void M() { var barcode = \"123456789018\"; _ = barcode; } }"
            },
            { "a part of a greater number", "class JuuminTests { string M() => \"1234567890181\"; }" },
            { "a part of an id", "class JuuminTests { string M() => \"A123456789018\"; }" },
            { "zeros for a phone", "class JuuminTests { Juumin M() => new() { Denwa = \"090-0000-0000\" }; }" },
            { "digits that rise", "class JuuminTests { Juumin M() => new() { Denwa = \"090-1234-5678\" }; }" },
            { "the same for a house", "class JuuminTests { Juumin M() => new() { Denwa = \"03-1234-5678\" }; }" },
            { "a free call", "class JuuminTests { Juumin M() => new() { Denwa = \"0120-444-113\" }; }" },
            {
                "a phone that nobody can have",
                "class JuuminTests { Juumin M() => new() { Denwa = \"000-3821-4476\" }; }"
            },
            { "a phone of an office", "class ChoshaTests { Chosha M() => new() { Denwa = \"048-829-1742\" }; }" },
            {
                "an address of an office",
                "class ChoshaTests { Chosha M() => new() { Jusho = \"埼玉県さいたま市浦和区高砂3-15-27\" }; }"
            },
            {
                "an address that is made up",
                "class JuuminTests { Juumin M() => new() { Jusho = \"架空県見本市中央1-5-7\" }; }"
            },
            {
                "an address with circles",
                "class JuuminTests { Juumin M() => new() { Jusho = \"埼玉県○○市中央1-5-7\" }; }"
            },
            {
                "ones for an address",
                "class JuuminTests { Juumin M() => new() { Jusho = \"埼玉県さいたま市浦和区高砂1-1-1\" }; }"
            },
            {
                "numbers that rise",
                "class JuuminTests { Juumin M() => new() { Jusho = \"東京都千代田区霞が関1-2-3\" }; }"
            },
            {
                "a town without a number",
                "class JuuminTests { Juumin M() => new() { Jusho = \"埼玉県さいたま市浦和区高砂\" }; }"
            },
            { "a sentence", "class JuuminTests { string M() => \"市区町村の一覧を2件返す\"; }" },
            { "a date", "class JuuminTests { string M() => \"2026-04-01\"; }" },
            { "a version", "class JuuminTests { string M() => \"1.2.3-045-829-1742\"; }" },
            {
                "a word that only begins like a test",
                "class Attestation { Juumin M() => new() { Denwa = \"090-3821-4476\" }; }"
            },
            { "the latest of something", "class LatestBill { Juumin M() => new() { Denwa = \"090-3821-4476\" }; }" },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_data_that_somebody_may_have(string name) => Rule.Reports(Reported[name] + Library, Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_is_made_up_or_no_test(string name) =>
        Rule.IsSilent(Harmless[name] + Library, Files.All);

    [Theory]
    [InlineData("ja", "試験又は初期のデータに、検査用数字の正しい個人番号があります")]
    [InlineData("en", "Test or seed data contains an individual number (My Number) with a valid check digit")]
    public async Task Says_it_in_both_languages_and_never_what_it_is(string language, string message)
    {
        var found = Assert.Single(
            await Rule.Of(
                Files.All.WithProperty("PolicyKitLanguage", language),
                "class JuuminTests { Juumin M() => new() { KojinBango = \"123456789018\" }; }" + Library
            )
        );
        Assert.StartsWith(message, found.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("9018", found.GetMessage(), StringComparison.Ordinal);
    }
}
