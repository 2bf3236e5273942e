using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK8002_UnregisteredAccountTests
{
    private const string Library = """

        namespace Tweetinvi
        {
            public class TwitterClient(string key) { public string Key => key; public ITweets Tweets => null!; }
            public interface ITweets { Task PublishTweetAsync(string text); }
        }
        namespace Line.Messaging
        {
            public class LineMessagingClient(string token)
            {
                public string Token => token;
                public Task PushMessageAsync(string to, params string[] messages) => Task.CompletedTask;
            }
        }
        namespace Facebook { public class FacebookClient(string token) { public string Token => token;
            public object Post(string path, object parameters) => path; } }
        public class Resident
        {
            [PolicyKit.Annotations.Confidentiality3B] public string Name { get; set; } = "";
            [PolicyKit.Annotations.Confidentiality2] public string District { get; set; } = "";
            [PolicyKit.Annotations.Confidentiality1] public string Notice { get; set; } = "";
            public int Id { get; set; }
        }
        """;

    private static readonly Check Rule = new("PK8002");

    // The body has an account at X, and its own account for notices by LINE.
    private static readonly Files WithAccounts = Files.All.With(
        "system",
        "\"socialMedia\": { \"notApplicable\": \"ソーシャルメディアを使わない\" }",
        "\"socialMedia\": [{\"service\": \"X (旧Twitter)\", \"account\": "
            + "\"@moh_gesui\", \"url\": \"https://x.com/moh_gesui\", "
            + "\"responsible\": \"業務課長\", \"purpose\": \"断水の知らせ\"}]"
    );

    public static Cases Reported { get; } =
        new()
        {
            { "a client", "class C { object M() => new [|Tweetinvi.TwitterClient|](\"k\"); }" },
            {
                "a client that was handed over",
                "class C(Tweetinvi.TwitterClient x) { Task M() => x.Tweets.[|PublishTweetAsync|](\"断水のお知らせ\"); }"
            },
            {
                "messages to people who follow",
                "class C(Line.Messaging.LineMessagingClient l) { Task "
                    + "M(string to) => l.[|PushMessageAsync|](to, \"休館\"); }"
            },
            {
                "a host in a call",
                "class C(HttpClient h) { Task M(object o) => "
                    + "h.PostAsJsonAsync([|\"https://api.x.com/2/tweets\"|], o); }"
            },
            {
                "the older host",
                "class C(HttpClient h) { Task M(object o) => "
                    + "h.PostAsJsonAsync([|\"https://api.twitter.com/2/tweets\"|], o); }"
            },
            {
                "a host in a constant",
                "class LineTsuuchi { const string PushUrl = [|\"https://api.line.me/v2/bot/message/push\"|]; }"
            },
            {
                "a host of a client that is set up",
                """
                    class C
                    {
                        void M(IServiceCollection s) =>
                            s.AddHttpClient("sns", c =>
                                c.BaseAddress = new Uri([|"https://graph.facebook.com/v20.0/"|]));
                    }
                    """
            },
            {
                "a request that is put together",
                """
                    class C(HttpClient h)
                    {
                        Task M() => h.SendAsync(new HttpRequestMessage(HttpMethod.Post,
                            [|"https://api.line.me/v2/bot/message/broadcast"|]));
                    }
                    """
            },
            {
                "a mark that names no account",
                """
                    using PolicyKit.Annotations;
                    [SnsAccount([|"moh_suidou"|])] interface IKouhou { Task Toukou(string bun); }
                    """
            },
            {
                "a mark on a method",
                """
                    using PolicyKit.Annotations;
                    class C { [SnsAccount([|"koho"|])] Task Toukou(string bun) => Task.CompletedTask; }
                    """
            },
            {
                "a mark that names no account, and what it marks",
                """
                    using PolicyKit.Annotations;
                    [SnsAccount([|"koho"|])] class C { object M() => new [|Tweetinvi.TwitterClient|]("k"); }
                    """
            },
            {
                "a local client",
                "class C { void M() { var fb = new [|Facebook.FacebookClient|](\"t\"); _ = fb.Token; } }"
            },
            {
                "two services",
                """
                    class C
                    {
                        object A() => new [|Tweetinvi.TwitterClient|]("k");
                        object B() => new [|Line.Messaging.LineMessagingClient|]("t");
                    }
                    """
            },
            {
                "top-level statements",
                """
                    var x = new [|Tweetinvi.TwitterClient|]("k");
                    await x.Tweets.PublishTweetAsync("お知らせ");
                    """
            },
            {
                "a base type of the program",
                """
                    abstract class Kouhou { protected object Client() => new [|Tweetinvi.TwitterClient|]("k"); }
                    class Gesui : Kouhou { }
                    """
            },
        };

    public static Cases Published { get; } =
        new()
        {
            {
                "a name in a post",
                "class C(Tweetinvi.TwitterClient x) { Task M(Resident "
                    + "r) => x.Tweets.PublishTweetAsync([|r.Name + \"様\"|]); }"
            },
            {
                "class 2 in a post",
                "class C(Tweetinvi.TwitterClient x) { Task M(Resident r) "
                    + "=> x.Tweets.PublishTweetAsync([|$\"{r.District}地区\"|]); }"
            },
            {
                "the body of a request",
                """
                    class C(HttpClient h)
                    {
                        Task M(Resident r) => h.PostAsJsonAsync("https://api.x.com/2/tweets", [|new {
                            text = r.Name }|]);
                    }
                    """
            },
            {
                "through a helper",
                """
                    class C(Tweetinvi.TwitterClient x)
                    {
                        Task Toukou(string bun) => x.Tweets.PublishTweetAsync(bun);
                        Task M(Resident r) => Toukou([|r.Name|]);
                    }
                    """
            },
            {
                "by an interface that is marked",
                """
                    using PolicyKit.Annotations;
                    [SnsAccount("moh_gesui")] interface IKouhou { Task Toukou(string bun); }
                    class C(IKouhou k) { Task M(Resident r) => k.Toukou([|r.District|]); }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            { "a registered service", "class C { object M() => new Tweetinvi.TwitterClient(\"k\"); }" },
            {
                "a post about nobody",
                "class C(Tweetinvi.TwitterClient x) { Task M() => x.Tweets.PublishTweetAsync(\"本日は断水です\"); }"
            },
            {
                "class 1 in a post",
                "class C(Tweetinvi.TwitterClient x) { Task M(Resident r) => x.Tweets.PublishTweetAsync(r.Notice); }"
            },
            {
                "what has no class",
                "class C(Tweetinvi.TwitterClient x) { Task M(Resident r) => x.Tweets.PublishTweetAsync($\"{r.Id}件\"); }"
            },
            {
                "a masked name",
                """
                    class C(Tweetinvi.TwitterClient x)
                    {
                        [PolicyKit.Annotations.Redactor] static string Fuseru(string s) => "○○";
                        Task M(Resident r) => x.Tweets.PublishTweetAsync(Fuseru(r.Name));
                    }
                    """
            },
            {
                "a host of the registered service",
                "class C(HttpClient h) { Task M() => "
                    + "h.PostAsJsonAsync(\"https://api.x.com/2/tweets\", new { text = \"断水\" }); }"
            },
            {
                "a mark with the account",
                """
                    using PolicyKit.Annotations;
                    [SnsAccount("moh_gesui")] interface IKouhou { Task Toukou(string bun); }
                    """
            },
            {
                "the account as people write it",
                """
                    using PolicyKit.Annotations;
                    [SnsAccount("@MOH_Gesui")] interface IKouhou { Task Toukou(string bun); }
                    """
            },
            {
                "another service under the mark of an account",
                """
                    using PolicyKit.Annotations;
                    [SnsAccount("moh_gesui")] class C { object M() => new Line.Messaging.LineMessagingClient("t"); }
                    """
            },
            { "a link for people", "class C { string Link => \"<a href='https://api.line.me/'>LINE</a>\"; }" },
            { "the page of the account", "class C { const string Url = \"https://www.facebook.com/example.city\"; }" },
            { "a type of the program", "class FacebookClient { } class C { object M() => new FacebookClient(); }" },
            { "a line of text", "class LineItem { } class C { object M() => new LineItem(); }" },
            {
                "a name to a service of the body",
                "class C { void Toukou(string s) { } void M(Resident r) => Toukou(r.Name); }"
            },
            { "a type that is only named", "class C { Type M() => typeof(Line.Messaging.LineMessagingClient); }" },
            {
                "code for development",
                """
                    class C
                    {
                        void M(WebApplication app)
                        {
                            if (app.Environment.IsDevelopment())
                                new Line.Messaging.LineMessagingClient("t").PushMessageAsync("u", "test");
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_social_media_without_an_account(string name) =>
        Rule.Reports(Reported[name] + Library, Files.All);

    [Theory]
    [MemberData(nameof(Published))]
    public Task Reports_what_may_not_be_published(string name) => Rule.Reports(Published[name] + Library, WithAccounts);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_may_be_published_by_an_account(string name) =>
        Rule.IsSilent(Harmless[name] + Library, WithAccounts);

    [Theory]
    [InlineData("ja", "登録のないアカウントで、ソーシャルメディア `X` を使います")]
    [InlineData("en", "The social media service `X` is used without a registered account")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        "class C { object M() => new Tweetinvi.TwitterClient(\"k\"); }" + Library
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
