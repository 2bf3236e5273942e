using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Hosts in every form that configuration has for them.</summary>
public sealed class ConfigurationConnectionTests
{
    private static readonly Check Rule = new("PK3003");

    [Theory]
    [InlineData(
        "Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora.example.net)(PORT=1521))(CONNECT_DATA=(SID=x)));User Id=u",
        "ora.example.net"
    )]
    [InlineData("Data Source=ora.example.net:1521/suido;User Id=u", "ora.example.net")]
    [InlineData("Data Source=//ora.example.net/suido;User Id=u", "ora.example.net")]
    [InlineData("Host=a.example.net,b.example.net;Username=u", "a.example.net", "b.example.net")]
    [InlineData("Server=a.example.net;Failover Partner=b.example.net;Database=d", "a.example.net", "b.example.net")]
    [InlineData(
        "InstrumentationKey=1;IngestionEndpoint=https://in.example.net/;LiveEndpoint=https://live.example.net/",
        "in.example.net",
        "live.example.net"
    )]
    [InlineData("cache.example.net:6380,password=x,ssl=True", "cache.example.net")]
    [InlineData("mongodb://u:p@a.example.net:27017,b.example.net:27017/d", "a.example.net", "b.example.net")]
    [InlineData("http://user:p@ss@wiki.example.net/", "wiki.example.net")]
    [InlineData("\\\\\\\\files.example.net\\\\share\\\\bills", "files.example.net")]
    [InlineData("Driver={SQL Server};Server=a.example.net;Database=d", "a.example.net")]
    public async Task Reads_the_hosts_of(string value, params string[] hosts)
    {
        var found = await Rule.Of(Files.WithConfiguration($$"""{ "Service": { "Url": "{{value}}" } }"""));
        Assert.Equal(hosts.Order(), found.Select(HostIn).Order());
    }

    [Theory]
    [InlineData("""{ "Ldap": { "Root": [|"LDAP://dc1.example.net/DC=office"|] } }""")]
    [InlineData("""{ "Renkei": { "送信先": [|"ftp://ftp.example.net/in"|] } }""")]
    [InlineData("""{ "Otel": { "Collector": [|"http://otel.example.net:4317"|] } }""")]
    [InlineData("""{ "Sentry": { "Dsn": [|"https://k@sentry.example.net/1"|] } }""")]
    [InlineData("""{ "Db": { "ServerName": [|"db09.example.net"|] } }""")]
    [InlineData("""{ "Kafka": { "BootstrapServers": [|"a.example.net:9092,a.example.net:9093"|] } }""")]
    public async Task Reports_under_any_name_that_says_connection(string marked)
    {
        var text = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        Assert.NotEmpty(await Rule.Of(Files.WithConfiguration(text)));
    }

    [Theory]
    [InlineData(
        """
            <configuration>
            <system.serviceModel>
            <client>
            <endpoint name="Soap" address="[|https://soap.example.net/s.svc|]" binding="basicHttpBinding" />
            </client>
            </system.serviceModel>
            </configuration>
            """
    )]
    [InlineData(
        """
            <configuration>
            <applicationSettings>
            <B>
            <setting name="ServiceUrl" serializeAs="String">
            <value>[|https://soap.example.net/|]</value>
            </setting>
            </B>
            </applicationSettings>
            </configuration>
            """
    )]
    public Task Reports_named_elements_of_web_config(string text) => Rule.Configuration(text, "web.config");

    [Theory]
    [InlineData("""{ "ConnectionStrings": { "A": "Server=(local);Database=b" } }""")]
    [InlineData("""{ "ConnectionStrings": { "A": "Data Source=App_Data/bills.sqlite;Password=x" } }""")]
    [InlineData("""{ "Pattern": { "Path": "\\\\d+\\\\w+" } }""")]
    [InlineData("""{ "Xml": { "Uri": "http://schemas.xmlsoap.org/soap/envelope/" } }""")]
    public Task Is_silent_about_the_machine_itself_files_and_vocabularies(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("[|tcpip=state01.example.net:42424|]")]
    [InlineData("tcpip=127.0.0.1:42424")]
    public Task Reports_the_server_of_sessions_unless_it_is_the_machine_itself(string value) =>
        Rule.Configuration(
            $"""<configuration><system.web><sessionState mode="StateServer" stateConnectionString="{value}" /></system.web></configuration>""",
            "web.config"
        );

    [Fact]
    public Task A_host_is_no_vocabulary_because_its_name_begins_with_schemas() =>
        Rule.Configuration("""{ "Api": { "BaseUrl": [|"https://schemas.example.net/"|] } }""");

    private static string HostIn(Microsoft.CodeAnalysis.Diagnostic finding) =>
        finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split('`')[1];
}
