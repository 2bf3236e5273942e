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
            "`[Satisfies]` の指す `technical.credential` は、条項にも対策にもありません 〔基本方針 6(6)・対策基準 6.2-04〕",
            found.GetMessage()
        );
        Assert.Equal(
            "`technical.credentials` の書き間違いではありませんか",
            found.Properties[PolicyKit.Analyzers.Engine.FindingDiagnostics.Remedy]
        );
        Assert.Equal(
            "`[Satisfies]` names `technical.credential`, which is neither a provision nor a control 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    public static Cases Reported { get; } =
        new()
        {
            {
                "a misspelled control on a class",
                """
                    [Satisfies([|"technical.acces-control"|])]
                    class C { }
                    """
            },
            {
                "an unknown control on a method",
                """
                    class C
                    {
                        [Satisfies([|"technical.nothing"|])]
                        void M() { }
                    }
                    """
            },
            {
                "a misspelled provision on a property",
                """
                    class C
                    {
                        [Satisfies([|"measures.technica"|])]
                        int P => 1;
                    }
                    """
            },
            {
                "the number of a control on a field",
                """
                    class C
                    {
                        [Satisfies([|"6.2-01"|])]
                        int f;
                    }
                    """
            },
            {
                "a concatenated id on an assembly",
                """
                    [assembly: Satisfies([|"measures" + ".nowhere"|])]
                    """
            },
            {
                "an id from a constant",
                """
                    class C
                    {
                        const string Id = "no.such";

                        [Satisfies([|Id|])]
                        void M() { }
                    }
                    """
            },
            {
                "an id in capital letters",
                """
                    [Satisfies([|"TECHNICAL.CREDENTIALS"|])]
                    class C { }
                    """
            },
            {
                "an id with a leading space",
                """
                    [Satisfies([|" technical.credentials"|])]
                    class C { }
                    """
            },
            {
                "an empty id",
                """
                    [Satisfies([|""|])]
                    class C { }
                    """
            },
            {
                "the number of an article",
                """
                    [Satisfies([|"第6条"|])]
                    class C { }
                    """
            },
            {
                "a named argument",
                """
                    [Satisfies([|id: "no.such"|])]
                    class C { }
                    """
            },
            {
                "an unknown id with a description",
                """
                    [Satisfies([|"no.such"|], How = "a")]
                    class C { }
                    """
            },
            {
                "the second of two attributes",
                """
                    [Satisfies("technical.credentials"), Satisfies([|"no.such"|])]
                    class C { }
                    """
            },
            {
                "the attribute by its full name",
                """
                    [PolicyKit.Annotations.SatisfiesAttribute([|"no.such"|])]
                    class C { }
                    """
            },
            {
                "an unknown id on a record",
                """
                    [Satisfies([|"no.such"|])]
                    record R(int X);
                    """
            },
            {
                "an unknown id on an interface",
                """
                    [Satisfies([|"no.such"|])]
                    interface I { }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_an_id_that_nothing_has(string name) =>
        Rule.Reports("using PolicyKit.Annotations; " + Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a control on a class",
                """
                    [Satisfies("technical.access-control")]
                    class C { }
                    """
            },
            {
                "a provision on a class",
                """
                    [Satisfies("measures.technical")]
                    class C { }
                    """
            },
            {
                "a provision on a method",
                """
                    class C
                    {
                        [Satisfies("duty")]
                        void M() { }
                    }
                    """
            },
            {
                "a provision on an assembly",
                """
                    [assembly: Satisfies("review")]
                    """
            },
            {
                "a control from a constant",
                """
                    class C
                    {
                        const string Id = "technical.credentials";

                        [Satisfies(Id)]
                        void M() { }
                    }
                    """
            },
            {
                "a concatenated control",
                """
                    [Satisfies("technical" + ".credentials")]
                    class C { }
                    """
            },
            {
                "an unknown word in the description",
                """
                    [Satisfies("technical.credentials", How = "no.such")]
                    class C { }
                    """
            },
            {
                "a control by a named argument",
                """
                    [Satisfies(id: "technical.credentials")]
                    class C { }
                    """
            },
            {
                "a provision by nameof",
                """
                    [Satisfies(nameof(duty))]
                    class duty { }
                    """
            },
            {
                "another attribute of the same name",
                """
                    class SatisfiesAttribute(string id) : Attribute
                    {
                        public string Id => id;
                    }

                    [SatisfiesAttribute("no.such")]
                    class C { }
                    """
            },
            {
                "an unrelated attribute",
                """
                    [Obsolete("no.such")]
                    class C { }
                    """
            },
            {
                "a string",
                """
                    class C
                    {
                        string s = "no.such";
                    }
                    """
            },
            {
                "an attribute with any text",
                """
                    [System.ComponentModel.Description("no.such")]
                    class C { }
                    """
            },
            {
                "a threat on a struct",
                """
                    [Satisfies("threats.disaster")]
                    struct S { }
                    """
            },
            {
                "two attributes that are both right",
                """
                    [Satisfies("scope.assets"), Satisfies("physical.entry")]
                    class C { }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_on_an_id_that_is_there(string name) =>
        Rule.IsSilent("using PolicyKit.Annotations; " + Silent[name], Files.All);
}
