using PolicyKit.Findings;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>No output repeats a secret or a person's number: whatever reports the line, in every format.</summary>
public sealed class MaskingTests : IDisposable
{
    private const string Secret = "Kaw4goe2026Ryokin";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Shapes =>
        new()
        {
            { "connection string", $"Server=db1;Password={Secret};Database=b" },
            { "password with a space", $"Server=db1;Password=Sek {Secret};Database=b" },
            { "password with an apostrophe", $"Server=db1;Password=Sek'{Secret};Database=b" },
            { "quoted password", $"Server=db1;Pwd='{Secret}';Database=b" },
            { "prefixed name", $"FtpPassword={Secret}" },
            { "user info", $"https://bob:{Secret}@example.jp/" },
            { "user info with an at sign", $"http://admin:Sek@{Secret}@host.example.jp/" },
            { "user info with a slash", $"http://admin:Sek/{Secret}@host.example.jp/" },
            { "shared access signature", $"https://a.example.jp/b?se=2026&sig={Secret}&sp=r" },
            { "api key", $"https://a.example.jp/?api_key={Secret}" },
            { "token", $"https://a.example.jp/?access_token={Secret}" },
            { "bearer", $"Authorization: Bearer {Secret}" },
            { "jwt", $"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.{Secret}" },
            { "pem", $"-----BEGIN PRIVATE KEY-----MIIEvQ-{Secret}-x-----END PRIVATE KEY-----" },
            { "github token", $"ghp_{Secret}{Secret}ABCD" },
            { "json member", $"{{\"password\": \"{Secret}\"}}" },
            { "yaml member", $"password: {Secret}" },
            { "japanese member", $"パスワード: {Secret}" },
            { "full-width colon", $"パスワード：{Secret}" },
            { "full-width name", $"ｐａｓｓｗｏｒｄ＝{Secret}" },
            { "japanese sentence", $"パスワードは {Secret} です" },
            { "japanese quotes", $"パスワード「{Secret}」" },
            { "short name", $"DB_PASS={Secret}" },
            { "shorter name", $"PW:{Secret}" },
            { "no space", $"token:{Secret}" },
            { "id and password", $"ID/PASS = admin/{Secret}" },
            { "cookie", $"Cookie: session={Secret}; path=/" },
            { "element", $"<smtpPassword>{Secret}</smtpPassword>" },
            { "attributes", $"<add key=\"DbPassword\" value=\"{Secret}\" />" },
            { "name and value", $"{{\"name\": \"password\", \"value\": \"{Secret}\"}}" },
            { "option", $"tool --db-password {Secret} run" },
            { "curl", $"curl -s -u suido:{Secret} https://example.jp/" },
            { "mysql", $"mysql -u suido -p{Secret} ryokin" },
            { "share", $"net use z: \\\\fs1\\share {Secret} /user:suido" },
            { "user info without a scheme", $"suido:{Secret}@db.example.jp" },
            { "oracle", $"suido/{Secret}@db.example.jp:1521/RYOKIN" },
            { "gitlab token", $"glpat-{Secret}{Secret}" },
            { "webhook", $"https://hooks.slack.com/services/T0/B0/{Secret}" },
            { "hidden character", $"pass\u200Bword={Secret}" },
            { "plural", $"{{\"secrets\": \"{Secret}\"}}" },
            { "doubled quotes", $"Password=''Kaw {Secret};x''" },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_secret_of_this_shape_is_masked_wherever_it_stands(string shape, string text)
    {
        Assert.NotEmpty(shape);
        Assert.DoesNotContain(Secret, SecretShapes.Masked(text), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Secret,
            SecretShapes.Masked($"接続先 `{text}` は申告されていません"),
            StringComparison.Ordinal
        );
        Assert.Equal(SecretShapes.Masked(text), SecretShapes.Masked(SecretShapes.Masked(text)));
    }

    [Theory]
    [InlineData("var cs = \"Server=db1;Password=\" + \"Kaw4goe2026Ryokin\";")]
    [InlineData("var cs = $\"Server=db1;Password={\"Kaw4goe2026Ryokin\"}\";")]
    [InlineData("const string p = \"Kaw4goe2026Ryokin\"; var cs = \"Server=db1;Password=\" + p;")]
    [InlineData("var password = \"Kaw4goe2026Ryokin\";")]
    [InlineData("\"password\": \"Kaw4goe2026Ryokin\",")]
    [InlineData("\"ConnectionString\": \"Server=db1;Password=Kaw4goe2026Ryokin\"")]
    [InlineData("\\\"password\\\": \\\"Kaw4goe2026Ryokin\\\"")]
    public void A_line_of_code_or_configuration_is_shown_without_the_secret(string line) =>
        Assert.DoesNotContain(Secret, Excerpt.Of(line, 0, line.Length).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("var password = Environment.GetEnvironmentVariable(\"DB\");")]
    [InlineData("\"minPasswordLength\": 12")]
    [InlineData("password = await vault.Read(name);")]
    [InlineData("https://example.jp:8443/path")]
    [InlineData("\"sha256\": \"a3f1c2d4e5b60718293a4b5c6d7e8f90112233445566778899aabbccddeeff00\"")]
    [InlineData("電話 048-000-0000")]
    [InlineData("文書番号 123456789012")]
    [InlineData("パスワードは12文字以上です")]
    [InlineData("パスワードは PBKDF2 で保存してください")]
    [InlineData("mailto:madoguchi@example.jp")]
    [InlineData("uses: actions/checkout@v4")]
    [InlineData("compass: north, passage: 12")]
    [InlineData("必須の項目 `password` がありません")]
    public void What_is_no_secret_is_left_as_it_is(string text) => Assert.Equal(text, SecretShapes.Masked(text));

    [Fact]
    public void A_number_under_its_name_is_masked_whatever_its_check_digit() =>
        Assert.Equal("個人番号: ********", SecretShapes.Masked("個人番号: 123456789012"));

    [Theory]
    [InlineData("p.json", "{\"password\": \"Kaw4goe2026Ryokin\"}")]
    [InlineData("p.json", "{\"password\":\n  \"Kaw4goe2026Ryokin\"}")]
    [InlineData("p.json", "{\"pass\\u0077ord\": \"Kaw4goe2026Ryokin\"}")]
    [InlineData("p.json", "{\"password\": [\"Kaw4goe2026Ryokin\"]}")]
    [InlineData("p.json", "{\"apiKey\": {\"live\": \"Kaw4goe2026Ryokin\"}}")]
    [InlineData("p.json", "{\"name\": \"password\", \"of\": 1, \"value\": \"Kaw4goe2026Ryokin\"}")]
    [InlineData("p.yaml", "パスワード: Kaw4goe2026Ryokin\n")]
    [InlineData("p.yaml", "password: &p Kaw4goe2026Ryokin\n")]
    [InlineData("p.yaml", "password:\n  Kaw4goe2026Ryokin\n")]
    [InlineData("p.yaml", "password: {a: Kaw4goe2026Ryokin}\n")]
    public void A_value_under_the_name_of_a_secret_is_shown_in_no_format(string name, string text)
    {
        var schema = _folder.Write(
            "s.json",
            """{"additionalProperties": {"type": "boolean"}, "properties": {"of": {}, "name": {}}}"""
        );
        var file = _folder.Write(name, text);
        foreach (var format in new[] { "human", "json", "sarif", "junit", "github" })
        {
            var (exitCode, output, error) = Policykit.Run("validate", file, "--schema", schema, "--format", format);
            Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
            Assert.DoesNotContain(Secret, output + error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("123456789018")]
    [InlineData("1234-5678-9018")]
    [InlineData("１２３４５６７８９０１８")]
    public void An_individual_number_with_its_check_digit_is_masked(string number) =>
        Assert.Equal("番号 ********", SecretShapes.Masked("番号 " + number));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Validate_repeats_it_in_no_format_beside_any_kind_of_mistake(string shape, string text)
    {
        Assert.NotEmpty(shape);
        var json = System.Text.Json.JsonSerializer.Serialize(text);
        // In the value that is wrong, in the name, and on the line of what is wrong.
        string[] documents =
        [
            $"{{\"host\": {json}}}",
            $"{{\"date\": {json}}}",
            $"{{\"one\": {json}}}",
            $"{{\"long\": {json}}}",
            $"{{\"number\": {json}}}",
            $"{{\"a\": {json}, \"number\": \"x\"}}",
            $"{{\"a\": [{json}, {json}]}}",
            $"{{{json}: 1}}",
            $"{{\"kind\": \"system\", \"id\": {json}, \"owner\": 5}}",
            $"{{\"kind\": {json}}}",
            $"{{\"a\": {json} \"b\": 1}}",
        ];
        var schema = _folder.Write(
            "schema.json",
            """
            {
              "properties": {
                "host": { "title": "ホスト", "pattern": "^[a-z.]+$" }, "date": { "format": "date" }, "one": { "enum": ["x"] },
                "long": { "maxLength": 3 }, "number": { "type": "number" }, "a": { "uniqueItems": true }
              },
              "additionalProperties": false
            }
            """
        );
        var files = documents.Select((d, i) => _folder.Write($"{i}.json", d)).ToList();
        foreach (var format in Validation.ValidationOutput.Formats)
        foreach (var arguments in new string[][] { [], ["--schema", schema, "--assert-formats"] })
        {
            var (_, output, error) = Policykit.Run(["validate", .. files, "--format", format, .. arguments]);
            Assert.Contains("8.json", output, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, output + error, StringComparison.Ordinal);
        }
    }
}
