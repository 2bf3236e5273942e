using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6101_HardCodedCredentialTests
{
    private static readonly Check Rule = new("PK6101");

    [Fact]
    public Task Reports_a_password_in_a_constant() =>
        Rule.Reports("class C { const string DbPassword = [|\"Kaw4goe#2026\"|]; }");

    [Fact]
    public Task Reports_a_key_as_the_default_of_an_option() =>
        Rule.Reports("class Options { public string ApiKey { get; set; } = [|\"bt-7Hq2mZx91LwP\"|]; }");

    [Fact]
    public Task Reports_a_constant_once_where_it_is_written_although_it_is_used_twice() =>
        Rule.Reports(
            """
            class C
            {
                const string Word = [|"Gesuido!58"|];
                object A() => new System.Net.NetworkCredential("a", Word);
                object B() => new System.Net.NetworkCredential("b", Word);
            }
            """
        );

    [Fact]
    public Task Reports_a_literal_that_reaches_a_password_parameter_through_a_local() =>
        Rule.Reports(
            """
            class C
            {
                object M(bool test)
                {
                    var word = [|"Gesuido!58"|];
                    if (test)
                        word = [|"Kensa#2026"|];
                    return new System.Net.NetworkCredential("a", word);
                }
            }
            """
        );

    [Fact]
    public Task Reports_a_connection_string_built_by_concatenation_and_interpolation() =>
        Rule.Reports(
            """
            class C
            {
                const string Server = "Server=db1;";
                static string A(string name) => [|Server + "Database=" + name + ";User Id=sa;Password=Kaw4goe#2026"|];
                static string B(string name) => [|$"Host=db1;Database={name};Username=billing;Password=Kaw4goe#2026"|];
            }
            """
        );

    [Fact]
    public Task Reports_a_storage_account_key_in_a_connection_string() =>
        Rule.Reports(
            "class C { string S() => [|\"DefaultEndpointsProtocol=https;AccountName=billing;AccountKey=c2VjcmV0a2V5c2VjcmV0a2V5\"|]; }"
        );

    [Fact]
    public Task Reports_a_bearer_token_in_a_header() =>
        Rule.Reports(
            """
            class C { void M(HttpClient http) => http.DefaultRequestHeaders.Add("Authorization", [|"Bearer 9f3c1d7ab0e24c55"|]); }
            """
        );

    [Fact]
    public Task Reports_a_basic_credential_in_an_authentication_header() =>
        Rule.Reports(
            "class C { object M() => new System.Net.Http.Headers.AuthenticationHeaderValue(\"Basic\", [|\"YmlsbGluZzpHZXN1aWRvNTg=\"|]); }"
        );

    [Fact]
    public Task Reports_user_information_in_a_url() =>
        Rule.Reports("class C { string U => [|\"https://billing:Gesuido58@transfer.bank.example.jp/\"|]; }");

    [Fact]
    public Task Reports_tokens_and_private_keys_by_their_shape() =>
        Rule.Reports(
            """
            class C
            {
                string a = [|"ghp_0123456789abcdefghijABCDEFGHIJ012345"|];
                string b = [|"-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn\n-----END RSA PRIVATE KEY-----"|];
            }
            """
        );

    [Fact]
    public Task Reports_what_stands_amid_white_space_or_other_letters() =>
        Rule.Reports(
            """
            class C
            {
                const string Token = [|"9f3c1d7ab0e24c55"|];
                string Key() => [|"検証用の鍵: AKIAIOSFODNN7EXAMPLQ を使う"|];
                string Connection() => [|"Data Source = 検針; Initial Catalog = Billing; User Id = sa; Password = Kaw4goe#2026"|];
                void Header(HttpClient http) => http.DefaultRequestHeaders.Add("Authorization", [|"Bearer " + Token|]);
            }
            """
        );

    [Fact]
    public Task Reports_a_text_in_pieces_however_they_are_put_together() =>
        Rule.Reports(
            """
            class Pieces
            {
                public const string A = "Kaw";
                public const string B = "4go";
                public const string Whole = [|A + B|];
                public static string Shown => "#26";
            }

            class C
            {
                object A() => new System.Net.NetworkCredential("a", Pieces.Whole);

                object B() => new System.Net.NetworkCredential("a", [|Pieces.A + Pieces.Shown|]);

                object D() => new System.Net.NetworkCredential("a", [|string.Concat("Kaw", "4go")|]);

                object E() => new System.Net.NetworkCredential("a", [|$"{Pieces.B}{"Kaw"}"|]);
            }

            class Empty
            {
                public const string Word = "";
            }

            class Full
            {
                public const string Word = [|"Gesuido!58"|];

                object M() => new System.Net.NetworkCredential("", Word);
            }
            """
        );

    [Fact]
    public Task Reports_in_every_kind_of_literal_and_beside_comments() =>
        Rule.Reports(
            """"
            class C
            {
                object A() => new System.Net.NetworkCredential("a", /* "no" */ [|@"Kaw""4goe"|]);
                object B() => new System.Net.NetworkCredential("a", [|"""Kaw4goe#2026"""|]); // "no"
                object D(char quote = '"') => new System.Net.NetworkCredential(quote.ToString(), [|$"""Kaw4goe#2026{"-7"}"""|]);
            #if DEBUG
                object E => "no";
            #endif
                object F() => new System.Net.NetworkCredential("a", p\u0061ssword: [|"Kaw4goe#2026"|]);
            }
            """"
        );

    [Fact]
    public Task Is_silent_about_what_an_exception_is_told_and_the_name_of_what_stands_beside_it() =>
        Rule.IsSilent(
            """
            class SecretException(string secret) : Exception(secret) { }
            class Guard { public static void NotNull(object? value, string apiKey) { } }
            class C { void M(string? maruhi) { Guard.NotNull(maruhi, "maruhi"); if (maruhi is null) throw new SecretException("maruhi77"); } }
            """
        );

    [Fact]
    public Task Reports_a_token_that_an_exception_is_told() =>
        Rule.Reports(
            """
            class C { void M() => throw new InvalidOperationException([|"ghp_0123456789abcdefghijABCDEFGHIJ012345"|]); }
            """
        );

    [Fact]
    public Task Reports_a_comparison_with_a_password() =>
        Rule.Reports("class C { bool M(string password) => password == [|\"Kaw4goe#2026\"|]; }");

    [Fact]
    public Task Reports_a_password_put_into_configuration_by_key() =>
        Rule.Reports("class C { void M(IConfiguration c) => c[\"Smtp:Password\"] = [|\"Gesuido!58\"|]; }");

    [Fact]
    public Task Reports_a_fallback_after_an_environment_variable() =>
        Rule.Reports(
            "class C { string M() { var dbPassword = Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? [|\"Kaw4goe#2026\"|]; return dbPassword; } }"
        );

    [Fact]
    public Task Reports_a_signing_key_made_from_a_text() =>
        Rule.Reports(
            "class C { object M() => new System.Security.Cryptography.HMACSHA256(System.Text.Encoding.UTF8.GetBytes([|\"0a1b2c3d4e5f60718293\"|])); }"
        );

    [Fact]
    public Task Reports_a_password_under_a_Japanese_name() =>
        Rule.Reports("class C { const string 管理者パスワード = [|\"Kaw4goe#2026\"|]; }");

    [Fact]
    public Task Reports_in_top_level_statements_records_and_primary_constructors() =>
        Rule.Reports(
            """
            var account = new Account("sa", Password: [|"Kaw4goe#2026"|]);
            Console.WriteLine(account.User);
            record Account(string User, string Password);
            """
        );

    [Fact]
    public Task Is_silent_about_labels_and_messages() =>
        Rule.IsSilent(
            """
            class Texts
            {
                const string PasswordLabel = "パスワード";
                const string Password = "パスワードを入力してください";
                const string ForgotPassword = "Forgot your password?";
                string PasswordError = "too-short";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_names_of_fields_headers_and_environment_variables() =>
        Rule.IsSilent(
            """
            class Names
            {
                const string Password = "password";
                const string ApiKey = "X-Api-Key";
                const string DbPassword = "DB_PASSWORD";
                const string Secret = "billing-db-secret";
                const string Key = "ConnectionStrings:Password";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_values_in_the_pattern_of_a_name() =>
        Rule.IsSilent(
            """
            class Names
            {
                const string ApiKey = "Ocp-Apim-Subscription-Key";
                const string DbPassword = "DB_CREDENTIAL";
                const string Secret = "billing:smtp:credential";
                string accessKey = "billing.storage.main";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_looking_a_secret_up() =>
        Rule.IsSilent(
            """
            class C
            {
                string? M(IConfiguration c)
                {
                    var password = c["Smtp:Password"];
                    var apiKey = Environment.GetEnvironmentVariable("BANK_API_KEY");
                    return password + apiKey;
                }
            }
            """
        );

    [Fact]
    public Task Is_silent_about_connection_strings_without_a_password_or_with_one_from_elsewhere() =>
        Rule.IsSilent(
            """
            class C
            {
                string A() => "Server=localhost;Database=billing;Integrated Security=true";

                string B(string p) => $"Server=localhost;User Id=sa;Password={p}";

                string D(string p) => "Server=localhost;User Id=sa;Password=" + p;
            }
            """
        );

    [Fact]
    public Task Is_silent_about_templates_and_placeholders() =>
        Rule.IsSilent(
            """
            class C
            {
                string password = "<password>";
                string apiKey = "${API_KEY}";
                string secret = "changeme";
                string pwd = "********";
                string dbPassword = "your-password-here";
                string token = "{token}";
                string clientSecret = "xxxxxxxx";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_empty_and_null() =>
        Rule.IsSilent(
            "class C { string password = \"\"; string? secret = null; string apiKey = string.Empty; string pwd = \"   \"; }"
        );

    private static readonly MetadataReference[] TestFrameworks =
    [
        Library("xunit.core", "namespace Xunit { public class FactAttribute : System.Attribute { } }"),
        Library(
            "nunit.framework",
            "namespace NUnit.Framework { public class TestCaseAttribute(int n) : System.Attribute { public int N => n; } }"
        ),
    ];

    private static MetadataReference Library(string name, string source) =>
        Check.Compile(source).WithAssemblyName(name).ToMetadataReference();

    [Fact]
    public async Task Is_silent_about_what_tests_type_in() => Assert.Empty(await OfTests(TestFrameworks));

    [Fact]
    public async Task Reports_what_only_looks_like_a_test() =>
        Assert.Equal(
            5,
            (
                await OfTests([
                    Library(
                        "Vendor.Testing",
                        "namespace Xunit { public class FactAttribute : System.Attribute { } }"
                            + " namespace NUnit.Framework { public class TestCaseAttribute(int n) : System.Attribute"
                            + " { public int N => n; } }"
                    ),
                ])
            ).Count
        );

    private static async Task<IReadOnlyList<Diagnostic>> OfTests(MetadataReference[] frameworks) =>
        (await Check.Run(Check.Compile(TestsThatTypeIn, references: frameworks), Files.Complete))
            .Where(d => d.Id == "PK6101")
            .ToList();

    private const string TestsThatTypeIn = """
        class UiFactAttribute : Xunit.FactAttribute { }

        class LoginTests
        {
            const string DefaultPassword = "passjohndoe9";

            [Xunit.Fact]
            public void Logs_in() => Type(password: "Gesuido!58");

            static void Type(string password) { }

            class Helper
            {
                string secret = "Kenshin#2026";
            }
        }

        class UiTests
        {
            [UiFact]
            public void Logs_in()
            {
                var password = "Gesuido!58";
                Console.WriteLine(password);
            }
        }

        class OtherTests
        {
            [NUnit.Framework.TestCaseAttribute(1)]
            public void Logs_in()
            {
                var password = "Gesuido!58";
                Console.WriteLine(password);
            }
        }
        """;

    [Fact]
    public Task Reports_what_is_a_secret_in_tests_too_and_helpers_outside() =>
        Rule.ReportsBeside(
            "namespace Xunit { public class FactAttribute : System.Attribute { } }",
            """
            class FactAttribute : Attribute { }

            class LoginTests
            {
                [Xunit.Fact]
                public void Logs_in()
                {
                    Connect([|"Server=db1;Database=b;User Id=sa;Password=Kaw4goe#2026"|]);
                }

                static void Connect(string s) { }
            }

            class Server
            {
                [Fact]
                public void Start()
                {
                    var password = [|"Gesuido!58"|];
                    Console.WriteLine(password);
                }
            }
            """,
            "xunit.core"
        );

    [Fact]
    public Task Is_silent_about_hashed_passwords_the_word_cut_short_and_the_form_of_a_url() =>
        Rule.IsSilent(
            """
            class C
            {
                string hashedPassword = "ALyuoraY/cIWD1hjo+K81/pf83qo6Q6T";
                const string ElemEntryPassword = "pass";
                const string Form = "amqp://user:password@broker.example.jp/";
                string encryptedApiKey = "kX9/3fQ2+aa81bZZ";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_switches_and_words_for_no_value() =>
        Rule.IsSilent(
            """
            class C
            {
                string requiresPassword = "false";
                string forwardToken = "True";
                string NoToken = "null";
                string defaultToken = "None";
                string wifiPassword = "undefined";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_paths_urls_and_patterns() =>
        Rule.IsSilent(
            """
            class Routes
            {
                const string ResetPassword = "/account/reset-password";
                const string ChangePassword = "https://localhost/password/change";
                const string PasswordPattern = "^(?=.*[A-Z]).{8,}$";
            }
            """
        );

    [Fact]
    public Task Is_silent_about_a_comparison_of_kinds() =>
        Rule.IsSilent(
            "class C { bool M(string grantType, string fieldName) => grantType == \"password\" || fieldName == \"ApiKey123\"; }"
        );

    [Fact]
    public Task Is_silent_about_hashes_salts_and_cancellation_tokens() =>
        Rule.IsSilent(
            """
            class C
            {
                string PasswordHash = "AQAAAAEAACcQAAAAEKz";
                const string PasswordSaltEncoding = "base64";

                void M(CancellationToken cancellationToken) { }

                void N() => M(cancellationToken: default);
            }
            """
        );

    [Fact]
    public Task Is_silent_about_an_empty_check_and_a_length_rule() =>
        Rule.IsSilent(
            "class C { bool M(string password) => password == \"\" || password != null && password.Length < 8; }"
        );

    [Fact]
    public Task Reports_a_password_among_pairs_that_are_no_connection_string() =>
        Rule.Reports(
            "class C { string Query => [|\"a=1;b=2;password=hunter22\"|]; string Css => \"width=1;height=2\"; }"
        );

    [Fact]
    public Task Is_silent_about_a_url_with_a_port_or_an_at_sign_in_its_path() =>
        Rule.IsSilent(
            "class C { string A => \"https://localhost:8080/users/@billing\"; string B => \"mailto:a@b.example\"; }"
        );

    [Fact]
    public async Task Says_in_Japanese_and_English_what_it_found_and_never_the_value()
    {
        const string source = "class C { const string DbPassword = \"Kaw4goe#2026\"; }";
        var japanese = Assert.Single(await Rule.Of(Files.Complete, source));
        var english = Assert.Single(await Rule.Of(Files.Complete.WithProperty("PolicyKitLanguage", "en"), source));
        Assert.Equal(
            "ソースコードに認証情報が直接書かれています (`DbPassword`) 〔基本方針 6(6)・対策基準 6.2-04〕",
            japanese.GetMessage()
        );
        Assert.Equal(
            "A credential is hard-coded (`DbPassword`) 〔基本方針 6(6)・対策基準 6.2-04〕",
            english.GetMessage()
        );
        Assert.Equal(DiagnosticSeverity.Error, japanese.Severity);
        Assert.DoesNotContain(
            "Kaw4goe",
            japanese.ToString() + string.Join("", japanese.Properties.Values),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Takes_its_severity_and_its_words_from_the_standard()
    {
        const string source =
            "class C { const string 合言葉 = \"Kaw4goe#2026\"; const string Password = \"Gesuido!58\"; }";
        var standard = Files
            .Standard.Replace(
                "\"rule\": \"PK6101\", \"severity\": \"error\"",
                "\"rule\": \"PK6101\", \"severity\": \"warning\"",
                StringComparison.Ordinal
            )
            .Replace("\"passwd\"", "\"合言葉\"", StringComparison.Ordinal)
            .Replace("\"password\", \"合", "\"合", StringComparison.Ordinal);
        var found = Assert.Single(await Rule.Of(Files.Complete.With("standard", standard), source));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Contains("`合言葉`", found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_run_when_no_control_uses_it() =>
        Assert.Empty(
            await Rule.Of(
                Files.Complete.With(
                    "standard",
                    Files.Standard.Replace("\"rule\": \"PK6101\"", "\"rule\": \"PK6001\"", StringComparison.Ordinal)
                ),
                "class C { const string Password = \"Gesuido!58\"; }"
            )
        );

    [Fact]
    public Task Is_silent_about_codes_and_kinds_of_tokens() =>
        Rule.IsSilent(
            """
            class Codes { const string InvalidPassword = "28P01"; const string WrongPassword = "E1027"; }
            class Tokens { const string AccessToken = "AccessTokenFormat"; public const string AuthToken = "at+jwt"; const string ApiKey = "ApiKeyHeader01"; }
            """
        );
}
