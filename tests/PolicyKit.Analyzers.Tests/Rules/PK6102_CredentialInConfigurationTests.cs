using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6102_CredentialInConfigurationTests
{
    private static readonly Check Rule = new("PK6102");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var files = Files.WithConfiguration("""{ "Mail": { "Password": "Gesuido!58" } }""");
        Assert.Equal(
            "構成ファイルに認証情報が書かれています (`Password`) 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(files)).GetMessage()
        );
        Assert.Equal(
            "A configuration file contains a credential (`Password`) 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(files.WithProperty("PolicyKitLanguage", "en"))).GetMessage()
        );
    }

    [Theory]
    [InlineData("""{ "Mail": { "Password": [|"Gesuido!58"|] } }""")]
    [InlineData("""{ "Mail": { "SmtpPassword": [|"Kaw4goe#2026"|] } }""")]
    [InlineData("""{ "Api": { "ApiKey": [|"9f3c1d7a2b8e4f60"|] } }""")]
    [InlineData("""{ "Jwt": { "SigningKey": [|"mY5ecretS1gningK3y!!0000"|] } }""")]
    [InlineData("""{ "Azure": { "Client_Secret": [|"8Q~abcDEF.ghiJKL_mno"|] } }""")]
    [InlineData("""{ "X": [|"ghp_abcdefghijklmnopqrstuvwxyz0123456789"|] }""")]
    [InlineData("""{ "Keys": [ [|"AKIAIOSFODNN7EXAMPLX"|] ] }""")]
    [InlineData("""{ "ConnectionStrings": { "A": [|"Server=db1;Database=b;User Id=sa;Password=Kaw4goe#2026"|] } }""")]
    [InlineData("""{ "ConnectionStrings": { "A": [|"Host=pg;Username=u;Password=abc123XYZ"|] } }""")]
    [InlineData(
        """{ "Storage": [|"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4;EndpointSuffix=core.windows.net"|] }"""
    )]
    [InlineData("""{ "Redis": { "Url": [|"redis://user:s3cretPass@cache:6379"|] } }""")]
    [InlineData("""{ "パスワード": [|"Gesuido!58"|] }""")]
    [InlineData("{ // 開発用ではない\n \"Password\": [|\"Gesuido!58\"|], /* 終わり */ }")]
    [InlineData("""{ "A": { "B": { "C": { "DbPwd": [|"q1w2e3r4T5"|] } } }, }""")]
    public Task Reports_a_credential(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData(
        "web.config",
        """
            <configuration>
            <connectionStrings>
            <add name="A" connectionString="[|Server=db1;Database=b;User Id=sa;Password=Kaw4goe#2026|]" />
            </connectionStrings>
            </configuration>
            """
    )]
    [InlineData(
        "web.config",
        """<configuration><appSettings><add key="SmtpPassword" value="[|Gesuido!58|]" /></appSettings></configuration>"""
    )]
    [InlineData("app.config", """<configuration><x><password>[|Gesuido!58|]</password></x></configuration>""")]
    [InlineData(
        "web.config",
        """<configuration><system.net><mailSettings><smtp><network host="a" password="[|Gesuido!58|]" /></smtp></mailSettings></system.net></configuration>"""
    )]
    [InlineData(
        "launchSettings.json",
        """{ "profiles": { "A": { "environmentVariables": { "ApiKey": [|"9f3c1d7a2b8e4f60"|] } } } }"""
    )]
    [InlineData("appsettings.Production.json", """{ "Mail": { "Password": [|"Gesuido!58"|] } }""")]
    [InlineData(
        "appsettings.Development.json",
        """{ "ConnectionStrings": { "A": [|"Server=db1;Database=b;User Id=sa;Password=Kaw4goe#2026"|] } }"""
    )]
    public Task Reports_it_in_every_kind_of_file(string name, string text) => Rule.Configuration(text, name);

    [Theory]
    [InlineData("""{ "Mail": { "Password": "" } }""")]
    [InlineData("""{ "Mail": { "Password": "changeme" } }""")]
    [InlineData("""{ "Mail": { "Password": "<your-password>" } }""")]
    [InlineData("""{ "Mail": { "Password": "${MAIL_PASSWORD}" } }""")]
    [InlineData("""{ "Mail": { "Password": "#{MailPassword}#" } }""")]
    [InlineData("""{ "Mail": { "Password": "%MAIL_PASSWORD%" } }""")]
    [InlineData("""{ "Mail": { "Password": "MAIL_PASSWORD" } }""")]
    [InlineData("""{ "Mail": { "PasswordSecretName": "mail-password" } }""")]
    [InlineData("""{ "Identity": { "Password": { "RequiredLength": 12, "RequireDigit": true } } }""")]
    [InlineData("""{ "Texts": { "PasswordLabel": "Kaw4goe#2026" } }""")]
    [InlineData("""{ "Texts": { "ForgotPassword": "パスワードをお忘れですか" } }""")]
    [InlineData("""{ "ConnectionStrings": { "A": "Server=db1;Database=b;Integrated Security=true" } }""")]
    [InlineData("""{ "ConnectionStrings": { "A": "Data Source=billing.db" } }""")]
    [InlineData("""{ "Url": "https://bank.example.jp/path:a@b" }""")]
    [InlineData("""{ "Keys": { "Primary": "orders" } }""")]
    [InlineData("""{ "Plan": "Basic Standard", "Note": "Basic bm9jb2xvbg==" }""")]
    [InlineData("""{ "Password": null, "Secret": 12345 }""")]
    [InlineData("{ broken \"Password\": \"Gesuido!58\"")]
    public Task Is_silent_about_what_is_none(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData(
        "appsettings.Development.json",
        """{ "ConnectionStrings": { "A": "Server=localhost;Database=b;User Id=sa;Password=Dev-only-1" } }"""
    )]
    [InlineData(
        "launchSettings.json",
        """{ "environmentVariables": { "ConnectionStrings__A": "Host=127.0.0.1;Username=u;Password=Dev-only-1" } }"""
    )]
    [InlineData(
        "web.config",
        "<configuration><appSettings><add key=\"SmtpPassword\" value=\"\" /></appSettings></configuration>"
    )]
    [InlineData(
        "web.config",
        "<configuration><system.webServer><aspNetCore processPath=\"dotnet\" forwardWindowsAuthToken=\"false\" /></system.webServer></configuration>"
    )]
    [InlineData("web.config", "<configuration><broken></configuration>")]
    [InlineData(
        "web.config",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><configuration><password>&x;</password></configuration>"
    )]
    public Task Is_silent_in_other_files_too(string name, string text) => Rule.Configuration(text, name);

    [Fact]
    public Task Reports_a_header_with_a_user_and_a_password_under_any_name() =>
        Rule.Configuration("""{ "Portal": { "Kenmei": [|"Basic emVpbXU6UjRrITh2VHE="|] } }""");
}
