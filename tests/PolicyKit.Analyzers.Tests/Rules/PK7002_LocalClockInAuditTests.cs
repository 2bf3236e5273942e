using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK7002_LocalClockInAuditTests
{
    private static readonly Check Rule = new("PK7002");

    private const string Types = """
        [PolicyKit.Annotations.AuditSink]
        public interface ITrail
        {
            void Write(string who, DateTime at);
            void Text(string text);
            void Put(object entry);
        }
        public class AuditEntry
        {
            public AuditEntry() { }
            public AuditEntry(DateTime at) => At = at;
            public string Who { get; set; } = "";
            public DateTime At { get; set; }
        }
        public class Bill { public DateTime At { get; set; } }
        """;

    private static string Method(string body) =>
        $$"""
            class C
            {
                void M(ITrail trail, AuditEntry entry, Bill bill, ILogger logger, TimeProvider time, List<AuditEntry> all)
                {
                    {{body}}
                }

                void Put(ITrail trail, DateTime at) => trail.Write("b", at);

                void Show(DateTime at) => Console.WriteLine(at);
            }
            {{Types}}
            """;

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var source = Method("entry.At = DateTime.Now;");
        Assert.Equal(
            "監査証跡に、時間帯の分からない地方時 `DateTime.Now` を記録しています 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, source)).GetMessage()
        );
        Assert.Equal(
            "The audit trail records `DateTime.Now`, a local time without its zone 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source)).GetMessage()
        );
    }

    [Theory]
    [InlineData("trail.Write(\"a\", [|DateTime.Now|]);")]
    [InlineData("trail.Write(\"a\", [|DateTime.Today|]);")]
    [InlineData("trail.Write(\"a\", [|DateTime.UtcNow.ToLocalTime()|]);")]
    [InlineData("var now = [|DateTime.Now|]; trail.Write(\"a\", now);")]
    [InlineData("trail.Text([|DateTime.Now|].ToString(\"yyyy/MM/dd HH:mm:ss\"));")]
    [InlineData("trail.Text($\"{[|DateTime.Now|]} a\");")]
    [InlineData("trail.Put(new { At = [|DateTime.Now|] });")]
    [InlineData("trail.Write(\"a\", [|DateTime.Now|].AddHours(9));")]
    [InlineData("entry.At = [|DateTime.Now|];")]
    [InlineData("var now = [|DateTime.Now|]; entry.At = now;")]
    [InlineData("_ = new AuditEntry { At = [|DateTime.Now|] };")]
    [InlineData("_ = new AuditEntry([|DateTime.Now|]);")]
    [InlineData("AuditEntry e = new() { Who = \"a\", At = [|DateTime.Now|] };")]
    public Task Reports_a_local_clock_in_a_trail(string body) => Rule.Reports(Method(body), Files.All);

    [Theory]
    [InlineData("class AuditLog { public DateTime At { get; set; } = [|DateTime.Now|]; }")]
    [InlineData("record 操作履歴(string Who) { public DateTime At { get; init; } = [|DateTime.Now|]; }")]
    [InlineData(
        "static class Audit { public static void Write(string a, DateTime t) { } static void M() => "
            + "Write(\"a\", [|DateTime.Now|]); }"
    )]
    [InlineData("class AuditWriter { public void Put(Stream s) => new StreamWriter(s).Write([|DateTime.Now|]); }")]
    public Task Reports_in_the_code_of_the_audit_trail(string source) => Rule.Reports(source, Files.All);

    [Theory]
    [InlineData("trail.Write(\"a\", DateTime.UtcNow);")]
    [InlineData("trail.Put(DateTimeOffset.Now);")]
    [InlineData("trail.Put(time.GetUtcNow());")]
    [InlineData("trail.Text(DateTime.Now.ToString(\"o\"));")]
    [InlineData("trail.Text(DateTime.Now.ToString(\"yyyy-MM-ddTHH:mm:sszzz\"));")]
    [InlineData("trail.Write(\"a\", DateTime.Now.ToUniversalTime());")]
    [InlineData("trail.Text(DateTime.Now.Year.ToString());")]
    [InlineData("bill.At = DateTime.Now;")]
    [InlineData("logger.LogInformation(\"{At}\", DateTime.Now);")]
    [InlineData("Console.WriteLine(DateTime.Now);")]
    [InlineData("_ = all.Where(e => e.At < DateTime.Now.AddYears(-1)).ToList();")]
    [InlineData("var now = DateTime.Now; bill.At = now;")]
    [InlineData("entry.At = DateTime.SpecifyKind(default, DateTimeKind.Utc);")]
    [InlineData("if (entry.At > DateTime.Now) return;")]
    public Task Is_silent_about_one_zone_and_outside_a_trail(string body) => Rule.IsSilent(Method(body), Files.All);

    [Theory]
    [InlineData(
        "class AuditReader { public int GetEntries(DateTime until) => 1; } class C { int "
            + "M(AuditReader r) => r.GetEntries(DateTime.Now); }"
    )]
    [InlineData(
        "class Now { public static DateTime Today => default; } class AuditLog { public DateTime At { "
            + "get; set; } = Now.Today; }"
    )]
    [InlineData(
        "class Auditorium { public void Open(DateTime at) { } } class C { void M(Auditorium a) => "
            + "a.Open(DateTime.Now); }"
    )]
    public Task Is_silent_about_what_records_nothing(string source) => Rule.IsSilent(source, Files.All);

    [Theory]
    [InlineData("trail.Write(\"a\", [|time.GetLocalNow().DateTime|]);")]
    [InlineData("trail.Write(\"a\", [|DateTimeOffset.Now.DateTime|]);")]
    [InlineData("trail.Write(\"a\", [|DateTimeOffset.UtcNow.LocalDateTime|]);")]
    [InlineData("trail.Write(\"a\", [|Clock.Now|]);")]
    [InlineData("trail.Text([|Clock.Stamp()|]);")]
    [InlineData("var at = [|Clock.Twice()|]; trail.Text(at);")]
    [InlineData("trail.Write(\"a\", [|Clock.Given.At|]);")]
    [InlineData("Put(trail, [|DateTime.Now|]);")]
    [InlineData("trail.Put(new Bill { At = [|DateTime.Now|] });")]
    [InlineData("var b = new Bill(); b.At = [|DateTime.Now|]; trail.Put(b);")]
    public Task Reports_a_local_clock_on_a_road_through_the_program(string body) =>
        Rule.Reports(Method(body) + Roads, Files.All);

    [Theory]
    [InlineData("trail.Write(\"a\", time.GetUtcNow().DateTime);")]
    [InlineData("trail.Write(\"a\", DateTimeOffset.UtcNow.DateTime);")]
    [InlineData("trail.Write(\"a\", Clock.Utc);")]
    [InlineData("trail.Text(Clock.WithOffset());")]
    [InlineData("logger.LogInformation(\"{At}\", Clock.Now);")]
    [InlineData("Show(DateTime.Now);")]
    [InlineData("bill.At = Clock.Now;")]
    [InlineData("var b = new Bill { At = DateTime.Now }; Show(b.At);")]
    public Task Leaves_alone_clocks_of_one_zone_and_those_nobody_records(string body) =>
        Rule.IsSilent(Method(body) + Roads, Files.All);

    private const string Roads = """

        interface IClock { DateTime At { get; } }
        class LocalClock : IClock { public DateTime At => DateTime.Now; }
        static class Clock
        {
            public static IClock Given => new LocalClock();
            public static DateTime Now => DateTime.Now;
            public static DateTime Utc => DateTime.UtcNow;
            public static string Stamp() => DateTime.Now.ToString("yyyyMMddHHmmss");
            public static string WithOffset() => DateTime.Now.ToString("o");
            public static string Twice() => Stamp();
        }
        """;
}
