using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK3003_UndeclaredConnectionInConfigurationTests
{
    private static readonly Check Rule = new("PK3003");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var files = Files.WithConfiguration("""{ "Mail": { "Host": "smtp.office.example.jp" } }""");
        Assert.Equal(
            "構成ファイルの接続先 `smtp.office.example.jp` が申告されていません 〔基本方針 6(3)・対策基準 3-01〕",
            Assert.Single(await Rule.Of(files)).GetMessage()
        );
        Assert.Equal(
            "The connection `smtp.office.example.jp` in a configuration file is not declared 〔基本方針 6(3)・対策基準 3-01〕",
            Assert.Single(await Rule.Of(files.WithProperty("PolicyKitLanguage", "en"))).GetMessage()
        );
    }

    [Theory]
    [InlineData("""{ "Mail": { "Host": [|"smtp.office.example.jp"|] } }""")]
    [InlineData("""{ "Payment": { "BaseUrl": [|"https://sandbox.bank.example.jp/v2"|] } }""")]
    [InlineData("""{ "Payment": { "Endpoint": [|"http://10.1.2.3:8080/"|] } }""")]
    [InlineData("""{ "Jwt": { "Authority": [|"https://login.example.com/tenant"|] } }""")]
    [InlineData("""{ "Redis": { "Url": [|"redis://cache.example.jp:6379"|] } }""")]
    [InlineData("""{ "Queue": { "Uri": [|"amqp://mq.example.jp/v"|] } }""")]
    [InlineData(
        """{ "ConnectionStrings": { "A": [|"Server=tcp:replica.example.jp,1433;Database=b;Integrated Security=true"|] } }"""
    )]
    [InlineData("""{ "A": { "B": [|"Host=pg.example.jp;Port=5432;Username=u"|] } }""")]
    [InlineData("""{ "Kafka": { "BootstrapServers": [|"broker.example.jp:9092"|] } }""")]
    [InlineData("""{ "Ldap": { "Server": [|"ldap.example.jp"|] } }""")]
    [InlineData(
        """{ "Services": { "Urls2": 1, "ServiceUrl": [ [|"https://a.example.com"|], [|"https://b.example.com"|] ] } }"""
    )]
    [InlineData("""{ "Elastic": { "NodeUri": [|"https://es.example.jp:9200"|] } }""")]
    [InlineData("""{ "Blob": { "ServiceUri": [|"https://acct.blob.core.windows.net"|] } }""")]
    [InlineData("""{ "A": { "HostName": [|"db.example.jp"|] } }""")]
    [InlineData("""{ "A": { "base_address": [|"https://x.example.jp"|] } }""")]
    public Task Reports_a_connection(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData(
        "web.config",
        """<configuration><appSettings><add key="PaymentUrl" value="[|https://sandbox.bank.example.jp/|]" /></appSettings></configuration>"""
    )]
    [InlineData(
        "web.config",
        """
            <configuration>
            <connectionStrings>
            <add name="A" connectionString="[|Data Source=sql.example.jp;Initial Catalog=b;Integrated Security=true|]" />
            </connectionStrings>
            </configuration>
            """
    )]
    [InlineData(
        "app.config",
        """
            <configuration>
            <system.serviceModel>
            <client>
            <endpoint address="[|https://soap.example.jp/s.svc|]" />
            </client>
            </system.serviceModel>
            </configuration>
            """
    )]
    [InlineData("appsettings.Staging.json", """{ "Mail": { "Host": [|"smtp.office.example.jp"|] } }""")]
    public Task Reports_it_in_every_kind_of_file(string name, string text) => Rule.Configuration(text, name);

    [Theory]
    [InlineData("""{ "Payment": { "BaseUrl": "https://transfer.bank.example.jp/v2" } }""")]
    [InlineData("""{ "Payment": { "BaseUrl": "HTTPS://TRANSFER.bank.example.jp" } }""")]
    [InlineData("""{ "Payment": { "BaseUrl": "http://localhost:5000" } }""")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://0.0.0.0:5000" } } } }""")]
    [InlineData("""{ "Urls": "http://*:5000;https://app.example.jp" }""")]
    [InlineData("""{ "AllowedHosts": "app.example.jp" }""")]
    [InlineData("""{ "Jwt": { "Issuer": "https://login.example.com", "Audience": "https://api.example.com" } }""")]
    [InlineData("""{ "Oidc": { "RedirectUri": "https://app.example.jp/signin" } }""")]
    [InlineData("""{ "Links": { "HelpUrl": "https://help.example.jp", "Terms": "https://www.example.jp/terms" } }""")]
    [InlineData(
        """{ "Xml": { "Namespace": "http://www.w3.org/2001/XMLSchema", "SchemaUrl": "http://schemas.example.jp/a" } }"""
    )]
    [InlineData("""{ "Mail": { "FromAddress": "a@example.jp" } }""")]
    [InlineData("""{ "A": { "BaseUrl": "" } }""")]
    [InlineData("""{ "A": { "BaseUrl": "https://{tenant}.example.jp" } }""")]
    [InlineData("""{ "A": { "BaseUrl": "/api/v1" } }""")]
    [InlineData("""{ "ConnectionStrings": { "A": "Data Source=billing.db" } }""")]
    [InlineData("""{ "A": { "FileUri": "file:///var/data" } }""")]
    [InlineData("""{ "$schema": "https://json.schemastore.org/appsettings.json" }""")]
    [InlineData("""{ "A": { "HostName": "db" } }""")]
    public Task Is_silent_about_what_is_none_or_is_declared(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData(
        "launchSettings.json",
        """{ "profiles": { "A": { "applicationUrl": "https://dev.example.jp:7001;http://localhost:5000" } } }"""
    )]
    [InlineData(
        "web.config",
        """<configuration xmlns="http://schemas.example.jp/.NetConfiguration/v2.0"><a /></configuration>"""
    )]
    public Task Is_silent_in_other_files_too(string name, string text) => Rule.Configuration(text, name);
}
