using System.Text.RegularExpressions;
using System.Xml.Linq;
using PolicyKit.Testing;

namespace PolicyKit.Pack.Sdk.Tests;

public sealed class PackBuildTests : IDisposable
{
    private readonly Body _body = new();

    public void Dispose() => _body.Dispose();

    [Theory]
    [InlineData(
        "\"provisions\": [\"measures.technical\"",
        "\"provisions\": [\"measures.tecnical\"",
        "measures.tecnical"
    )]
    [InlineData("\"threats\": [\"threats.disaster\"]", "\"threats\": [\"threats.disasters\"]", "threats.disasters")]
    public void A_name_that_stands_for_nothing_is_a_dangling_reference_at_its_place(string old, string now, string name)
    {
        _body.Replace("standard.json", old, now);
        var (exitCode, output) = _body.Build();
        Assert.Equal(1, exitCode);
        Assert.Matches($@"standard\.json\(\d+,\d+\): error PK0003: .*`{Regex.Escape(name)}`", output);
    }

    [Fact]
    public void Loosening_a_control_that_the_baseline_does_not_have_is_not_valid()
    {
        _body.Replace(
            "standard.json",
            "\"control\": \"resilience.connections\"",
            "\"control\": \"resilience.conections\""
        );
        var (exitCode, output) = _body.Build();
        Assert.Equal(1, exitCode);
        Assert.Matches(@"standard\.json\(40,22\): error PK0002: .*`resilience\.conections`", output);
    }

    [Fact]
    public void Loosening_without_a_reason_is_not_valid()
    {
        _body.Replace("standard.json", "\"reason\": \"既存のシステムの接続先を調べ終えるまでの間\",", "");
        var (exitCode, output) = _body.Build();
        Assert.Equal(1, exitCode);
        Assert.Matches(@"standard\.json\(39,9\): error PK0002: .*`reason`", output);
    }

    [Fact]
    public void An_overlay_that_loosens_without_a_reason_fails_the_build_of_the_pack()
    {
        File.WriteAllText(
            _body.PathOf("overlay.standard.json"),
            """
            {
              "kind": "standard", "id": "midori-town.overlay", "policy": "midori-town.basic-policy", "version": "1.0",
              "title": "対策基準 (非公開)", "shortTitle": "対策基準",
              "imports": [
                {
                  "standard": "midori-town.standard", "version": "1.1",
                  "loosen": [
                    { "control": "resilience.connections", "severities": [{ "rule": "PK3002", "severity": "none" }] }
                  ]
                }
              ]
            }
            """
        );
        var (exitCode, output) = _body.Build();
        Assert.Equal(1, exitCode);
        Assert.Matches(@"overlay\.standard\.json\(\d+,\d+\): error PK0002: ", output);
    }

    [Fact]
    public void A_rule_that_does_not_exist_is_a_dangling_reference_unless_the_list_of_rules_is_still_to_be_made()
    {
        const string Checks = "\"obligation\": \"required\",\n      \"checks\": [";
        const string Rule = "\n        { \"kind\": \"source\", \"rule\": \"PK3999\", \"severity\": \"error\" },";
        _body.Replace("standard.json", Checks, Checks + Rule);
        Assert.Matches("error PK0003: .*`PK3999`", _body.Build().Output);
        Assert.DoesNotContain("`PK3999`", _body.Build(more: "checkRules=false").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_names_each_file_and_whoever_publishes_it()
    {
        Assert.Equal(0, _body.Build(more: ["icon=emblem.png", "beside=" + _body.PathOf("emblem.png")]).ExitCode);
        var manifest = XDocument.Parse(_body.TextOf("pack.nuspec"));
        Assert.Equal("みどり町", Values(manifest, "authors").Single());
        Assert.Equal("emblem.png", Values(manifest, "icon").Single());
        Assert.Equal(
            [
                "README.md",
                "build/midori-town.policy.Orchestration.targets",
                "build/midori-town.policy.targets",
                "buildTransitive/midori-town.policy.Orchestration.targets",
                "buildTransitive/midori-town.policy.targets",
                "content/policy.json",
                "content/standard.json",
                "emblem.png",
                "lib/netstandard2.0/midori-town.policy.dll",
            ],
            Targets(manifest)
        );
    }

    [Fact]
    public void A_standard_alone_is_a_package_that_others_import_and_makes_no_pack()
    {
        File.Copy(
            Repository.PathOf("src", "PolicyKit.Packs.MunicipalBaseline", "standard.json"),
            _body.PathOf("standard.json"),
            overwrite: true
        );
        File.Delete(_body.PathOf("overlay.standard.json"));
        Assert.Equal((0, ""), _body.Build(policy: ""));
        Assert.Equal(
            [
                "README.md",
                "build/midori-town.policy.targets",
                "buildTransitive/midori-town.policy.targets",
                "content/standard.json",
                "lib/netstandard2.0/midori-town.policy.dll",
            ],
            Targets(XDocument.Parse(_body.TextOf("pack.nuspec")))
        );
        Assert.DoesNotContain("PolicyKitPack ", _body.TextOf("midori-town.policy.targets"), StringComparison.Ordinal);
        Assert.DoesNotContain("class Provisions", _body.TextOf("Pack.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_say_what_they_stand_for()
    {
        _body.Replace("policy.json", "\"heading\": \"組織体制\"", "\"heading\": \"<組織>\\u202e体制\"");
        _body.Build();
        Assert.Contains(
            """
                    /// <summary>第6条第1項 &lt;組織&gt;\u{202E}体制</summary>
                    public const string MeasuresOrganization = "measures.organization";
            """,
            _body.TextOf("Pack.cs").ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_readme_begins_with_the_introduction_that_the_project_names()
    {
        File.WriteAllText(_body.PathOf("前書き.md"), "# みどり町のパック\n");
        _body.Build(more: "readme=" + _body.PathOf("前書き.md"));
        Assert.StartsWith("# みどり町のパック\n\n---\n\n`midori-town.policy` 1.2.3: ", _body.TextOf("README.md"));
        Assert.Contains("町長は、情報セキュリティ対策を進めるための体制を設ける。", _body.TextOf("README.md"));
    }

    [Fact]
    public void What_did_not_change_is_not_written_anew()
    {
        _body.Build();
        var source = Path.Combine(_body.Made, "Pack.cs");
        var before = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(source, before);
        _body.Build();
        Assert.Equal(before, File.GetLastWriteTimeUtc(source));
    }

    private static IEnumerable<string> Values(XDocument manifest, string name) =>
        manifest.Descendants().Where(e => e.Name.LocalName == name).Select(e => e.Value);

    private static IEnumerable<string> Targets(XDocument manifest) =>
        manifest
            .Descendants()
            .Where(e => e.Name.LocalName == "file")
            .Select(e => e.Attribute("target")!.Value)
            .Order(StringComparer.Ordinal);
}
