using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK9001_SatisfiesNothingTests
{
    private static readonly Check Rule = new("PK9001");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source = """[PolicyKit.Annotations.Satisfies("technical.credential")] class C { }""";
        var found = Assert.Single(await Rule.Of(Files.All, Source));
        Assert.Equal(
            "`[Satisfies]` の `technical.credential` という条項も対策もありません 〔基本方針 6(6)・対策基準 6.2-04〕",
            found.GetMessage()
        );
        Assert.Equal(
            "`technical.credentials` の書き間違いではありませんか",
            found.Properties[PolicyKit.Analyzers.Engine.FindingDiagnostics.Remedy]
        );
        Assert.Equal(
            "There is no provision and no control `technical.credential` to satisfy 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData("""[Satisfies([|"technical.acces-control"|])] class C { }""")]
    [InlineData("""class C { [Satisfies([|"technical.nothing"|])] void M() { } }""")]
    [InlineData("""class C { [Satisfies([|"measures.technica"|])] int P => 1; }""")]
    [InlineData("""class C { [Satisfies([|"6.2-01"|])] int f; }""")]
    [InlineData("""[assembly: Satisfies([|"measures"+".nowhere"|])]""")]
    [InlineData("""class C { const string Id = "no.such"; [Satisfies([|Id|])] void M() { } }""")]
    [InlineData("""[Satisfies([|"TECHNICAL.CREDENTIALS"|])] class C { }""")]
    [InlineData("""[Satisfies([|" technical.credentials"|])] class C { }""")]
    [InlineData("""[Satisfies([|""|])] class C { }""")]
    [InlineData("""[Satisfies([|"第6条"|])] class C { }""")]
    [InlineData("""[Satisfies([|id: "no.such"|])] class C { }""")]
    [InlineData("""[Satisfies([|"no.such"|], How = "a")] class C { }""")]
    [InlineData("""[Satisfies("technical.credentials"), Satisfies([|"no.such"|])] class C { }""")]
    [InlineData("""[PolicyKit.Annotations.SatisfiesAttribute([|"no.such"|])] class C { }""")]
    [InlineData("""[Satisfies([|"no.such"|])] record R(int X); """)]
    [InlineData("""[Satisfies([|"no.such"|])] interface I { }""")]
    public Task Reports(string source) => Rule.Reports("using PolicyKit.Annotations; " + source, Files.All);

    [Theory]
    [InlineData("""[Satisfies("technical.access-control")] class C { }""")]
    [InlineData("""[Satisfies("measures.technical")] class C { }""")]
    [InlineData("""class C { [Satisfies("duty")] void M() { } }""")]
    [InlineData("""[assembly: Satisfies("review")]""")]
    [InlineData("""class C { const string Id = "technical.credentials"; [Satisfies(Id)] void M() { } }""")]
    [InlineData("""[Satisfies("technical" + ".credentials")] class C { }""")]
    [InlineData("""[Satisfies("technical.credentials", How = "no.such")] class C { }""")]
    [InlineData("""[Satisfies(id: "technical.credentials")] class C { }""")]
    [InlineData("""[Satisfies(nameof(duty))] class duty { }""")]
    [InlineData(
        """class SatisfiesAttribute(string id) : Attribute { public string Id => id; } [SatisfiesAttribute("no.such")] class C { }"""
    )]
    [InlineData("""[Obsolete("no.such")] class C { }""")]
    [InlineData("""class C { string s = "no.such"; }""")]
    [InlineData("""[System.ComponentModel.Description("no.such")] class C { }""")]
    [InlineData("""[Satisfies("threats.disaster")] struct S { }""")]
    [InlineData("""[Satisfies("scope.assets"), Satisfies("physical.entry")] class C { }""")]
    public Task Is_silent(string source) => Rule.IsSilent("using PolicyKit.Annotations; " + source, Files.All);
}
