using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Analyzers.Tests.Engine;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK0004_UnpublishedPackTests
{
    private static readonly MetadataReference Pack = PublishedPack.Of(
        ("policy.json", Files.Policy),
        ("standard.json", Files.Standard)
    );

    [Theory]
    [InlineData("policy", "\"kind\": \"policy\"", "\"kind\":  \"policy\"")]
    [InlineData("standard", "\"severity\": \"error\"", "\"severity\": \"information\"")]
    public async Task Reports_a_file_of_the_pack_that_was_rewritten(string role, string from, string to)
    {
        var found = await Of(Files.Complete.With(role, from, to));
        var file = Assert.Single(found, d => d.Location.GetLineSpan().Path == $"/pack/{role}.json");
        Assert.Equal(DiagnosticSeverity.Error, file.Severity);
        Assert.Equal(
            $"パックが公表したファイル `{role}.json` がコンパイルに届いていません",
            Sentence(found.Except([file]).Single())
        );
    }

    [Fact]
    public async Task Says_in_both_languages_which_file_it_is()
    {
        var files = Files.Complete.With("standard", Other);
        var hash = SourceDocument.FromText("", Other).Sha256;
        Assert.Contains(
            $"`standard.json` は、団体が公表したパックのファイルではありません (SHA-256 {hash})",
            (await Of(files)).Select(Sentence)
        );
        Assert.Contains(
            $"`standard.json` is not a file of the pack that the body published (SHA-256 {hash})",
            (await Of(files.WithProperty("PolicyKitLanguage", "en"))).Select(Sentence)
        );
    }

    [Fact]
    public async Task Reports_a_standard_of_the_project_s_own_beside_the_published_one() =>
        Assert.Equal("/pack/own.json", Assert.Single(await Of(Own("standard", Other))).Location.GetLineSpan().Path);

    [Theory]
    [InlineData("waivers")]
    [InlineData("evidence")]
    public async Task Names_a_register_that_the_pack_did_not_publish(string kind)
    {
        var found = Assert.Single(await Of(Files.Complete.With(kind, RegisterOf(kind))));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.StartsWith($"台帳 `{kind}.json` は、", Sentence(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_a_published_file_that_does_not_arrive() =>
        Assert.Equal(
            "パックが公表したファイル `standard.json` がコンパイルに届いていません",
            Sentence(Assert.Single(await Of(Files.Complete.Without("standard"))))
        );

    [Fact]
    public async Task Reports_one_of_two_packs_whose_file_was_replaced() =>
        Assert.Equal(
            "パックが公表したファイル `overlay.json` がコンパイルに届いていません",
            Sentence(Assert.Single(await Of(Files.Complete, Pack, PublishedPack.Of(("overlay.json", Other)))))
        );

    [Fact]
    public async Task Is_silent_about_what_the_pack_published() => Assert.Empty(await Of(Files.Complete));

    [Fact]
    public async Task Is_silent_about_files_that_another_pack_published() =>
        Assert.Empty(await Of(Own("standard", Other), Pack, PublishedPack.Of(("overlay.json", Other))));

    [Fact]
    public async Task Is_silent_about_a_register_that_the_pack_published() =>
        Assert.Empty(
            await Of(
                Files.Complete.With("waivers", RegisterOf("waivers")),
                Pack,
                PublishedPack.Of(("waivers.json", RegisterOf("waivers")))
            )
        );

    [Theory]
    [InlineData("PolicyKit.Elsewhere", "PolicyKit")]
    [InlineData("PolicyKit.Published", "Other")]
    public async Task Is_silent_where_no_pack_published_anything(string key, string model) =>
        Assert.Empty(
            await Of(Files.Complete.With("standard", Other), PublishedPack.Assembly(["standard.json 00"], key, model))
        );

    [Fact]
    public async Task Is_silent_about_the_declaration_which_is_the_vendor_s() =>
        Assert.Empty(await Of(Files.Complete.With("system", "\"kind\": \"system\"", "\"kind\":  \"system\"")));

    [Fact]
    public async Task Is_silent_where_nothing_arrives_at_all() => Assert.Empty(await Of(Files.None));

    [Fact]
    public async Task Is_silent_without_a_package_of_the_body() =>
        Assert.Empty(await new Check("PK0004").Of(Files.Complete.With("standard", Other), "class C { }"));

    [Fact]
    public void Warns_where_a_check_was_given_the_pack_and_the_project_used_another()
    {
        var other = SourceDocument.FromText("/src/standard.json", Other).Expecting(DocumentKind.Standard);
        var finding = Assert.Single(Given(other));
        Assert.Equal(PolicyKit.Reading.Severity.Warning, finding.Severity);
        Assert.Equal("/src/standard.json", finding.Location.GetLineSpan().Path);
        Assert.Empty(Given(SourceDocument.FromText("/src/standard.json", Files.Standard)));
    }

    private static string Other { get; } =
        Files.Standard.Replace("\"severity\": \"error\"", "\"severity\": \"warning\"", StringComparison.Ordinal);

    private static IEnumerable<RuleFinding> Given(SourceDocument own)
    {
        var pack = Files.Complete.Inputs.Pack;
        var inputs = new RuleInputs(pack, [], new(2026, 4, 1), PolicyKit.Messages.MessageLanguage.Japanese)
        {
            IsPackGiven = true,
            Trusted = pack.Files.Select(f => f.Sha256).ToList(),
            Ignored = [own],
        };
        return RuleEngine.Run(Check.Compile("class C { }"), inputs).Where(f => f.Rule.Rule.Value == "PK0004");
    }

    private static string RegisterOf(string kind) => $$"""{ "kind": "{{kind}}", "id": "sample", "{{kind}}": [] }""";

    private static Files Own(string role, string text) => Files.Complete.Beside("own", role, text);

    private static string Sentence(Diagnostic diagnostic) =>
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split(" 〔")[0];

    private static async Task<IReadOnlyList<Diagnostic>> Of(Files files, params MetadataReference[] packs) =>
        (await Check.Run(Check.Compile("class C { }", references: packs is [] ? [Pack] : packs), files))
            .Where(d => d.Id == "PK0004")
            .ToList();
}
