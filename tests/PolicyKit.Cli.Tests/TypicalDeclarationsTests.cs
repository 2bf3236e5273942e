using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

/// <summary>
/// What a civil servant or a small vendor states in a declaration that the body’s standard does not allow, and the answer to each: a page to be read as
/// prose.
/// </summary>
public sealed class TypicalDeclarationsTests : IDisposable
{
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
    private static readonly string Declaration = File.ReadAllText(
        Repository.PathOf("schemas", "examples", "system", "valid", "delivery.json")
    );
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What was declared, where it stands, and the value there: none where the member is left out.
    private static readonly (string Title, string Path, string? Value)[] Cases =
    [
        ("目的が空", "purpose", "\"\""),
        ("系にない構成要素", "components/0/zone", "\"lgwan\""),
        ("申告にない資産を送る", "connections/0/assets", """["bills", "payroll"]"""),
        ("保存期間を書いていない", "assets/0/retention", null),
        ("分類に足りない取扱制限", "assets/0/handling", """["no-needless-copies", "restricted-place"]"""),
        ("承認が運用の後", "connections/0/approvedOn", "\"2026-07-10\""),
        (
            "同じ接続先を二度",
            "connections/+",
            """
            {"host": "transfer.bank.example.jp", "port": 443, "purpose": "照会",
            "zone": "internet", "service": "bank-transfer", "assets": ["bills"],
            "approvedOn": "2026-03-10"}
            """
        ),
        ("許可のない外部サービス", "externalServices/0/permission", null),
        ("許可の番号がない", "externalServices/0/permission/number", "\"申請中\""),
        ("許可を超える分類を送る", "connections/0/assets", """["residents"]"""),
        ("登録がなく理由もない", "externalServices/0/selectionGround", null),
        ("共用のアカウント", "accounts/0/shared", "true"),
        ("点検の期限を過ぎた", "accounts/0/issuedOn", "\"2024-04-01\""),
        ("点検日が来ていない", "accounts/1/reviewedOn", "\"2027-04-01\""),
        ("出荷時のアカウント", "accounts/0/id", "\"admin\""),
        ("特権IDの期限切れ", "accounts/1/validUntil", "\"2026-04-30\""),
        ("特権IDに多要素認証がない", "accounts/1/multiFactor", "false"),
        ("退職者のIDが残る", "accounts/0/leftOn", "\"2026-05-01\""),
        (
            "再委託の承認が開始の後",
            "subcontractors",
            """
            [{"name": "株式会社サンプル開発", "work": "画面の製造", "place": "熊谷市", "tier": 1,
            "approvedOn": "2026-02-20", "startsOn": "2026-02-01"}]
            """
        ),
        (
            "二次の再委託先に委託元がない",
            "subcontractors",
            """
            [{"name": "株式会社サンプル開発", "work": "画面の製造", "place": "熊谷市", "tier": 2,
            "approvedOn": "2026-01-20", "startsOn": "2026-02-01"}]
            """
        ),
        ("契約に条項がない", "contract/returnAndDisposal", null),
        ("作業場所がない", "workforce/workplaces", "[]"),
        ("SBOMのハッシュ値が短い", "sbom/sha256", "\"a3f1\""),
        ("サポートが先に終わる", "software/0/supportPlan", null),
        (
            "診断が古い",
            "vulnerabilityTests/0",
            """
            {"scope": "Webアプリケーション全体", "tester": "サンプル診断株式会社", "testedOn": "2024-02-10",
            "open": {"critical": 0, "high": 0, "medium": 1, "low": 3}}
            """
        ),
        ("重要度「高」が残る", "vulnerabilityTests/0/open/high", "2"),
        ("診断日が来ていない", "vulnerabilityTests/0/retestedOn", "\"2026-09-01\""),
        ("試験のない要件", "securityRequirements/0/tests", "[]"),
        ("ログの保存が短い", "logs/0/retentionMonths", "6"),
        ("世代が足りない", "backups/0/generations", "1"),
        ("切り離したバックアップがない", "backups/0/offline", "false"),
        ("復元を試していない", "backups/0/restoreTestedOn", null),
        ("可用性2なのに該当しないとした", "availability", """{"notApplicable": "小さなシステムのため"}"""),
        ("復旧に時間がかかる", "availability/recoveryTimeHours", "120"),
        ("対策ソフトを自動で更新しない", "malwareProtection/automatic", "false"),
        ("修正までの日数が長い", "patching/criticalDays", "14"),
        ("試験の環境を分けていない", "environments/separated", """["development", "production"]"""),
        ("ネットワーク構成図がない", "documents/1", null),
        ("ラベルのない機器", "devices/0/jcStar", "0"),
        (
            "無線LANがWPA",
            "wirelessLans",
            """[{"name": "執務室", "encryption": "wpa", "logReview": "毎月", "firmware": "最新"}]"""
        ),
        (
            "廃棄の証明がない",
            "disposals",
            """[{"item": "旧サーバのディスク", "method": "erasure", "disposedOn": "2026-04-20"}]"""
        ),
        ("教育が古い", "training/0/heldOn", "\"2024-01-20\""),
        (
            "責任者のいないSNS",
            "socialMedia",
            """[{"service": "X", "account": "@moh_gesui", "url": "https://x.com/moh_gesui"}]"""
        ),
        ("台帳にない例外措置", "waivers", """["w-2026-099"]"""),
        ("連絡が遅い", "incidentResponse/firstNoticeHours", "72"),
        ("漏えいの報告を該当しないとした", "incidentResponse", """{"notApplicable": "事故は起きない"}"""),
        (
            "鍵が運用の終わりまで保たない",
            "cryptography/0",
            """{"algorithm": "RSA", "keyBits": 2048, "purpose": "署名", "renewalYear": 2031}"""
        ),
        ("危殆化した暗号", "cryptography/1/algorithm", "\"SHA-1\""),
        ("知られていない名前", "cryptography/0/algorithm", "\"AEZ-256\""),
        (
            "遠隔保守に多要素認証がない",
            "remoteMaintenance",
            """
            [{"party": "株式会社サンプル水道システム", "method": "VPN", "multiFactor": false,
            "log": "操作を録画", "approvedOn": "2026-03-10"}]
            """
        ),
        ("受託者が変更を承認した", "changes/0/approvedBy", "\"株式会社サンプル水道システム\""),
        ("国を書いていない", "supplyChain/countries", "[]"),
        ("宣誓の日が来ていない", "vendorOath", """{"document": "下業第9号", "submittedOn": "2026-09-01"}"""),
        ("機器があるのに選定基準を該当しないとした", "deviceCriteria", """{"notApplicable": "機器がない"}"""),
        (
            "一律の約款で機密性3を扱う",
            "serviceAssurances",
            """
            [{"externalService": "bank-transfer", "terms": "uniform",
            "foreignDisclosure": "国内の事業者である", "keyManagement": "事業者", "erasure": "解約の翌月末"}]
            """
        ),
        ("外部サービスの確認を該当しないとした", "serviceAssurances", """{"notApplicable": "使わない"}"""),
        (
            "システムの分類が資産より低い",
            "systemClass",
            """{"confidentiality": "2", "integrity": "2", "availability": "2", "level": "basic", "ground": "内部の利用"}"""
        ),
        (
            "受託者の所在がない",
            "ownership",
            """[{"party": "別の会社", "headOffice": "JP", "decision": "accept", "ground": "国内"}]"""
        ),
        (
            "団体のものと分からないドメイン名",
            "domains",
            """[{"name": "gesui.example.com", "use": "照会", "dnssec": false, "reviewedOn": "2026-03-01"}]"""
        ),
        (
            "DMARCが none",
            "mailDomains",
            """
            [{"domain": "moh.lg.jp", "dmarc": "none", "spf": true, "dkim": true,
            "relay": "認証を求める", "transportEncryption": "TLS"}]
            """
        ),
        (
            "媒体の番号が重なる",
            "media",
            """
            [{"number": "U-01", "kind": "USBメモリ", "encryption": "自動暗号化", "keeper": "業務課長",
            "permission": "持出簿"}, {"number": "U-01", "kind": "外付けHDD", "encryption": "自動暗号化",
            "keeper": "業務課長", "permission": "持出簿"}]
            """
        ),
        ("セキュリティクラウドを通らない", "internetRoute", """{"route": "other", "detail": "光回線"}"""),
        (
            "テレワークに多要素認証がない",
            "remoteWork",
            """{"terminals": "支給した端末", "multiFactor": false, "limits": "証明書", "updates": "毎週"}"""
        ),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_is_answered_with_the_thing_what_was_found_what_is_required_and_what_to_do()
    {
        var page = new StringBuilder("# 対策基準に合わない申告と答え\n");
        for (var i = 0; i < Cases.Length; i++)
        {
            var (title, path, value) = Cases[i];
            var file = _folder.Write($"{i + 1:00}.json", With(path, value));
            var (exitCode, output, _) = Policykit.Run(
                "validate",
                file,
                "--pack",
                Pack,
                "--as-of",
                "2026-06-01",
                "--quiet"
            );
            Assert.Equal((title, ExitCode.UnreadableDeliverable), (title, exitCode));
            Assert.Contains("直し方: ", output, StringComparison.Ordinal);
            page.Append($"\n## {i + 1}. {title}\n\n{output.Replace(_folder.Path + "/", "", StringComparison.Ordinal)}");
        }

        Snapshot.Match(page.ToString());
    }

    private static string With(string path, string? value)
    {
        var json = JsonNode.Parse(Declaration)!;
        var names = path.Split('/');
        var parent = names[..^1]
            .Aggregate(json, (at, name) => at is JsonArray items ? items[int.Parse(name)]! : at[name]!);
        var node = value is null ? null : JsonNode.Parse(value);
        if (parent is JsonArray array)
        {
            var at = names[^1] == "+" ? array.Count : int.Parse(names[^1]);
            if (at < array.Count)
                array.RemoveAt(at);
            if (node is not null)
                array.Insert(at, node);
        }
        else
        {
            parent.AsObject().Remove(names[^1]);
            if (node is not null)
                parent[names[^1]] = node;
        }

        return json.ToJsonString(Readable);
    }
}
