using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2006_ClassAboveSystemTests
{
    private const string Model = """
        using PolicyKit.Annotations;

        """;

    private static readonly Check Rule = new("PK2006");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a property",
                """
                    class R { [[|Confidentiality3A|]] public string A { get; set; } = ""; }
                    """
            },
            {
                "a field",
                """
                    class R { [[|Confidentiality3A|]] public string A = ""; }
                    """
            },
            {
                "a parameter of a record",
                """
                    record R([[|Confidentiality3A|]] string A);
                    """
            },
            {
                "a property of a record by name",
                """
                    record R([property: [|Confidentiality3A|]] string A);
                    """
            },
            {
                "a parameter of a method",
                """
                    class R { void M([[|Confidentiality3A|]] string a) { } }
                    """
            },
            {
                "a whole type",
                """
                    [[|Confidentiality3A|]] class R { public string A { get; set; } = ""; }
                    """
            },
            {
                "the long name",
                """
                    class R { [[|Confidentiality3AAttribute|]] public string A { get; set; } = ""; }
                    """
            },
            {
                "the full name",
                """
                    class R { [[|PolicyKit.Annotations.Confidentiality3A|]] public string A { get; set; } = ""; }
                    """
            },
            {
                "a name of its own",
                """
                    class R { [[|Secret|]] public string A { get; set; } = ""; }
                    class SecretAttribute()
                        : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(
                            MunicipalConfidentiality.Level3A);
                    """
            },
            {
                "one of several",
                """
                    class R
                    {
                        [[|Confidentiality3A|]] public string A { get; set; } = "";
                        [Confidentiality3B] public string B { get; set; } = "";
                    }
                    """
            },
            {
                "two",
                """
                    class R
                    {
                        [[|Confidentiality3A|]] public string A { get; set; } = "";
                        [[|Confidentiality3A|]] public string B { get; set; } = "";
                    }
                    """
            },
            {
                "a struct",
                """
                    struct R { [[|Confidentiality3A|]] public string A; }
                    """
            },
            {
                "a nested type",
                """
                    class O { class R { [[|Confidentiality3A|]] public string A { get; set; } = ""; } }
                    """
            },
            {
                "a member of an interface",
                """
                    interface R { [[|Confidentiality3A|]] string A { get; } }
                    """
            },
            {
                "what a method returns",
                """
                    class R { [return: [|Confidentiality3A|]] string M() => ""; }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "the highest class of the assets",
                """
                    class R { [Confidentiality3B] public string A { get; set; } = ""; }
                    """
            },
            {
                "a lower class",
                """
                    class R { [Confidentiality3C] public string A { get; set; } = ""; }
                    """
            },
            {
                "a class that needs little",
                """
                    class R { [Confidentiality2] public string A { get; set; } = ""; }
                    """
            },
            {
                "what is public",
                """
                    class R { [Confidentiality1] public string A { get; set; } = ""; }
                    """
            },
            {
                "an attribute of the standard",
                """
                    class PersonalDataAttribute : Attribute;
                    class R { [PersonalData] public string A { get; set; } = ""; }
                    """
            },
            {
                "another attribute",
                """
                    class R { [Obsolete] public string A { get; set; } = ""; }
                    """
            },
            {
                "an attribute of the same name of somebody else",
                """
                    class R { [Other.Level] public string A { get; set; } = ""; }
                    namespace Other { class LevelAttribute : Attribute; }
                    """
            },
            {
                "a member without a class",
                """
                    class R { public string A { get; set; } = ""; }
                    """
            },
            {
                "a parameter",
                """
                    class R { void M([Confidentiality3B] string a) { } }
                    """
            },
            {
                "a record",
                """
                    record R([Confidentiality3C] string A);
                    """
            },
            {
                "a type",
                """
                    [Confidentiality2] class R;
                    """
            },
            {
                "a class of its own that is low enough",
                """
                    class ResidentAttribute()
                        : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(
                            MunicipalConfidentiality.Level3B);
                    class R { [Resident] public string A { get; set; } = ""; }
                    """
            },
            {
                "a use of the member",
                """
                    class R { [Confidentiality3B] public string A { get; set; } = ""; string B => A; }
                    """
            },
            {
                "a name in a text",
                """
                    class R { public string A { get; set; } = "Confidentiality3A"; }
                    """
            },
            {
                "a redactor",
                """
                    class R { [Redactor] string M(string s) => ""; }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_class_above_every_asset(string name) => Rule.Reports(Model + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_the_system_is_declared_for(string name) =>
        Rule.IsSilent(Model + Harmless[name], Files.All);

    [Fact]
    public async Task Says_nothing_where_no_asset_is_declared()
    {
        var files = Files.All.Without("system");
        Assert.Empty(await Rule.Of(files, Model + "class R { [Confidentiality3A] public string A = \"\"; }"));
    }

    [Fact]
    public async Task Follows_what_is_declared()
    {
        var files = Files.All.With("system", "\"confidentiality\": \"3B\"", "\"confidentiality\": \"3A\"");
        Assert.Empty(await Rule.Of(files, Model + "class R { [Confidentiality3A] public string A = \"\"; }"));
    }

    [Theory]
    [InlineData("ja", "自治体機密性3Aの項目がありますが、申告した情報資産は3Bまでです")]
    [InlineData("en", "This member has class 3A, but the declared assets only go up to class 3B")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        Model
                            + """
                            class R { [Confidentiality3A] public string A = ""; }
                            """
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
