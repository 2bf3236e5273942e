using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK3004_UnsanitisedContentTests
{
    private const string Library = """

        namespace MimeKit
        {
            public class MimeEntity { public string FileName => ""; }
            public class MimeContent { public void DecodeTo(Stream s) { } public Stream Open() => Stream.Null; }
            public class MimePart : MimeEntity { public MimeContent Content => new(); }
            public class MimeMessage
            {
                public IEnumerable<MimeEntity> Attachments => [];
                public string HtmlBody => ""; public string TextBody => ""; public string Subject => "";
            }
            public class BodyBuilder { public string HtmlBody { get; set; } = ""; }
        }
        namespace Microsoft.Graph.Models { public class FileAttachment { public byte[]? ContentBytes { get; set; } } }
        public interface IMugaika { Stream Nozoku(Stream s); }
        public class FileChecker { public void Scan(Stream s) { } }
        public interface IKanshi { void Hozon(MimeKit.MimePart p); }
        """;

    private static readonly Check Rule = new("PK3004");

    // At delivery a system in several zones has to declare more than the cases are about.
    private static readonly Files Development = Files.All.With(
        "system",
        "\"stage\": \"delivery\"",
        "\"stage\": \"development\""
    );

    // The whole system stands in the LGWAN zone.
    private static readonly Files Lgwan = Development.With(
        "system",
        "\"zones\": [\"internet\"]",
        "\"zones\": [\"lgwan\"]"
    );

    private static readonly Files Both = Development.With(
        "system",
        "\"zones\": [\"internet\"]",
        "\"zones\": [\"internet\", \"lgwan\"]"
    );

    public static Cases Reported { get; } =
        new()
        {
            {
                "an attachment that is kept",
                "class C { void M(MimeKit.MimePart p, Stream s) => p.Content.[|DecodeTo|](s); }"
            },
            { "an attachment that is opened", "class C { Stream M(MimeKit.MimePart p) => p.Content.[|Open|](); }" },
            {
                "each attachment of a mail",
                """
                    using MimeKit;
                    class Jushin
                    {
                        void Hozon(MimeMessage m)
                        {
                            foreach (var a in m.Attachments.OfType<MimePart>())
                            {
                                using var f = File.Create(Path.Combine("data", a.FileName));
                                a.Content.[|DecodeTo|](f);
                            }
                        }
                    }
                    """
            },
            { "the HTML of a mail", "class C { string M(MimeKit.MimeMessage m) => [|m.HtmlBody|]; }" },
            {
                "an attachment by an API",
                "class C { byte[]? M(Microsoft.Graph.Models.FileAttachment a) => [|a.ContentBytes|]; }"
            },
            {
                "a helper that keeps it",
                """
                    class C
                    {
                        void M(MimeKit.MimeMessage m) {
                            foreach (var a in m.Attachments.OfType<MimeKit.MimePart>()) Kaku(a); }
                        void Kaku(MimeKit.MimePart p) { using var s = new MemoryStream(); p.Content.[|DecodeTo|](s); }
                    }
                    """
            },
            {
                "a file of a host in the internet zone",
                "class C(HttpClient h) { Task<byte[]> M() => "
                    + "h.[|GetByteArrayAsync|](\"https://transfer.bank.example.jp/a.xlsx\"); }"
            },
            {
                "a stream of a host in the internet zone",
                "class C(HttpClient h) { Task<Stream> M() => "
                    + "h.[|GetStreamAsync|](\"https://transfer.bank.example.jp/a.xlsx\"); }"
            },
            {
                "an endpoint",
                """
                    static class E
                    {
                        public static void Map(WebApplication app) =>
                            app.MapPost("/torikomi", (MimeKit.MimePart p) => {
                                using var s = new MemoryStream(); p.Content.[|DecodeTo|](s); });
                    }
                    """
            },
            {
                "a background service",
                """
                    class Jushin(Queue<MimeKit.MimePart> hako) : Microsoft.Extensions.Hosting.BackgroundService
                    {
                        protected override Task ExecuteAsync(CancellationToken token)
                        {
                            using var s = new MemoryStream();
                            hako.Dequeue().Content.[|DecodeTo|](s);
                            return Task.CompletedTask;
                        }
                    }
                    """
            },
            {
                "a check of the name alone",
                """
                    class C
                    {
                        void M(MimeKit.MimePart p, Stream s)
                        {
                            if (p.FileName.EndsWith(".pdf", StringComparison.Ordinal))
                                p.Content.[|DecodeTo|](s);
                        }
                    }
                    """
            },
            {
                "sanitisation in another class that nobody calls",
                """
                    class Mugaika { public void Kensa(Stream s) { } }
                    class C { void M(MimeKit.MimePart p, Stream s) => p.Content.[|DecodeTo|](s); }
                    """
            },
            {
                "a local function",
                "class C { void M(MimeKit.MimePart p) { void Kaku(Stream "
                    + "s) => p.Content.[|DecodeTo|](s); Kaku(Stream.Null); } }"
            },
            { "a lambda", "class C { Action<Stream> M(MimeKit.MimePart p) => s => p.Content.[|DecodeTo|](s); }" },
            {
                "two in one method",
                "class C { void M(MimeKit.MimePart p, Stream s) { "
                    + "p.Content.[|DecodeTo|](s); _ = p.Content.[|Open|](); } }"
            },
            {
                "what implements an interface that says nothing",
                "class C : IKanshi { public void Hozon(MimeKit.MimePart p) { "
                    + "using var s = new MemoryStream(); p.Content.[|DecodeTo|](s); } }"
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            { "the text of a mail", "class C { string M(MimeKit.MimeMessage m) => m.TextBody; }" },
            { "the subject", "class C { string M(MimeKit.MimeMessage m) => m.Subject; }" },
            { "the number of attachments", "class C { int M(MimeKit.MimeMessage m) => m.Attachments.Count(); }" },
            { "the name of an attachment", "class C { string M(MimeKit.MimePart p) => p.FileName; }" },
            { "a mail that is written", "class C { void M(MimeKit.BodyBuilder b) => b.HtmlBody = \"<p>通知</p>\"; }" },
            {
                "a step that is named so",
                "class C(IMugaika m) { Stream M(MimeKit.MimePart p) => m.Nozoku(p.Content.Open()); }"
            },
            {
                "a scan",
                "class C(FileChecker f) { void M(MimeKit.MimePart p) { var s = p.Content.Open(); f.Scan(s); } }"
            },
            {
                "a step that is marked",
                """
                    class C
                    {
                        [PolicyKit.Annotations.Sanitizer] static Stream Arau(Stream s) => s;
                        Stream M(MimeKit.MimePart p) => Arau(p.Content.Open());
                    }
                    """
            },
            {
                "a scan that is marked",
                """
                    [PolicyKit.Annotations.MalwareScan] interface IKenpa { void Miru(Stream s); }
                    class C(IKenpa k) { void M(MimeKit.MimePart p) => k.Miru(p.Content.Open()); }
                    """
            },
            {
                "a gateway",
                "[PolicyKit.Annotations.ZoneGateway] class C { Stream M(MimeKit.MimePart p) => p.Content.Open(); }"
            },
            {
                "a step in what it calls",
                """
                    class C(IMugaika m)
                    {
                        void Kaku(Stream s) => m.Nozoku(s);
                        void M(MimeKit.MimePart p) => Kaku(p.Content.Open());
                    }
                    """
            },
            {
                "a step in what calls it",
                """
                    class C(IMugaika m)
                    {
                        Stream Hiraku(MimeKit.MimePart p) => p.Content.Open();
                        Stream M(MimeKit.MimePart p) => m.Nozoku(Hiraku(p));
                    }
                    """
            },
            { "the sanitiser itself", "class CdrMugaikaService { Stream M(MimeKit.MimePart p) => p.Content.Open(); }" },
            {
                "a method that sanitises by its name",
                "class C { Stream Sanitize(MimeKit.MimePart p) => p.Content.Open(); }"
            },
            {
                "a file of another host",
                "class C(HttpClient h) { Task<byte[]> M() => "
                    + "h.GetByteArrayAsync(\"https://kikan.example.lg.jp/a.xlsx\"); }"
            },
            {
                "text of the host",
                "class C(HttpClient h) { Task<string> M() => "
                    + "h.GetStringAsync(\"https://transfer.bank.example.jp/a\"); }"
            },
            {
                "a type of the program",
                "class MimePart { public void DecodeTo(Stream s) { } } "
                    + "class C { void M(MimePart p, Stream s) => p.DecodeTo(s); }"
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_content_that_nothing_sanitised(string name) => Rule.Reports(Reported[name] + Library, Lgwan);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_is_sanitised_or_harmless(string name) =>
        Rule.IsSilent(Harmless[name] + Library, Lgwan);

    [Fact]
    public Task In_several_zones_the_code_says_which() =>
        Rule.Reports(
            """
            using PolicyKit.Annotations;
            [NetworkZone("lgwan")] class A { void M(MimeKit.MimePart p, Stream s) => p.Content.[|DecodeTo|](s); }
            [NetworkZone("internet")] class B { void M(MimeKit.MimePart p, Stream s) => p.Content.DecodeTo(s); }
            class C { void M(MimeKit.MimePart p, Stream s) => p.Content.DecodeTo(s); }
            """ + Library,
            Both
        );

    [Fact]
    public Task Says_nothing_of_a_system_in_the_internet_zone() =>
        Rule.IsSilent(
            "class C { void M(MimeKit.MimePart p, Stream s) => p.Content.DecodeTo(s); }" + Library,
            Files.All
        );

    [Theory]
    [InlineData("ja", "無害化の手順を経ない内容 (`MimeContent.DecodeTo`) を、系 `lgwan` で使います")]
    [InlineData("en", "Content that nothing sanitised (`MimeContent.DecodeTo`) is used in the zone `lgwan`")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Lgwan.WithProperty("PolicyKitLanguage", language),
                        "class C { void M(MimeKit.MimePart p, Stream s) => p.Content.DecodeTo(s); }" + Library
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
