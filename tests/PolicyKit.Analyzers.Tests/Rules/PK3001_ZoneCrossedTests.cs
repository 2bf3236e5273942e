using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK3001_ZoneCrossedTests
{
    private const string Library = """

        namespace Moh.Lgwan
        {
            public class ZeiService
            {
                public string Sagasu(string id) => id;
                public string Status { get; set; } = "";
                public static string Namae => "";
                public event EventHandler? Kawatta;
                public void Shiraseru() => Kawatta?.Invoke(this, EventArgs.Empty);
            }
            public interface IZeiService { string Sagasu(string id); }
            public record ZeiKekka(string Id, string Kubun);
            public class ZeiDto { public string Id { get; set; } = ""; }
            public enum ZeiKubun { Juuminzei }
            public abstract class ZeiBase { protected string Yomu() => ""; }
        }
        namespace Moh.Portal.Renkei
        {
            [PolicyKit.Annotations.ZoneGateway]
            public interface IZeiMadoguchi { string Toiawase(string id); }
            [PolicyKit.Annotations.ZoneGateway, PolicyKit.Annotations.NetworkZone("lgwan")]
            public class ZeiMadoguchi { public string Toiawase(string id) => id; }
        }
        namespace Moh.Kyoutsuu { public class Henkan { public string Hankaku(string s) => s; } }
        """;

    private static readonly Check Rule = new("PK3001");

    // At delivery a system in several zones has to declare more than the cases are about.
    private static readonly Files Development = Files.All.With(
        "system",
        "\"stage\": \"delivery\"",
        "\"stage\": \"development\""
    );

    // Two zones; the declaration says which namespaces stand in which.
    private static readonly Files Zones = Development
        .With("system", "\"zones\": [\"internet\"]", "\"zones\": [\"internet\", \"lgwan\"]")
        .With(
            "system",
            "\"kind\": \"server\", \"zone\": \"internet\" }",
            "\"kind\": \"server\", \"zone\": \"internet\", \"code\": [\"Moh.Portal\"] }, { \"id\": \"lgwan-server\", "
                + "\"name\": \"業務\", \"kind\": \"server\", \"zone\": \"lgwan\", \"code\": [\"Moh.Lgwan\"] }"
        );

    private const string Flow =
        "\"zones\": [\"internet\", \"lgwan\"], \"flows\": [{ \"from\": "
        + "\"internet\", \"to\": \"lgwan\", \"purpose\": \"照会\", "
        + "\"method\": \"mail-to-text\", \"assets\": [\"bills\"], \"approvedOn\": \"2026-03-10\" }],";

    private static readonly Files WithFlow = Zones.With("system", "\"zones\": [\"internet\", \"lgwan\"],", Flow);

    public static Cases Reported { get; } =
        new()
        {
            {
                "a call",
                "namespace Moh.Portal { class C(Moh.Lgwan.ZeiService s) { string M() => s.[|Sagasu|](\"1\"); } }"
            },
            {
                "a call by an interface",
                "namespace Moh.Portal { class C(Moh.Lgwan.IZeiService s) { string M() => s.[|Sagasu|](\"1\"); } }"
            },
            { "an object", "namespace Moh.Portal { class C { object M() => new [|Moh.Lgwan.ZeiService|](); } }" },
            {
                "an object by its target",
                "namespace Moh.Portal { class C { Moh.Lgwan.ZeiService M() => [|new()|]; } }"
            },
            {
                "a property",
                "namespace Moh.Portal { class C(Moh.Lgwan.ZeiService s) { string M() => s.[|Status|]; } }"
            },
            {
                "a property that is set",
                "namespace Moh.Portal { class C(Moh.Lgwan.ZeiService s) { void M() => s.[|Status|] = \"\"; } }"
            },
            { "a static member", "namespace Moh.Portal { class C { string M() => Moh.Lgwan.ZeiService.[|Namae|]; } }" },
            {
                "a method group",
                "namespace Moh.Portal { class C(Moh.Lgwan.ZeiService s) { Func<string, string> M() => s.[|Sagasu|]; } }"
            },
            {
                "an event",
                "namespace Moh.Portal { class C { void M(Moh.Lgwan.ZeiService s) => s.[|Kawatta|] += (_, _) => { }; } }"
            },
            {
                "a lambda of a minimal API",
                """
                    namespace Moh.Portal
                    {
                        static class Endpoints
                        {
                            public static void Map(WebApplication app) =>
                                app.MapGet("/zei", (Moh.Lgwan.ZeiService s) => s.[|Sagasu|]("1"));
                        }
                    }
                    """
            },
            { "what it derives from", "namespace Moh.Portal { class [|C|] : Moh.Lgwan.ZeiBase { } }" },
            {
                "by attributes",
                """
                    using PolicyKit.Annotations;
                    [NetworkZone("lgwan")] class Daichou { public string Yomu() => ""; }
                    [NetworkZone("internet")] class Gamen(Daichou d) { string M() => d.[|Yomu|](); }
                    """
            },
            {
                "an attribute that says otherwise than the namespace",
                """
                    namespace Moh.Lgwan
                    {
                        [PolicyKit.Annotations.NetworkZone("internet")]
                        class C(ZeiService s) { string M() => s.[|Sagasu|]("1"); }
                    }
                    """
            },
            {
                "a class within one that is marked",
                """
                    using PolicyKit.Annotations;
                    [NetworkZone("internet")] class Gamen { class Naka(Moh.Lgwan.ZeiService s) { string M() =>
                        s.[|Sagasu|]("1"); } }
                    """
            },
            {
                "a namespace beneath",
                "namespace Moh.Portal.Gamen.Zei { class C(Moh.Lgwan.ZeiService "
                    + "s) { string M() => s.[|Sagasu|](\"1\"); } }"
            },
            {
                "the other way round",
                "namespace Moh.Portal { class P { public void Okuru() { } } } namespace "
                    + "Moh.Lgwan { class C(Moh.Portal.P p) { void M() => p.[|Okuru|](); } }"
            },
            {
                "a host of the other zone",
                """
                    namespace Moh.Lgwan
                    {
                        class C(HttpClient h) { Task M() =>
                            h.GetStringAsync([|"https://transfer.bank.example.jp/v1"|]); }
                    }
                    """
            },
            {
                "a zone that nobody declared",
                "using PolicyKit.Annotations; [NetworkZone([|\"my-number\"|])] class C { }"
            },
            {
                "a gateway without a declared flow",
                "namespace Moh.Portal { class C(Renkei.ZeiMadoguchi m) { string M() => m.[|Toiawase|](\"1\"); } }"
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "code of the same zone",
                "namespace Moh.Lgwan { class C(ZeiService s) { string M() => s.Sagasu(\"1\"); } }"
            },
            { "code that stands in no zone", "class C(Moh.Lgwan.ZeiService s) { string M() => s.Sagasu(\"1\"); }" },
            {
                "code that all zones share",
                "namespace Moh.Portal { class C(Moh.Kyoutsuu.Henkan h) { string M() => h.Hankaku(\"1\"); } }"
            },
            {
                "a gateway with a declared flow",
                "namespace Moh.Portal { class C(Renkei.ZeiMadoguchi m) { string M() => m.Toiawase(\"1\"); } }"
            },
            {
                "an interface that is a gateway",
                "namespace Moh.Portal { class C(Renkei.IZeiMadoguchi m) { string M() => m.Toiawase(\"1\"); } }"
            },
            {
                "the gateway itself",
                """
                    namespace Moh.Portal
                    {
                        [PolicyKit.Annotations.ZoneGateway]
                        class Madoguchi(Moh.Lgwan.ZeiService s) { string M() => s.Sagasu("1"); }
                    }
                    """
            },
            {
                "what implements a gateway",
                """
                    namespace Moh.Portal
                    {
                        class Madoguchi(Moh.Lgwan.ZeiService s) : Renkei.IZeiMadoguchi {
                            public string Toiawase(string id) => s.Sagasu(id); }
                    }
                    """
            },
            {
                "a method that is a gateway",
                """
                    namespace Moh.Portal
                    {
                        class C(Moh.Lgwan.ZeiService s)
                        {
                            [PolicyKit.Annotations.ZoneGateway] string M() => s.Sagasu("1");
                        }
                    }
                    """
            },
            {
                "a record that is handed over",
                "namespace Moh.Portal { class C { string M(Moh.Lgwan.ZeiKekka k) => k.Kubun; } }"
            },
            {
                "an object that only holds data",
                "namespace Moh.Portal { class C { object M() => new Moh.Lgwan.ZeiDto { Id = \"1\" }; } }"
            },
            {
                "a value of an enumeration",
                "namespace Moh.Portal { class C { object M() => Moh.Lgwan.ZeiKubun.Juuminzei; } }"
            },
            { "a name", "namespace Moh.Portal { class C { string M() => nameof(Moh.Lgwan.ZeiService.Sagasu); } }" },
            {
                "a type that is only registered",
                "namespace Moh.Portal { class C { void M(IServiceCollection "
                    + "s) => s.AddScoped<Moh.Lgwan.ZeiService>(); } }"
            },
            {
                "an interface that it implements",
                "namespace Moh.Portal { class C : Moh.Lgwan.IZeiService { public string Sagasu(string id) => id; } }"
            },
            { "the framework", "namespace Moh.Portal { class C { string M() => string.Concat(\"1\", \"2\"); } }" },
            {
                "a namespace that only begins alike",
                "namespace Moh.PortalSite { class C(Moh.Lgwan.ZeiService s) { string M() => s.Sagasu(\"1\"); } }"
            },
            {
                "a host of its own zone",
                "namespace Moh.Portal { class C(HttpClient h) { Task M() => "
                    + "h.GetStringAsync(\"https://transfer.bank.example.jp/v1\"); } }"
            },
            {
                "a host that is not declared, which is another rule",
                "namespace Moh.Lgwan { class C(HttpClient h) { Task M() "
                    + "=> h.GetStringAsync(\"https://other.example.jp/\"); } }"
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_what_crosses_a_zone(string name) => Rule.Reports(Reported[name] + Library, Zones);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_stays_or_goes_by_a_gateway(string name) =>
        Rule.IsSilent(Harmless[name] + Library, WithFlow);

    [Fact]
    public Task Takes_the_zone_of_an_assembly() =>
        Rule.Reports(
            """
            [assembly: PolicyKit.Annotations.NetworkZone("internet")]
            class C(Moh.Lgwan.ZeiService s) { string M() => s.[|Sagasu|]("1"); }
            """ + Library,
            Zones
        );

    [Theory]
    [InlineData("ja", "系 `internet` のコードが、中継を経ずに、系 `lgwan` の `ZeiService` を使います")]
    [InlineData("en", "Code of the zone `internet` uses `ZeiService` of the zone `lgwan` without a gateway")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Zones.WithProperty("PolicyKitLanguage", language),
                        "namespace Moh.Portal { class C { object M() => new Moh.Lgwan.ZeiService(); } }" + Library
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
