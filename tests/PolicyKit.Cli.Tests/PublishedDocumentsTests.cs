using PolicyKit.Analyzers.Engine;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Packs.MunicipalBaseline;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Tests;

/// <summary>PK1001: documents that are not public and go out with a program.</summary>
public sealed class PublishedDocumentsTests : IDisposable
{
    private const string Declaration = "{\n  \"kind\": \"system\",\n  \"id\": \"billing\"\n}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Content", "system.json", Declaration, "copied into the output")]
    [InlineData("Content", "waivers.json", """{ "kind": "waivers" }""", "copied into the output")]
    [InlineData("Content", "evidence.json", """{"id":"x","kind":"evidence"}""", "copied into the output")]
    [InlineData("Content", "standard.json", """{ "kind": "standard" }""", "copied into the output")]
    [InlineData("Content", "renamed.json", Declaration, "copied into the output")]
    [InlineData("None", "system.yaml", "kind: system\nid: billing\n", "copied into the output")]
    [InlineData("None", "sub/system.yml", "id: billing\nkind: 'system'\n", "copied into the output")]
    [InlineData("EmbeddedResource", "system.json", Declaration, "embedded in the assembly")]
    [InlineData("EmbeddedResource", "バックアップ実施手順.docx", "", "embedded in the assembly")]
    [InlineData("EmbeddedResource", "files/Jisshi-Tejun-01.pdf", "", "embedded in the assembly")]
    [InlineData("Content", "本庁ネットワーク構成図.png", "", "copied into the output")]
    [InlineData("Content", "wwwroot/system.json", Declaration, "anybody may fetch it")]
    [InlineData("Content", "wwwroot/files/緊急時対応計画.pdf", "", "anybody may fetch it")]
    [InlineData("None", "2026年度 脆弱性診断報告書.xlsx", "", "copied into the output")]
    [InlineData(
        "EmbeddedResource",
        "overlay.standard.json",
        """{ "kind":"standard", "imports": [] }""",
        "embedded in the assembly"
    )]
    public void Reports_a_document_that_goes_out(string type, string name, string text, string how)
    {
        var found = Assert.Single(Find(type, name, text));
        Assert.Equal("PK1001", found.Rule.Value);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Contains(how, found.Message, StringComparison.Ordinal);
        Assert.Equal("measures.assets", Assert.Single(found.Provisions).Value);
    }

    [Theory]
    [InlineData("Content", "appsettings.json", """{ "Logging": { } }""")]
    [InlineData("Content", "policy.json", """{ "kind": "policy" }""")]
    [InlineData("Content", "system.json", """{ "kind": "solar" }""")]
    [InlineData("Content", "system.json", """{ "name": "system" }""")]
    [InlineData("Content", "notes.json", """{ "text": "the kind of system" }""")]
    [InlineData("Content", "broken.json", "{ \"kin")]
    [InlineData("Content", "empty.json", "")]
    [InlineData("None", "readme.md", "kind: system")]
    [InlineData("Content", "wwwroot/site.css", "a { }")]
    [InlineData("Content", "wwwroot/基本方針.pdf", "")]
    [InlineData("Content", "手順.txt", "")]
    [InlineData("EmbeddedResource", "Messages.resx", "<root/>")]
    [InlineData("EmbeddedResource", "logo.png", "")]
    [InlineData("Reference", "system.json", Declaration)]
    [InlineData("None", "files/openapi.yaml", "openapi: 3.0.0\nkindOf: system\n")]
    public void Says_nothing_of_other_files(string type, string name, string text) =>
        Assert.Empty(Find(type, name, text));

    [Fact]
    public void What_the_targets_kept_out_of_the_output_is_not_there() =>
        Assert.Empty(Find("Content", "system.json", Declaration, isInOutput: false));

    [Fact]
    public void A_file_that_is_not_copied_stays() =>
        Assert.Empty(Find("None", "system.json", Declaration, isCopied: false));

    [Fact]
    public void Knows_where_a_link_puts_it() =>
        Assert.Single(Find("None", "system.json", Declaration, link: "data/system.json"));

    [Fact]
    public void Says_it_in_japanese() =>
        Assert.EndsWith(
            "system.json` が、ビルドの出力に入ります",
            Assert.Single(Find("Content", "system.json", Declaration, language: MessageLanguage.Japanese)).Message,
            StringComparison.Ordinal
        );

    private IEnumerable<Findings.Finding> Find(
        string type,
        string name,
        string text,
        bool isInOutput = true,
        bool isCopied = true,
        string link = "",
        MessageLanguage language = MessageLanguage.English
    )
    {
        var path = Write(name, text);
        if (isInOutput)
            Write("bin/" + (link.Length > 0 ? link : name), text);
        var properties = new Dictionary<string, string> { ["TargetPath"] = Path.Combine(_folder.Path, "bin", "P.dll") };
        var project = new LoggedProject(Path.Combine(_folder.Path, "P.csproj"), properties)
        {
            Items = [new LoggedItem(type, path, link, isCopied)],
        };
        var call = CompilerCall.Parse(project.Path, ["A.cs"], "") with { Logged = project };
        return PublishedDocuments.Find(call, Pack, language);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static PolicyPack Pack { get; } = PolicyPack.Load([MunicipalBaseline.Source], RuleCatalog.Known);
}
