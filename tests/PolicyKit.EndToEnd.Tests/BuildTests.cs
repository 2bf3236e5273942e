using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>What the build says of a system that references the pack.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly OutsideProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void With_the_pack_referenced_the_violating_example_fails_with_the_findings_and_citations()
    {
        _project.CopyExample("sewerage-billing-violating");
        var (exitCode, output) = _project.Dotnet("build", "-nodeReuse:false");
        Assert.NotEqual(0, exitCode);
        foreach (
            var expected in new[]
            {
                @"MeterReadingImporter\.cs\(10,40\): error PK6101: ソースコードに認証情報が直接書かれています \(`FtpPassword`\) 〔基本方針 6\(6\)・対策基準 6\.2-04〕",
                @"Program\.cs\(20,38\): error PK3002: 接続先 `api\.mail\.example\.com` が申告されていません 〔基本方針 6\(3\)・対策基準 3-01〕",
                @"ResidentsController\.cs\(14,47\): error PK6001: エンドポイント `GET /residents/\{meterNumber\}` に認可がありません 〔基本方針 6\(6\)・対策基準 6\.2-01〕",
                @"system\.json\(10,49\): error PK0002: ",
                @"system\.json\(42,18\): error PK0003: ",
                @"waivers\.json\(\d+,\d+\): error PK0011: 例外措置 `w-2025-001` は 2026-03-31 に終了しました",
                @"waivers\.json\(\d+,\d+\): error PK0012: ",
                @"appsettings\.json\(5,21\): error PK3003: 構成ファイルの接続先 `smtp\.notice\.example\.jp` が申告されていません",
                @"appsettings\.json\(5,59\): error PK6102: 構成ファイルに認証情報が書かれています \(`Password`\)",
                @"CollectionGateway\.cs\(11,28\): error PK6204: ",
                @"CollectionGateway\.cs\(12,57\): error PK6205: 全ての証明書を受け入れています",
                @"CollectionGateway\.cs\(15,51\): error PK6207: ",
                @"AccountEndpoints\.cs\(10,13\): error PK6002: `POST /account/login` は認証なしで利用できますが、公開と申告されていません",
                @"AccountEndpoints\.cs\(20,33\): error PK6302: ",
                @"AccountEndpoints\.cs\(26,48\): error PK6501: ",
                @"AccountPasswords\.cs\(9,29\): error PK6103: ",
                @"ReadingArchive\.cs\(7,12\): error PK9001: ",
                @"ReadingArchive\.cs\(14,16\): error PK6203: ",
                @"CollectionSigner\.cs\(10,35\): error PK6202: ",
                @"MeterReadingImporter\.cs\(18,26\): error PK6206: ",
                @"Program\.cs\(29,6\): error PK6301: ",
                @"Resident\.cs\(19,28\): warning PK2001: ",
                @"ResidentNotices\.cs\(11,41\): error PK2002: ",
                @"ResidentNotices\.cs\(13,49\): error PK2003: ",
                @"ResidentNotices\.cs\(16,59\): error PK2008: ",
                @"error PK0005: ",
                @"error PK0001: ",
            }
        )
            Assert.Matches(expected, output);
        foreach (var secret in new[] { "Kaw4goe", "kenshin-2025", "Gesuido", "9f3c1d7a", "bt-7Hq2", "Tokusoku" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("NU1603", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_policy_is_PK0002_at_its_places_in_the_build()
    {
        _project.CopyExample("sewerage-billing");
        var policy = File.ReadAllText(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json"));
        File.WriteAllText(
            Path.Combine(_project.Folder, "方針.json"),
            policy
                .Replace("\"title\": \"情報", "\"titel\": \"情報", StringComparison.Ordinal)
                .Replace("\"date\": \"2026-04-01\"", "\"date\": \"2026-04-31\"", StringComparison.Ordinal)
                .Replace("\"confirmed\": false", "\"confirmed\": \"no\"", StringComparison.Ordinal)
                .Replace("\"citationStyle\": \"outline\"", "\"citationStyle\": \"free\"", StringComparison.Ordinal)
                .Replace("\"id\": \"purpose\"", "\"id\": \"目的\"", StringComparison.Ordinal)
        );
        File.WriteAllText(
            Path.Combine(_project.Folder, "Directory.Build.targets"),
            """
            <Project>
              <ItemGroup>
                <AdditionalFiles Include="方針.json" PolicyKitRole="policy" />
              </ItemGroup>
              <Target Name="UseAnotherPolicy" BeforeTargets="BeforeCompile;GenerateMSBuildEditorConfigFileShouldRun">
                <ItemGroup><AdditionalFiles Remove="@(AdditionalFiles)" Condition="'%(Filename)' == 'policy'" /></ItemGroup>
              </Target>
            </Project>
            """
        );
        var (exitCode, output) = _project.Dotnet("build", "-nodeReuse:false");
        Assert.NotEqual(0, exitCode);
        foreach (var place in new[] { "5,3", "12,13", "19,20", "22,20", "26,13" })
            Assert.Contains($"方針.json({place}): error PK0002", output, StringComparison.Ordinal);
    }
}
