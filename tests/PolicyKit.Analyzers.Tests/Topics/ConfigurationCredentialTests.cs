using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Credentials under the names that frameworks and people give them.</summary>
public sealed class ConfigurationCredentialTests
{
    private static readonly Check Rule = new("PK6102");

    [Theory]
    [InlineData("""{ "Jwt": { "Key": [|"tR4wq9Zx2LmN7vB1kHs6"|], "Issuer": "https://login.example.jp" } }""")]
    [InlineData("""{ "JwtSettings": { "SecretKey": [|"the key that signs for the office"|] } }""")]
    [InlineData("""{ "TokenKey": [|"tR4wq9Zx2LmN7vB1kHs6"|] }""")]
    [InlineData("""{ "AppSettings": { "Token": [|"tR4wq9Zx2LmN7vB1kHs6"|] } }""")]
    [InlineData("""{ "Cosmos": { "PrimaryKey": [|"tR4wq9Zx2LmN7vB1kHs6+/9Q=="|] } }""")]
    [InlineData("""{ "Line": { "ChannelAccessToken": [|"tR4wq9Zx2LmN7vB1kHs6"|] } }""")]
    [InlineData("""{ "Aes": { "EncryptionKey": [|"suido-angou-2026!"|] } }""")]
    public Task Reports_a_key_by_the_name_that_frameworks_give_it(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("""{ "Mail": { "SmtpPass": [|"Kaw4goe#2026"|] } }""")]
    [InlineData("""{ "Db": { "dbPw": [|"Kaw4goe#2026"|] } }""")]
    [InlineData("""{ "Ftp": { "パスワード": [|"Kaw4goe#2026"|] } }""")]
    [InlineData("""{ "Zip": { "AnshoBango": [|"58213947"|] } }""")]
    [InlineData("""{ "暗号化キー": [|"Kaw4goe#2026"|] }""")]
    public Task Reports_a_password_by_an_abbreviation_or_in_Japanese(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("""{ "Mail": { "Password": [|"川越の下水道58"|] } }""")]
    [InlineData("""{ "Mail": { "Password": [|"river moon seven lamps"|] } }""")]
    [InlineData("""{ "ConnectionStrings": { "A": [|"Server=db1;Database=b;User Id=sa;Password=川越58ひみつ"|] } }""")]
    [InlineData("""{ "ConnectionStrings": { "A": [|"Server=db1;Database=b;Uid=sa;Pwd='Kaw;4goe;26'"|] } }""")]
    [InlineData("""{ "ConnectionStrings": { "A": [|"Server=db1;Database=b;Uid=sa;Pwd=\"Kaw;4goe;26\""|] } }""")]
    public Task Reports_a_password_whatever_its_letters(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("""{ "ApiKeys": [ [|"9f3c1d7a2b8e4f60"|], [|"0a9b8c7d6e5f4321"|] ] }""")]
    [InlineData("""{ "Auth": { "Secrets": { "0": [|"Kaw4goe#2026"|] } } }""")]
    public Task Reports_what_stands_in_a_list_under_such_a_name(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("""{ "Redis": [|"cache1.office.lan:6380,password=Kaw4goe2026,ssl=True"|] }""")]
    [InlineData("""{ "Headers": { "Authorization": [|"Basic c3VpZG86S2F3NGdvZQ=="|] } }""")]
    [InlineData("""{ "Cloud": { "SecretAccessKey": [|"tR4wq9Zx2LmN7vB1kHs6+pQ8/cY3"|] } }""")]
    public Task Reports_other_forms(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData(
        """
            <configuration>
            <system.web>
            <machineKey validationKey="[|0F1E2D3C4B5A69788796A5B4C3D2E1F0|]" decryptionKey="[|A0B1C2D3E4F5061728394A5B6C7D8E9F|]" validation="HMACSHA256" />
            </system.web>
            </configuration>
            """
    )]
    [InlineData(
        """
            <configuration>
            <applicationSettings>
            <Batch.Properties.Settings>
            <setting name="FtpPassword" serializeAs="String">
            <value>[|Kaw4goe#2026|]</value>
            </setting>
            </Batch.Properties.Settings>
            </applicationSettings>
            </configuration>
            """
    )]
    [InlineData(
        """<configuration><location path="."><appSettings><add key="LdapPass" value="[|Kaw4goe#2026|]" /></appSettings></location></configuration>"""
    )]
    [InlineData(
        """<configuration><system.web><identity impersonate="true" userName="office\batch" password="[|Kaw4goe#2026|]" /></system.web></configuration>"""
    )]
    public Task Reports_it_in_sections_of_web_config(string text) => Rule.Configuration(text, "web.config");

    [Theory]
    [InlineData(".env", "# 接続\nDB_PASSWORD=[|Kaw4goe#2026|]\nDB_NAME=ryokin\n")]
    [InlineData("settings.ini", "[ftp]\nhost=localhost\npassword=[|Kaw4goe#2026|]\n")]
    public Task Reports_it_in_lines(string name, string text) => Rule.Configuration(text, name);

    [Theory]
    [InlineData("""{ "Mail": { "Password": "@Microsoft.KeyVault(VaultName=kv;SecretName=mail)" } }""")]
    [InlineData("""{ "Mail": { "Password": "ENC[AES256_GCM,data:Tr7o1J5B,iv:3CQ9jM2oQ=,tag:Gk9==,type:str]" } }""")]
    [InlineData("""{ "Mail": { "Password": "{cipher}AQBc4fT9" } }""")]
    [InlineData("""{ "Mail": { "Password": "vault:secret/data/mail#password" } }""")]
    [InlineData("""{ "Mail": { "Password": "arn:aws:secretsmanager:ap-northeast-1:1:secret:mail" } }""")]
    [InlineData("""{ "Jwt": { "Key": "${JWT_KEY}" } }""")]
    [InlineData("""{ "Jwt": { "Key": "JWT_SIGNING_KEY" } }""")]
    public Task Is_silent_about_what_is_kept_elsewhere(string text) => Rule.Configuration(text);

    [Theory]
    [InlineData("""{ "Cache": { "Key": "bills" }, "CacheKey": "tR4wq9Zx2LmN7vB1kHs6" }""")]
    [InlineData("""{ "Jwt": { "PublicKey": "tR4wq9Zx2LmN7vB1kHs6" } }""")]
    [InlineData("""{ "Recaptcha": { "SiteKey": "tR4wq9Zx2LmN7vB1kHs6" } }""")]
    [InlineData("""{ "Insights": { "InstrumentationKey": "00000000-1111-2222-3333-444444444444" } }""")]
    [InlineData("""{ "Messages": { "Password": "8文字以上にしてください" } }""")]
    [InlineData("""{ "Labels": { "Password": "新しい パスワード" } }""")]
    [InlineData("""{ "Keyboard": { "Monkey": "tR4wq9Zx2LmN7vB1kHs6" } }""")]
    [InlineData("""{ "Spa": { "Compass": "Kaw4goe#2026" } }""")]
    public Task Is_silent_about_other_keys_and_texts_for_people(string text) => Rule.Configuration(text);

    [Fact]
    public Task Is_silent_about_keys_that_the_server_makes() =>
        Rule.Configuration(
            """
            <configuration>
            <system.web>
            <machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate,IsolateApps" />
            </system.web>
            </configuration>
            """,
            "web.config"
        );
}
