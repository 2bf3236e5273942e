using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK7001_UnauditedChangeTests
{
    private static readonly Check Rule = new("PK7001");

    private const string Types = """
        class BillingContext : DbContext
        {
            public DbSet<Resident> Residents => Set<Resident>();
            public DbSet<Tariff> Tariffs => Set<Tariff>();
        }
        class Resident
        {
            public int Id { get; set; }
            [Confidentiality3B] public string FullName { get; set; } = "";
            public string Note { get; set; } = "";
        }
        class Tariff
        {
            public int Id { get; set; }
            [Confidentiality2] public string Memo { get; set; } = "";
        }
        [AuditSink] interface ITrail { void Write(string what); }
        """;

    private static string Program(string handler, string types = "", string parameters = "", string setup = "") =>
        $$"""
            using Microsoft.EntityFrameworkCore;
            using Microsoft.EntityFrameworkCore.Diagnostics;
            using PolicyKit.Annotations;
            var builder = WebApplication.CreateBuilder(args);
            {{setup}}
            var app = builder.Build();
            app.MapPost("/residents", async (BillingContext context{{parameters}}) => {
                {{handler}} await context.SaveChangesAsync(); });
            app.Run();
            {{Types}}
            {{types}}
            """;

    private static string Library(string types) =>
        $$"""
            using Microsoft.EntityFrameworkCore;
            using PolicyKit.Annotations;
            {{Types}}
            {{types}}
            """;

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var source = Program("context.Residents.Add(new Resident());");
        Assert.Equal(
            "`Resident` を、監査証跡を残さずに更新します 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, source)).GetMessage()
        );
        Assert.Equal(
            "`Resident` is changed without an audit trail 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source)).GetMessage()
        );
    }

    public static readonly Cases Violating = new()
    {
        { "a record is added", Program("context.Residents.[|Add|](new Resident());") },
        { "a record is added by the context", Program("context.[|Add|](new Resident());") },
        { "a record is added by Set", Program("await context.Set<Resident>().[|AddAsync|](new Resident());") },
        { "records are added", Program("context.Residents.[|AddRange|](new List<Resident>());") },
        {
            "a record is removed",
            Program("var r = await context.Residents.FirstAsync(); context.Residents.[|Remove|](r);")
        },
        { "a record is updated", Program("context.[|Update|](new Resident());") },
        {
            "records are updated at once",
            Program(
                "await context.Residents.Where(r => r.Id == 1).[|ExecuteUpdateAsync|](u => "
                    + "u.SetProperty(r => r.Note, \"a\"));"
            )
        },
        { "records are deleted at once", Program("await context.Residents.[|ExecuteDeleteAsync|]();") },
        {
            "a property of a loaded record is set",
            Program("var r = await context.Residents.FirstAsync(); [|r.FullName = \"a\"|];")
        },
        {
            "a logger is told",
            Program(
                "logger.LogInformation(\"audit\"); context.Residents.[|Add|](new Resident());",
                parameters: ", ILogger<Resident> logger"
            )
        },
        {
            "what watches SaveChanges does not see what goes past it",
            Program(
                "await context.Residents.[|ExecuteDeleteAsync|]();",
                """
                class Watch : SaveChangesInterceptor
                {
                    public override int SavedChanges(SaveChangesCompletedEventData d, int result)
                    {
                        _ = new AuditEntry("a");
                        return result;
                    }
                }
                record AuditEntry(string What);
                """
            )
        },
        {
            "a service that an endpoint calls",
            Program(
                "new Residents(context).Add();",
                "class Residents(BillingContext c) { public void Add() => c.Residents.[|Add|](new Resident()); }"
            )
        },
        {
            "an action of a library",
            Library(
                """
                public class ResidentsController : Microsoft.AspNetCore.Mvc.ControllerBase
                {
                    [Microsoft.AspNetCore.Mvc.HttpPost] public void Add() =>
                        new BillingContext().Residents.[|Add|](new Resident());
                }
                """
            )
        },
        {
            "a job",
            Library(
                """
                class Nightly : BackgroundService
                {
                    protected override async Task ExecuteAsync(CancellationToken stop) =>
                        await new BillingContext().Residents.[|ExecuteDeleteAsync|](stop);
                }
                """
            )
        },
        {
            "a command",
            Library(
                """
                interface IRequestHandler<T> { Task Handle(T request); }
                record Move(int Id);
                class MoveHandler(BillingContext context) : IRequestHandler<Move>
                {
                    public async Task Handle(Move request)
                    {
                        var resident = await context.Residents.FirstAsync(r => r.Id == request.Id);
                        [|resident.Note = "a"|];
                        await context.SaveChangesAsync();
                    }
                }
                """
            )
        },
        {
            "the audit trail of another endpoint",
            """
                using Microsoft.EntityFrameworkCore;
                using PolicyKit.Annotations;
                var app = WebApplication.CreateBuilder(args).Build();
                app.MapPost("/a", (BillingContext c, ITrail trail) => { c.Residents.Add(new Resident());
                    trail.Write("a"); });
                app.MapPost("/b", (BillingContext c) => { c.Residents.[|Add|](new Resident()); });
                app.Run();
                """ + Types
        },
    };

    public static readonly Cases Complying = new()
    {
        {
            "an audit sink is told",
            Program("context.Residents.Add(new Resident()); trail.Write(\"a\");", parameters: ", ITrail trail")
        },
        {
            "a class named after the audit trail is told",
            Program(
                "context.Residents.Add(new Resident()); new AuditWriter().Put(\"a\");",
                "class AuditWriter { public void Put(string a) { } }"
            )
        },
        {
            "a method named after the audit trail is called",
            Program(
                "context.Residents.Add(new Resident()); Trails.RecordAudit();",
                "static class Trails { public static void RecordAudit() { } }"
            )
        },
        {
            "a Japanese name",
            Program(
                "context.Residents.Add(new Resident()); new 監査証跡().追加();",
                "class 監査証跡 { public void 追加() { } }"
            )
        },
        {
            "an entry of the audit trail is added",
            Program(
                "context.Residents.Add(new Resident()); context.Add(new AuditEntry(\"a\"));",
                "record AuditEntry(string What);"
            )
        },
        {
            "the service that is called tells the audit trail",
            Program(
                "new Residents(context, trail).Add();",
                "class Residents(BillingContext c, ITrail t) { public void Add() { "
                    + "c.Residents.Add(new Resident()); t.Write(\"a\"); } }",
                ", ITrail trail"
            )
        },
        {
            "the endpoint that calls the service tells the audit trail",
            Program(
                "residents.Add(); trail.Write(\"a\");",
                """
                interface IResidents { void Add(); }
                class Residents(BillingContext c) : IResidents {
                    public void Add() => c.Residents.Add(new Resident()); }
                """,
                ", IResidents residents, ITrail trail"
            )
        },
        {
            "an interceptor",
            Program(
                "context.Residents.Add(new Resident());",
                """
                class Watch : SaveChangesInterceptor
                {
                    public override int SavedChanges(SaveChangesCompletedEventData d, int result)
                    {
                        d.Context!.Add(new AuditEntry("a"));
                        return result;
                    }
                }
                record AuditEntry(string What);
                """
            )
        },
        {
            "a context that records what it saves",
            Program(
                "new Own().Residents.Add(new Resident());",
                """
                class Own : BillingContext
                {
                    public override Task<int> SaveChangesAsync(bool all, CancellationToken c = default)
                    {
                        foreach (var e in ChangeTracker.Entries().ToList()) Add(new AuditEntry(e.Metadata.Name));
                        return base.SaveChangesAsync(all, c);
                    }
                }
                record AuditEntry(string What);
                """
            )
        },
        {
            "a middleware",
            Program(
                "await context.Residents.ExecuteDeleteAsync();",
                """
                class Around(RequestDelegate next, ITrail trail)
                {
                    public async Task InvokeAsync(HttpContext context) { await next(context);
                        trail.Write(context.Request.Path); }
                }
                """
            )
        },
        {
            "an attribute of the audit trail",
            Library(
                """
                class AuditAttribute : Microsoft.AspNetCore.Mvc.Filters.ActionFilterAttribute { }
                public class ResidentsController : Microsoft.AspNetCore.Mvc.ControllerBase
                {
                    [Audit, Microsoft.AspNetCore.Mvc.HttpPost] public void Add() =>
                        new BillingContext().Residents.Add(new Resident());
                }
                """
            )
        },
        { "a type of a lower class", Program("context.Tariffs.Add(new Tariff());") },
        { "a list in memory", Program("new List<Resident>().Add(new Resident());") },
        {
            "a new record that nobody saves",
            "using PolicyKit.Annotations; class R { [Confidentiality3B] public string N { get; set; } "
                + "= \"\"; } class C { void M(R r) => r.N = \"a\"; }"
        },
        { "reading", Program("_ = await context.Residents.ToListAsync();") },
        {
            "a library whose callers nobody sees",
            Library(
                "public class Residents { public void Add() => new BillingContext().Residents.Add(new Resident()); }"
            )
        },
        { "nothing that is classified", "class R { public string N { get; set; } = \"\"; }" },
    };

    [Theory]
    [MemberData(nameof(Violating))]
    public Task Reports_a_change_without_a_trail(string name) => Rule.Reports(Violating[name], Files.All);

    [Theory]
    [MemberData(nameof(Complying))]
    public Task Leaves_alone_a_change_with_a_trail_and_what_changes_nothing(string name) =>
        Rule.IsSilent(Complying[name], Files.All);

    private const string Statements = """
        namespace Dapper
        {
            public static class SqlMapper
            {
                public static int Execute(this System.Data.IDbConnection c, string sql, object? param = null) => 0;
                public static int Query(this System.Data.IDbConnection c, string sql, object? param = null) => 0;
            }
        }
        """;

    private static string Statement(string statement) =>
        $$"""
            using Dapper;
            using Microsoft.EntityFrameworkCore;
            using PolicyKit.Annotations;
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/residents", (BillingContext context, Resident r, Tariff t,
                System.Data.IDbConnection connection,
                System.Data.Common.DbCommand command) => { {{statement}} });
            app.Run();
            {{Types}}
            {{Statements}}
            """;

    [Theory]
    [InlineData("connection.[|Execute|](\"UPDATE RESIDENT_T SET NAME = @FullName\", r);")]
    [InlineData("connection.[|Execute|](\"INSERT INTO RESIDENT_T (NAME) VALUES (@Name)\", new { Name = r.FullName });")]
    [InlineData("connection.[|Execute|](\"DELETE FROM Residents WHERE ID = @Id\", new { r.Id });")]
    [InlineData("var p = new { r.FullName }; connection.[|Execute|](\"update RESIDENT_T set NAME = @FullName\", p);")]
    [InlineData("context.Database.[|ExecuteSql|]($\"UPDATE RESIDENT_T SET NAME = {r.FullName}\");")]
    [InlineData("context.Database.[|ExecuteSqlRaw|](\"UPDATE dbo.Residents SET NOTE = ''\");")]
    public Task Reports_a_statement_that_changes_a_record(string statement) =>
        Rule.Reports(Statement(statement), Files.All);

    [Theory]
    [InlineData("connection.Execute(\"UPDATE TARIFF_T SET MEMO = @Memo\", t);")]
    [InlineData("connection.Execute(\"DELETE FROM Tariffs WHERE ID = @Id\", new { t.Id });")]
    [InlineData("connection.Query(\"SELECT * FROM Residents WHERE NAME = @FullName\", r);")]
    [InlineData("connection.Execute(\"CREATE INDEX I ON Residents (ID)\");")]
    [InlineData("context.Database.ExecuteSql($\"UPDATE TARIFF_T SET MEMO = {t.Memo}\");")]
    public Task Leaves_alone_a_statement_about_other_records(string statement) =>
        Rule.IsSilent(Statement(statement), Files.All);

    [Theory]
    [InlineData("context.[|Attach|](new Resident()).State = EntityState.Modified;")]
    [InlineData("context.[|Entry|](new Resident()).State = EntityState.Deleted;")]
    public Task Reports_a_state_that_is_set(string statement) => Rule.Reports(Program(statement), Files.All);

    [Theory]
    [InlineData("context.Attach(new Resident());")]
    [InlineData("context.Entry(new Resident()).State = EntityState.Detached;")]
    [InlineData("Console.WriteLine(context.Entry(new Resident()).State);")]
    public Task Leaves_alone_a_state_that_changes_nothing(string statement) =>
        Rule.IsSilent(Program(statement), Files.All);

    [Fact]
    public Task Reports_a_method_beside_one_that_writes_the_trail() =>
        Rule.Reports(
            Library(
                """
                class Reductions(BillingContext context, ITrail trail)
                {
                    public void Grant(Resident r) { r.Note = "a"; context.Residents.Update(r); trail.Write("grant"); }
                    public void Withdraw(Resident r) => context.Residents.[|Update|](r);
                }
                """
            ),
            Files.All
        );

    [Fact]
    public Task Leaves_alone_a_library_in_which_no_method_writes_the_trail() =>
        Rule.IsSilent(
            Library(
                """
                class Reductions(BillingContext context)
                {
                    public void Withdraw(Resident r) => context.Residents.Update(r);
                }
                """
            ),
            Files.All
        );
}
