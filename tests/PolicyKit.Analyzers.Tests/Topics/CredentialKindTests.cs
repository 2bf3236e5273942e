using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>What counts as a credential in code, by name, by place and by text, and what is near to it and none.</summary>
public sealed class CredentialKindTests
{
    private static readonly Check Rule = new("PK6101");

    [Theory]
    [InlineData("dbPass", "Suido1234")]
    [InlineData("dbPw", "Suido1234")]
    [InlineData("password2", "Kensin2026")]
    [InlineData("PASSWORD_1", "Kensin2026")]
    [InlineData("passwordBytes", "Kensin2026")]
    [InlineData("ResetPassword", "Kaw4goe2026")]
    [InlineData("ansho_bango", "4649")]
    [InlineData("KanrishaPasuwado", "admin2026")]
    [InlineData("暗証番号", "0427")]
    [InlineData("管理者パスワード", "かんり2026")]
    [InlineData("apiToken", "q8Zk2LmN0pQ4rS6t")]
    [InlineData("jwtKey", "Z9k3L1m8Q7w2E5r6T4y0U3i9")]
    [InlineData("password", "MyPassword#123")]
    [InlineData("password", "Password1")]
    [InlineData("password", "kensin himitsu 26")]
    public Task Reports_by_its_name(string name, string value) =>
        Rule.Reports($$"""class C { string {{name}} = [|"{{value}}"|]; }""");

    [Theory]
    [InlineData("CacheKey", "kensin_list_2026")]
    [InlineData("SessionKey", "LoginUser01")]
    [InlineData("key", "SessionCookieLifetimeMinutes")]
    [InlineData("SortKey", "column12")]
    [InlineData("RegistryKey", @"SOFTWARE\\Suido\\Kensin2")]
    [InlineData("PublicKeyToken", "b77a5c561934e089")]
    [InlineData("publicKey", "q8Zk2LmN0pQ4rS6tU8vW")]
    [InlineData("CsrfToken", "X-CSRF-TOKEN-V2")]
    [InlineData("objectKey", "3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("RenderPass", "Forward")]
    [InlineData("kojinBango", "4649a8f3k92")]
    [InlineData("password", "ENC[AES256_GCM,data:qX9=,iv:aa1=,tag:zz2=]")]
    [InlineData("password", "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db)")]
    [InlineData("password", "8文字以上にしてください")]
    [InlineData("password", "Enter your new one")]
    public Task Is_silent_under_a_name_of_something_else_and_about_what_is_said(string name, string value) =>
        Rule.IsSilent($$"""class C { string {{name}} = "{{value}}"; }""");

    [Theory]
    [InlineData("""{\"user\":\"a\",\"password\":\"Kensin2026\"}""")]
    [InlineData("https://api.example.jp/v1?apikey=q8Zk2LmN0pQ4rS6t")]
    [InlineData("https://a.blob.core.windows.net/c?sv=2022-11-02&sr=c&sig=Zm9vYmFy1mF6cXV4MTIz%2B4aBcD")]
    [InlineData("cache01:6380,password=Redis2026x,ssl=True")]
    [InlineData("password=Kensin#2026")]
    [InlineData("UPDATE M_USER SET PASSWORD = 'init2026' WHERE USER_ID = 1")]
    [InlineData("See http://login:azerty123@www.example.com for more")]
    public Task Reports_a_name_with_its_value_in_a_text(string text) =>
        Rule.Reports($$"""class C { string M() => [|"{{text}}"|]; }""");

    [Theory]
    [InlineData("UPDATE M_USER SET PASSWORD = @password WHERE USER_ID = 1")]
    [InlineData("password=:password;user=:user;")]
    [InlineData("password=?;user=?;")]
    [InlineData("Usage: kensin.exe /user=<user> /password=<password>")]
    [InlineData("https://api.example.jp/v1?token={token}&page=2")]
    [InlineData("https://api.example.jp/v1?key=name&sort=asc")]
    [InlineData("https://api.example.jp/items?pageSize=5&pageIndex=0&api-version=2.0")]
    [InlineData("if (password == null) throw")]
    [InlineData("http://www.example.com<br>Email:info@example.com<br>Phone")]
    [InlineData("amqp://guest:guest@broker.example.jp/")]
    public Task Is_silent_about_parameters_templates_and_usage(string text) =>
        Rule.IsSilent($$"""class C { string M() => "{{text}}"; }""");

    [Theory]
    [InlineData("""var aes = Aes.Create(); aes.Key = Encoding.UTF8.GetBytes([|"0123456789abcdef"|]); return aes;""")]
    [InlineData("""return new AesGcm([|Key|], 16);""")]
    [InlineData("""return new HMACSHA256(Convert.FromHexString([|"00112233445566778899aabbccddeeff"|]));""")]
    [InlineData("""return HMACSHA256.HashData([|"0123456789abcdef"u8|], new byte[1]);""")]
    [InlineData("""return new ChaCha20Poly1305([|new byte[] { 1, 2, 3, 4 }|]);""")]
    [InlineData(
        """return Rfc2898DeriveBytes.Pbkdf2([|"Himitsu"|], RandomNumberGenerator.GetBytes(16), 600000, HashAlgorithmName.SHA256, 32);"""
    )]
    public Task Reports_whatever_a_cryptographic_api_takes_as_a_key(string statements) =>
        Rule.Reports(
            $$"""
            using System.Security.Cryptography; using System.Text;
            class C { private static readonly byte[] Key = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }; object M() { {{statements}} } }
            """
        );

    [Fact]
    public Task Is_silent_about_keys_that_are_read_or_made() =>
        Rule.IsSilent(
            """
            using System.Security.Cryptography; using System.Text;
            class C
            {
                private byte[] _key = new byte[32];
                C() => RandomNumberGenerator.Fill(_key);
                object A(IConfiguration c) => new HMACSHA256(Encoding.UTF8.GetBytes(c["Signing:Key"]!));
                object B() { var key = new byte[32]; RandomNumberGenerator.Fill(key); return new AesGcm(key, 16); }
                object D() => new AesGcm(_key, 16);
                object E(byte[] key) => new HMACSHA256(key);
            }
            """
        );
}
