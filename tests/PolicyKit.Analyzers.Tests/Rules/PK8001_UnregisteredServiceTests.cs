using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK8001_UnregisteredServiceTests
{
    // What the libraries look like, as far as the cases use them.
    private const string Library = """

        namespace Amazon.S3
        {
            public interface IAmazonS3 { Task PutObjectAsync(string bucket, string key); }
            public class AmazonS3Config { public string? ServiceURL { get; set; } }
            public class AmazonS3Client(AmazonS3Config? config = null) : IAmazonS3
            {
                public AmazonS3Config? Config => config;
                public Task PutObjectAsync(string bucket, string key) => Task.CompletedTask;
            }
            public class AmazonS3Exception(string message) : Exception(message);
        }
        namespace Azure.Storage.Blobs { public class BlobServiceClient(Uri uri) { public Uri Uri => uri; } }
        namespace Azure.AI.OpenAI { public class AzureOpenAIClient(Uri endpoint) { public Uri Endpoint => endpoint; } }
        namespace OpenAI.Chat { public class ChatClient(string model, string key) { public string M => model + key;
            public void CompleteChat(string text) { } } }
        namespace Sentry
        {
            public class SentryOptions { public string? Dsn { get; set; } }
            public static class SentrySdk
            {
                public static IDisposable? Init(Action<SentryOptions> configure) => null;
                public static void CaptureMessage(string text) { }
            }
        }
        namespace Microsoft.ApplicationInsights { public class TelemetryClient {
            public void TrackEvent(string name) { } } }
        namespace SendGrid { public class SendGridClient(string key) { public string Key => key; } }
        namespace Amazon.Extensions.NETCore.Setup
        {
            public static class Aws {
                public static IServiceCollection AddAWSService<T>(this IServiceCollection s) => s; }
        }
        namespace Microsoft.Extensions.DependencyInjection2
        {
            public static class Own { public static IServiceCollection AddClient<T>(this IServiceCollection s) => s; }
        }
        """;

    private static readonly Check Rule = new("PK8001");

    public static Cases Reported { get; } =
        new()
        {
            { "a client of a cloud", "class C { object M() => new [|Amazon.S3.AmazonS3Client|](); }" },
            { "a client by its target", "class C { Amazon.S3.AmazonS3Client M() => [|new()|]; }" },
            {
                "a client that was handed over",
                """
                    using Amazon.S3;
                    class KoufuStore(IAmazonS3 s3) { Task Hozon() => s3.[|PutObjectAsync|]("b", "k"); }
                    """
            },
            {
                "a client that is registered",
                """
                    using Amazon.Extensions.NETCore.Setup;
                    class C { void M(IServiceCollection s) => s.[|AddAWSService<Amazon.S3.IAmazonS3>|](); }
                    """
            },
            {
                "a client that the program registers by a method of its own",
                """
                    using Microsoft.Extensions.DependencyInjection2;
                    class C { void M(IServiceCollection s) => s.[|AddClient<Amazon.S3.IAmazonS3>|](); }
                    """
            },
            {
                "storage of another cloud, by its first use",
                """
                    class C
                    {
                        object M() =>
                            new [|Azure.Storage.Blobs.BlobServiceClient|](new Uri("https://koufu.blob.core.windows.net"));
                    }
                    """
            },
            {
                "two services in one file",
                """
                    class C
                    {
                        object A() => new [|OpenAI.Chat.ChatClient|]("m", "k");
                        object B() => new [|SendGrid.SendGridClient|]("k");
                        object D() => new OpenAI.Chat.ChatClient("m", "k");
                    }
                    """
            },
            {
                "generative AI of a cloud",
                """
                    class C
                    {
                        object M(IConfiguration c) =>
                            new [|Azure.AI.OpenAI.AzureOpenAIClient|](new Uri(c["Ai:Endpoint"]!));
                    }
                    """
            },
            {
                "telemetry",
                "class C(Microsoft.ApplicationInsights.TelemetryClient t) { void M() => t.[|TrackEvent|](\"login\"); }"
            },
            {
                "error reports",
                "class C { void M(IConfiguration c) => Sentry.SentrySdk.[|Init|](o => o.Dsn = c[\"Dsn\"]); }"
            },
            {
                "a host in a call",
                """
                    class Toiawase(HttpClient http)
                    {
                        Task Kotaeru(object o) =>
                            http.PostAsJsonAsync([|"https://api.openai.com/v1/chat/completions"|], o);
                    }
                    """
            },
            {
                "a host in a constant",
                "class C { const string SoushinUrl = [|\"https://hooks.slack.com/services/T0/B0/x\"|]; }"
            },
            {
                "a host of a client that is set up",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.AddHttpClient("honyaku", c => c.BaseAddress = new Uri([|"https://api-free.deepl.com/"|]));
                    }
                    """
            },
            {
                "a script that a page loads",
                "class C { string Tag => [|\"<script async "
                    + "src='https://www.googletagmanager.com/gtag/js?id=G-1'></script>\"|]; }"
            },
            {
                "a connection string",
                "class C { string Db => [|\"Server=tcp:koufu.database.windows.net,1433;Database=zei;Encrypt=True\"|]; }"
            },
            {
                "a mark that names nothing",
                """
                    using PolicyKit.Annotations;
                    [ExternalService([|"maps"|])] interface IChizu { Task Sagasu(string jusho); }
                    """
            },
            {
                "a mark that names nothing, and what it marks",
                """
                    using PolicyKit.Annotations;
                    [ExternalService([|"seisei-ai"|])] class C { object M() =>
                        new [|OpenAI.Chat.ChatClient|]("m", "k"); }
                    """
            },
            {
                "top-level statements",
                """
                    var client = new [|SendGrid.SendGridClient|](Environment.GetEnvironmentVariable("KEY")!);
                    Console.WriteLine(client.Key.Length);
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "a client of the program itself",
                "class OpenAiClient { } class C { object M() => new OpenAiClient(); }"
            },
            { "a host of nobody's list", "class C { const string Url = \"https://transfer.bank.example.jp/\"; }" },
            {
                "a link for people",
                "class C { string Link => \"<a href='https://www.googletagmanager.com/'>GTM</a>\"; }"
            },
            { "a name alone", "class C { string Name => \"Amazon Web Services\"; }" },
            { "what is caught", "class C { void M() { try { } catch (Amazon.S3.AmazonS3Exception) { } } }" },
            { "an exception", "class C { object M() => new Amazon.S3.AmazonS3Exception(\"x\"); }" },
            { "a type that is only named", "class C { Type M() => typeof(OpenAI.Chat.ChatClient); }" },
            {
                "what is marked with a registered id",
                """
                    using PolicyKit.Annotations;
                    [ExternalService("bank-transfer")] class C { object M() => new SendGrid.SendGridClient("k"); }
                    """
            },
            {
                "a method that is marked",
                """
                    using PolicyKit.Annotations;
                    class C { [ExternalService("bank-transfer")] object M() => new SendGrid.SendGridClient("k"); }
                    """
            },
            {
                "what implements an interface that is marked",
                """
                    using PolicyKit.Annotations;
                    [ExternalService("bank-transfer")] interface IBank { Task Okuru(); }
                    class Bank(Amazon.S3.IAmazonS3 s3) : IBank { public Task Okuru() => s3.PutObjectAsync("b", "k"); }
                    """
            },
            {
                "an assembly that is marked",
                """
                    [assembly: PolicyKit.Annotations.ExternalService("bank-transfer")]
                    class C { object M() => new SendGrid.SendGridClient("k"); }
                    """
            },
            {
                "a library that is sent to a host of the body",
                """
                    using Amazon.S3;
                    class C
                    {
                        object M() => new AmazonS3Client(new AmazonS3Config {
                            ServiceURL = "https://minio.example.lg.jp" });
                    }
                    """
            },
            {
                "error reports to a host of the body",
                "class C { void M() => Sentry.SentrySdk.Init(o => o.Dsn = \"https://key@sentry.example.lg.jp/1\"); }"
            },
            {
                "the library's own code",
                "namespace OpenAI.Samples { class C { object M() => new OpenAI.Chat.ChatClient(\"m\", \"k\"); } }"
            },
            {
                "a namespace that only begins alike",
                """
                    namespace SentryPost { public class Mail { public static void Send() { } } }
                    class C { void M() => SentryPost.Mail.Send(); }
                    """
            },
            { "a host that only ends alike", "class C { const string SoushinUrl = \"https://notsentry.io/api\"; }" },
            {
                "code for development",
                """
                    class C
                    {
                        void M(WebApplication app)
                        {
                            if (app.Environment.IsDevelopment())
                                Sentry.SentrySdk.CaptureMessage("start");
                        }
                    }
                    """
            },
        };

    private static string With(string source) => source + Library;

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_service_outside_the_register(string name) => Rule.Reports(With(Reported[name]), Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_is_registered_or_no_service(string name) =>
        Rule.IsSilent(With(Harmless[name]), Files.All);

    [Theory]
    [InlineData("\"name\": \"口座振替受付サービス\"", "\"name\": \"Amazon S3 (AWS)\"")]
    [InlineData("\"provider\": \"サンプル銀行\"", "\"provider\": \"アマゾン ウェブ サービス ジャパン合同会社\"")]
    [InlineData("\"host\": \"transfer.bank.example.jp\"", "\"host\": \"s3.ap-northeast-1.amazonaws.com\"")]
    public Task Knows_a_service_by_what_the_register_says_of_it(string from, string to) =>
        Rule.IsSilent(
            With("class C { object M() => new Amazon.S3.AmazonS3Client(); }"),
            Files.All.With("system", from, to)
        );

    [Fact]
    public Task A_name_within_another_word_is_no_registration() =>
        Rule.Reports(
            With("class C { object M() => new [|Amazon.S3.AmazonS3Client|](); }"),
            Files.All.With("system", "\"provider\": \"サンプル銀行\"", "\"provider\": \"Laws\"")
        );

    [Theory]
    [InlineData("""{ "Ai": { "Endpoint": [|"https://koufu.openai.azure.com/"|] } }""")]
    [InlineData("""{ "Slack": { "WebhookUrl": [|"https://hooks.slack.com/services/T0/B0/x"|] } }""")]
    [InlineData("""{ "Mail": { "Host": [|"smtp.sendgrid.net"|] } }""")]
    [InlineData("""{ "Mail": { "Host": "smtp.example.lg.jp" } }""")]
    [InlineData("""{ "HelpUrl": "https://api.openai.com/docs" }""")]
    public Task Sees_hosts_in_configuration(string text) => Rule.Configuration(text);

    [Fact]
    public Task Says_nothing_without_a_declaration() =>
        Rule.IsSilent(
            With("class C { object M() => new SendGrid.SendGridClient(\"k\"); }"),
            Files.All.Without("system")
        );

    [Theory]
    [InlineData("ja", "台帳にない外部サービス `SendGrid` を使います")]
    [InlineData("en", "The external service `SendGrid` is used but not registered")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        With("class C { object M() => new SendGrid.SendGridClient(\"k\"); }")
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
