using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Sections of web.config, and what Web.Release.config makes of them.</summary>
public sealed class WebConfigTests
{
    [Theory]
    [InlineData(
        "PK6302",
        """<authentication mode="Forms"><forms loginUrl="~/Login" requireSSL="[|false|]" /></authentication>"""
    )]
    [InlineData("PK6302", """<authentication mode="Forms"><forms loginUrl="[|~/Login|]" /></authentication>""")]
    [InlineData("PK6302", """<roleManager enabled="true" cookieRequireSSL="[|false|]" />""")]
    [InlineData("PK6302", """<sessionState cookieSameSite="[|None|]" />""")]
    [InlineData("PK6302", """<httpCookies httpOnlyCookies="[|false|]" requireSSL="true" />""")]
    [InlineData(
        "PK6301",
        """<authentication mode="Forms"><forms requireSSL="true" timeout="[|2880|]" /></authentication>"""
    )]
    [InlineData("PK6301", """<sessionState timeout="[|480|]" />""")]
    [InlineData(
        "PK6301",
        """<membership><providers><add name="Sql" minRequiredPasswordLength="[|6|]" /></providers></membership>"""
    )]
    [InlineData(
        "PK6301",
        """<membership><providers><add name="Sql" maxInvalidPasswordAttempts="[|50|]" /></providers></membership>"""
    )]
    [InlineData("PK6501", """<compilation debug="[|true|]" targetFramework="4.8" />""")]
    [InlineData("PK6501", """<customErrors mode="[|Off|]" />""")]
    [InlineData("PK6501", """<trace enabled="[|true|]" localOnly="false" />""")]
    public Task Reports_in_system_web(string rule, string section) =>
        new Check(rule).Configuration(
            $"<configuration><system.web>{section}</system.web></configuration>",
            "Web.config"
        );

    [Theory]
    [InlineData(
        "PK6302",
        """<authentication mode="Forms"><forms loginUrl="~/Login" requireSSL="true" /></authentication>"""
    )]
    [InlineData(
        "PK6302",
        """<authentication mode="Forms"><forms loginUrl="~/Login" /></authentication><httpCookies requireSSL="true" />"""
    )]
    [InlineData("PK6302", """<authentication mode="Windows" />""")]
    [InlineData("PK6301", """<sessionState timeout="20" />""")]
    [InlineData("PK6501", """<compilation debug="false" targetFramework="4.8" /><customErrors mode="RemoteOnly" />""")]
    public Task Is_silent_in_system_web(string rule, string section) =>
        new Check(rule).Configuration(
            $"<configuration><system.web>{section}</system.web></configuration>",
            "Web.config"
        );

    [Theory]
    [InlineData(
        "PK6206",
        """<system.net><mailSettings><smtp><network host="[|smtp.example.jp|]" port="25" /></smtp></mailSettings></system.net>"""
    )]
    [InlineData(
        "PK6206",
        """
            <system.serviceModel>
            <bindings>
            <basicHttpBinding>
            <binding name="B">
            <security mode="[|None|]" />
            </binding>
            </basicHttpBinding>
            </bindings>
            </system.serviceModel>
            """
    )]
    [InlineData(
        "PK6206",
        """<system.serviceModel><client><endpoint name="S" address="[|http://soap.example.jp/s.svc|]" /></client></system.serviceModel>"""
    )]
    [InlineData(
        "PK6206",
        """
            <connectionStrings>
            <add name="A" connectionString="[|Data Source=sql1;Initial Catalog=b;Integrated Security=true|]" providerName="System.Data.SqlClient" />
            </connectionStrings>
            """
    )]
    [InlineData(
        "PK6206",
        """
            <system.webServer>
            <httpProtocol>
            <customHeaders>
            <add name="Strict-Transport-Security" value="[|max-age=300|]" />
            </customHeaders>
            </httpProtocol>
            </system.webServer>
            """
    )]
    [InlineData(
        "PK6205",
        """<system.serviceModel><behaviors><x><authentication certificateValidationMode="[|None|]" /></x></behaviors></system.serviceModel>"""
    )]
    [InlineData(
        "PK6501",
        """<system.serviceModel><behaviors><x><serviceDebug includeExceptionDetailInFaults="[|true|]" /></x></behaviors></system.serviceModel>"""
    )]
    public Task Reports_in_other_sections(string rule, string section) =>
        new Check(rule).Configuration($"<configuration>{section}</configuration>", "Web.config");

    [Theory]
    [InlineData(
        "PK6206",
        """<system.net><mailSettings><smtp><network host="smtp.example.jp" enableSsl="true" /></smtp></mailSettings></system.net>"""
    )]
    [InlineData(
        "PK6206",
        """
            <connectionStrings>
            <add name="A" connectionString="Data Source=sql1;Initial Catalog=b;Encrypt=True" providerName="System.Data.SqlClient" />
            </connectionStrings>
            """
    )]
    [InlineData(
        "PK6206",
        """
            <system.webServer>
            <httpProtocol>
            <customHeaders>
            <add name="Strict-Transport-Security" value="max-age=31536000" />
            </customHeaders>
            </httpProtocol>
            </system.webServer>
            """
    )]
    public Task Is_silent_in_other_sections(string rule, string section) =>
        new Check(rule).Configuration($"<configuration>{section}</configuration>", "Web.config");

    [Fact]
    public async Task A_release_transform_takes_debug_away() =>
        Assert.Empty(await Details("""<compilation xdt:Transform="RemoveAttributes(debug)" />"""));

    [Fact]
    public async Task A_release_transform_of_something_else_leaves_it() =>
        Assert.Single(await Details("""<compilation xdt:Transform="RemoveAttributes(batch)" />"""));

    [Fact]
    public async Task A_debug_transform_is_of_development_alone() =>
        Assert.Empty(
            await new Check("PK6501").Of(
                Files.WithConfiguration(
                    """<configuration><system.web><customErrors mode="Off" /></system.web></configuration>""",
                    "Web.Debug.config"
                )
            )
        );

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Details(string transform) =>
        new Check("PK6501").Of(
            Files
                .WithConfiguration(
                    """<configuration><system.web><compilation debug="true" /></system.web></configuration>""",
                    "Web.config"
                )
                .AndConfiguration(
                    $"""<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><system.web>{transform}</system.web></configuration>""",
                    "Web.Release.config"
                )
        );
}
