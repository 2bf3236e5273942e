using System.Text;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

/// <summary>What a civil servant or a small vendor gets wrong in a declaration, and the answer to each: a page to be read as prose.</summary>
public sealed class TypicalMistakesTests : IDisposable
{
    private static readonly string Declaration = File.ReadAllText(
        Repository.PathOf("examples", "sewerage-billing", "system.json")
    );

    // What was done, and the edit that does it.
    private static readonly (string Title, string From, string To)[] Mistakes =
    [
        ("コンマを書き忘れた", "\"kind\": \"system\",", "\"kind\": \"system\""),
        ("最後の要素の後にコンマを残した", "\"zones\": [\"internet\"],", "\"zones\": [\"internet\",],"),
        ("コメントを書いた", "\"stage\": \"delivery\",", "\"stage\": \"delivery\", // 納品"),
        ("一重引用符で囲んだ", "\"stage\": \"delivery\"", "\"stage\": 'delivery'"),
        (
            "引用符を閉じ忘れた",
            "\"vendor\": \"株式会社サンプル水道システム\"",
            "\"vendor\": \"株式会社サンプル水道システム"
        ),
        (
            "項目名の引用符を省いた",
            "\"owner\": \"情報システム管理者 (業務課長)\"",
            "owner: \"情報システム管理者 (業務課長)\""
        ),
        (
            "全角のコロンを書いた",
            "\"owner\": \"情報システム管理者 (業務課長)\"",
            "\"owner\"：\"情報システム管理者 (業務課長)\""
        ),
        ("全角の引用符を書いた", "\"株式会社サンプル水道システム\"", "“株式会社サンプル水道システム”"),
        ("大文字で True と書いた", "\"automatic\": true", "\"automatic\": True"),
        ("数値の先頭に 0 を書いた", "\"generations\": 7", "\"generations\": 07"),
        ("数値に桁区切りを書いた", "\"people\": 12000", "\"people\": 12,000"),
        ("数値に単位を付けた", "\"retentionMonths\": 12", "\"retentionMonths\": 12か月"),
        ("数値を引用符で囲んだ", "\"retentionMonths\": 12", "\"retentionMonths\": \"12\""),
        ("数値を全角で書いた", "\"retentionMonths\": 12", "\"retentionMonths\": \"１２\""),
        ("文字列を引用符で囲まなかった", "\"version\": \"3.50\"", "\"version\": 3.50"),
        ("機密性を数値で書いた", "\"confidentiality\": \"3B\"", "\"confidentiality\": 2"),
        ("機密性を小文字で書いた", "\"confidentiality\": \"3B\"", "\"confidentiality\": \"3b\""),
        ("ない機密性を書いた", "\"confidentiality\": \"3B\"", "\"confidentiality\": \"3D\""),
        ("機密性を空にした", "\"confidentiality\": \"3B\"", "\"confidentiality\": \"\""),
        ("真偽値を はい と書いた", "\"multiFactor\": true, \"issuedOn\"", "\"multiFactor\": \"はい\", \"issuedOn\""),
        ("真偽値を 1 と書いた", "\"offline\": true", "\"offline\": 1"),
        ("一つの値を配列にしなかった", "\"zones\": [\"internet\"],\n", "\"zones\": \"internet\",\n"),
        ("配列を空にした", "\"zones\": [\"internet\"],\n", "\"zones\": [],\n"),
        ("日付を斜線で区切った", "\"signedOn\": \"2026-01-15\"", "\"signedOn\": \"2026/1/15\""),
        ("日付を和暦で書いた", "\"signedOn\": \"2026-01-15\"", "\"signedOn\": \"令和8年1月15日\""),
        ("日付を数字だけで書いた", "\"signedOn\": \"2026-01-15\"", "\"signedOn\": \"20260115\""),
        ("ない日を書いた", "\"2031-03-31\" }", "\"2031-02-29\" }"),
        ("ない月を書いた", "\"signedOn\": \"2026-01-15\"", "\"signedOn\": \"2026-13-15\""),
        ("終わりの日が始まりより前", "\"2031-03-31\" }", "\"2021-03-31\" }"),
        (
            "ホストにURLを書いた",
            "\"host\": \"transfer.bank.example.jp\"",
            "\"host\": \"https://transfer.bank.example.jp/\""
        ),
        (
            "ホストを全角で書いた",
            "\"host\": \"transfer.bank.example.jp\"",
            "\"host\": \"ｔｒａｎｓｆｅｒ.bank.example.jp\""
        ),
        (
            "ホストの後に空白を残した",
            "\"host\": \"transfer.bank.example.jp\"",
            "\"host\": \"transfer.bank.example.jp \""
        ),
        ("ポートが大きすぎる", "\"port\": 443", "\"port\": 70443"),
        ("IDに日本語を書いた", "\"id\": \"bills\"", "\"id\": \"調定簿\""),
        ("IDに大文字を書いた", "\"id\": \"app-server\"", "\"id\": \"App-Server\""),
        ("国を名前で書いた", "\"country\": \"JP\"", "\"country\": \"日本\""),
        ("項目名を書き間違えた", "\"purpose\": \"下水道使用料", "\"purpos\": \"下水道使用料"),
        ("ない項目を書いた", "\"stage\": \"delivery\",", "\"stage\": \"delivery\", \"remarks\": \"特になし\","),
        ("必須の項目を書かなかった", "  \"vendor\": \"株式会社サンプル水道システム\",\n", ""),
        ("同じ項目を二度書いた", "\"stage\": \"delivery\",", "\"stage\": \"delivery\",\n  \"vendor\": \"別の会社\","),
        ("申告していないサービスを指した", "\"service\": \"bank-transfer\"", "\"service\": \"bank\""),
        ("申告していない資産を指した", "\"assets\": [\"bills\"]", "\"assets\": [\"bill\"]"),
        ("種別を書き間違えた", "\"kind\": \"system\"", "\"kind\": \"sistem\""),
        ("種別を書かなかった", "  \"kind\": \"system\",\n", ""),
        ("ハッシュ値の桁が足りない", "d6c5b4a39281706b5e4d2c1f3a\"", "d6c5b4a39281706b5e4d2c1f\""),
        ("件数に小数を書いた", "\"low\": 3", "\"low\": 3.5"),
        ("件数に負の数を書いた", "\"low\": 3", "\"low\": -3"),
        ("該当なしの理由を空にした", "\"再委託を行わない\"", "\" \""),
        ("選択肢にない値を書いた", "\"kind\": \"network-map\"", "\"kind\": \"構成図\""),
        ("選択肢の綴りを間違えた", "\"kind\": \"network-map\"", "\"kind\": \"network-mpa\""),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_mistake_is_answered_with_what_was_found_what_is_required_and_how_to_mend_it()
    {
        var page = new StringBuilder("# よくある書き間違いと答え\n");
        for (var i = 0; i < Mistakes.Length; i++)
        {
            var (title, from, to) = Mistakes[i];
            Assert.Contains(from, Declaration, StringComparison.Ordinal);
            var at = Declaration.IndexOf(from, StringComparison.Ordinal);
            var file = _folder.Write($"{i + 1:00}.json", Declaration[..at] + to + Declaration[(at + from.Length)..]);
            var (exitCode, output, _) = Policykit.Run("validate", file, "--quiet");
            Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
            page.Append($"\n## {i + 1}. {title}\n\n{output.Replace(_folder.Path + "/", "", StringComparison.Ordinal)}");
        }

        Snapshot.Match(page.ToString());
    }
}
