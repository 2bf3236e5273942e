using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2002_ClassifiedValueLoggedTests
{
    private const string Model = """
        using PolicyKit.Annotations;
        public class Resident
        {
            [Confidentiality3B] public string Name { get; set; } = "";
            [Confidentiality3B] public DateTime? Birth { get; set; }
            [Confidentiality2] public string District { get; set; } = "";
            public int Id { get; set; }
            public string Note { get; set; } = "";
            public string Greeting => "様 " + Name;
        }
        public record Meter([Confidentiality3C] string Number, int Reading);
        public interface INotifier { void Tell(string text); }

        """;

    private static readonly Check Rule = new("PK2002");

    public static Cases Reported { get; } =
        new()
        {
            {
                "an argument of a log message",
                """class C { void M(ILogger log, Resident r) => log.LogInformation("登録 {Name}", [|r.Name|]); }"""
            },
            {
                "an interpolated message",
                """class C { void M(ILogger log, Resident r) => log.LogWarning([|$"登録 {r.Name} 様"|]); }"""
            },
            {
                "a joined message in a local",
                """class C { void M(ILogger log, Resident r) { var text = "登録 " + r.Name; log.LogError([|text|]); } }"""
            },
            {
                "a scope",
                """class C { void M(ILogger log, Resident r) { using (log.BeginScope("{Name}", [|r.Name|])) { } } }"""
            },
            {
                "the console",
                """
                    class C { void M(Resident r) { Console.WriteLine([|r.Name|]); Console.Error.WriteLine([|r.Birth|]); } }
                    """
            },
            {
                "a trace and a tag of telemetry",
                """
                    class C
                    {
                        void M(Resident r, System.Diagnostics.Activity a)
                        {
                            System.Diagnostics.Trace.WriteLine([|r.Name|]);
                            a.SetTag("name", [|r.Name|]);
                        }
                    }
                    """
            },
            {
                "one side of a condition and of a default",
                """
                    class C
                    {
                        void M(ILogger log, Resident? r, bool b)
                        {
                            log.LogInformation("{A}", [|b ? r!.Name : "-"|]);
                            log.LogInformation("{A}", [|r?.Name ?? "-"|]);
                        }
                    }
                    """
            },
            {
                "an arm of a switch",
                """
                    class C
                    {
                        void M(ILogger log, Resident r) =>
                            log.LogInformation("{A}", [|r.Id switch { 0 => "-", _ => r.Name }|]);
                    }
                    """
            },
            {
                "what a branch has put there",
                """
                    class C
                    {
                        void M(ILogger log, Resident r, bool b)
                        {
                            string text;
                            if (b) text = r.Name; else text = "-";
                            log.LogInformation("{A}", [|text|]);
                        }
                    }
                    """
            },
            {
                "what a loop has gathered",
                """
                    class C
                    {
                        void M(ILogger log, IEnumerable<Resident> residents)
                        {
                            var names = new List<string>();
                            foreach (var r in residents) names.Add(r.Name.Trim());
                            log.LogInformation("{A}", [|string.Join(",", names)|]);
                        }
                    }
                    """
            },
            {
                "what a loop carries to its next round",
                """
                    class C
                    {
                        void M(ILogger log, Resident[] residents)
                        {
                            var last = "";
                            foreach (var r in residents)
                            {
                                log.LogInformation("{A}", [|last|]);
                                last = r.Name;
                            }
                        }
                    }
                    """
            },
            {
                "a builder",
                """
                    class C
                    {
                        void M(ILogger log, Resident r)
                        {
                            var b = new System.Text.StringBuilder();
                            b.Append("氏名: ").Append(r.Name).AppendLine();
                            log.LogInformation([|b.ToString()|]);
                        }
                    }
                    """
            },
            {
                "a projection",
                """
                    class C
                    {
                        void M(ILogger log, List<Resident> residents)
                        {
                            foreach (var name in residents.Where(r => r.Id > 0).Select(r => r.Name).ToList())
                                log.LogInformation("{A}", [|name|]);
                        }
                    }
                    """
            },
            {
                "a member of an anonymous object",
                """
                    class C
                    {
                        void M(ILogger log, List<Resident> residents)
                        {
                            foreach (var row in residents.Select(r => new { r.Id, Who = r.Name }))
                                log.LogInformation("{Id} {A}", row.Id, [|row.Who|]);
                        }
                    }
                    """
            },
            {
                "a tuple that is taken apart",
                """
                    class C
                    {
                        (int, string) Of(Resident r) => (r.Id, r.Name);
                        void M(ILogger log, Resident r) { var (id, name) = Of(r); log.LogInformation("{A} {B}", id, [|name|]); }
                    }
                    """
            },
            {
                "a pattern that takes a member",
                """
                    class C
                    {
                        void M(ILogger log, Resident r) { if (r is { Name: var n }) log.LogInformation("{A}", [|n|]); }
                    }
                    """
            },
            {
                "what a method returns",
                """
                    class C
                    {
                        string Title(Resident r) => Clean(r.Name) + " 様";
                        static string Clean(string s) => s.Trim();
                        void M(ILogger log, Resident r) => log.LogInformation("{A}", [|Title(r)|]);
                    }
                    """
            },
            {
                "a property that is made of another",
                """class C { void M(ILogger log, Resident r) => log.LogInformation("{A}", [|r.Greeting|]); }"""
            },
            {
                "a method that logs what it gets",
                """
                    class C
                    {
                        readonly ILogger log = null!;
                        void Write(string text) => Write(text, 1);
                        void Write(string text, int level) => log.LogInformation("{L} {T}", level, text);
                        void M(Resident r) => Write([|r.Name|]);
                    }
                    """
            },
            {
                "an interface that is implemented by a log",
                """
                    class Notifier(ILogger log) : INotifier
                    {
                        public void Tell(string text) => log.LogInformation("{T}", text);
                    }
                    class C { void M(INotifier n, Resident r) => n.Tell([|r.Name|]); }
                    """
            },
            {
                "an extension and a method that waits",
                """
                    static class X { public static string Label(this Resident r) => r.Name; }
                    class C
                    {
                        async Task<string> Load(Resident r) { await Task.Yield(); return r.Label(); }
                        async Task M(ILogger log, Resident r) => log.LogInformation("{A}", [|await Load(r)|]);
                    }
                    """
            },
            {
                "a field that another method sets",
                """
                    class C
                    {
                        string _name = "";
                        void Set(Resident r) => _name = r.Name;
                        void M(ILogger log) => log.LogInformation("{A}", [|_name|]);
                    }
                    """
            },
            {
                "an object that is filled and handed on",
                """
                    class Dto { public string Who { get; set; } = ""; public int Id { get; set; } }
                    class C
                    {
                        Dto Map(Resident r) => new Dto { Who = r.Name, Id = r.Id };
                        void M(ILogger log, Resident r) { var d = Map(r); log.LogInformation("{I} {A}", d.Id, [|d.Who|]); }
                    }
                    """
            },
            {
                "an object that its constructor fills",
                """
                    class Card { public Card(string text) { Text = text; } public string Text { get; } }
                    class C
                    {
                        void M(ILogger log, Resident r)
                        {
                            var c = new Card(r.Name);
                            log.LogInformation("{A}", [|c.Text|]);
                        }
                    }
                    """
            },
            {
                "a record that shows its members",
                """
                    class C
                    {
                        void M(ILogger log, Meter m) { log.LogInformation("{A}", [|m|]); log.LogInformation([|$"{m}"|]); }
                    }
                    """
            },
            {
                "an object as JSON, and one whose members are asked for",
                """
                    class C
                    {
                        void M(ILogger log, Resident r)
                        {
                            log.LogInformation("{A}", [|System.Text.Json.JsonSerializer.Serialize(r)|]);
                            log.LogInformation("{@A}", [|r|]);
                        }
                    }
                    """
            },
            {
                "a function in a variable, and a local function",
                """
                    class C
                    {
                        void M(ILogger log, Resident r)
                        {
                            Action<string> write = text => log.LogInformation("{A}", [|text|]);
                            write(r.Name);
                            Tell(r.Name);
                            void Tell(string text) => log.LogInformation("{A}", [|text|]);
                        }
                    }
                    """
            },
            {
                "a method group for each element",
                """
                    class C { void M(List<Resident> rs) => rs.Select(r => r.Name).ToList().ForEach([|Console.WriteLine|]); }
                    """
            },
            {
                "a parameter with a classification",
                """
                    class C
                    {
                        void M(ILogger log, [Confidentiality3A] string secret) => log.LogInformation("{A}", [|secret|]);
                    }
                    """
            },
            {
                "an attribute that the standard names",
                """
                    class PersonalDataAttribute : Attribute;
                    class User { [PersonalData] public string Phone { get; set; } = ""; }
                    class C { void M(ILogger log, User u) => log.LogInformation("{A}", [|u.Phone|]); }
                    """
            },
            {
                "an attribute of the system's own",
                """
                    class ResidentDataAttribute()
                        : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(
                            MunicipalConfidentiality.Level3B);
                    class User { [ResidentData] public string Phone { get; set; } = ""; }
                    class C { void M(ILogger log, User u) => log.LogInformation("{A}", [|u.Phone|]); }
                    """
            },
            {
                "a type with a classification",
                """
                    [Confidentiality3B] class Account { public string Number { get; set; } = ""; }
                    class C { void M(ILogger log, Account a) => log.LogInformation("{A}", [|a.Number|]); }
                    """
            },
            {
                "an endpoint that logs what it reads",
                """
                    class C
                    {
                        void M(WebApplication app, Dictionary<int, Resident> all) => app.MapGet("/r/{id}", (int id, ILogger<C> log) =>
                        {
                            log.LogInformation("{A}", [|all[id].Name|]);
                            return Results.Ok();
                        });
                    }
                    """
            },
            {
                "what a catch and a finally log",
                """
                    class C
                    {
                        void M(ILogger log, Resident r)
                        {
                            var name = "";
                            try { name = r.Name; File.Delete("a"); }
                            catch (IOException e) { log.LogError(e, "{A}", [|name|]); }
                            finally { log.LogInformation("{A}", [|name|]); }
                        }
                    }
                    """
            },
            {
                "a call that ends in itself",
                """
                    class C
                    {
                        string Deep(string s, int n) => n == 0 ? s : Deep(s, n - 1);
                        void M(ILogger log, Resident r) => log.LogInformation("{A}", [|Deep(r.Name, 3)|]);
                    }
                    """
            },
            {
                "a generated log method",
                """
                    static partial class Log
                    {
                        [LoggerMessage(1, LogLevel.Information, "{Name}")]
                        public static partial void Registered(ILogger logger, string name);
                        public static partial void Registered(ILogger logger, string name) { }
                    }
                    class C { void M(ILogger log, Resident r) => Log.Registered(log, [|r.Name|]); }
                    """
            },
            {
                "an object that is kept in a list and taken out again",
                """
                    class Dto { public string Who { get; set; } = ""; public int Id { get; set; } }
                    class C
                    {
                        void M(ILogger log, Resident r)
                        {
                            var all = new List<Dto>();
                            all.Add(new Dto { Who = r.Name, Id = r.Id });
                            foreach (var d in all) log.LogInformation("{I} {A}", d.Id, [|d.Who|]);
                        }
                    }
                    """
            },
            {
                "an object with a text of its own",
                """
                    class Card(Resident r) { public override string ToString() => "氏名 " + r.Name; }
                    class C { void M(ILogger log, Card c) => log.LogInformation("{A}", [|c|]); }
                    """
            },
            {
                "Serilog and log4net",
                """
                    class C
                    {
                        void M(Serilog.ILogger a, log4net.ILog b, Resident r)
                        {
                            a.Information("{Name}", [|r.Name|]);
                            b.InfoFormat("{0}", [|r.Name|]);
                        }
                    }
                    namespace Serilog { public interface ILogger { void Information(string template, params object?[] values); } }
                    namespace log4net { public interface ILog { void InfoFormat(string format, params object?[] values); } }
                    """
            },
            {
                "a record that was made of it",
                """
                    record Line(int Id, string Shown)
                    {
                        public string Text() => $"{Id}: {Shown}";
                    }
                    class C
                    {
                        void M(ILogger l, Resident r)
                        {
                            var line = new Line(1, r.Name);
                            l.LogInformation("{Line}", [|line.Text()|]);
                        }
                    }
                    """
            },
            {
                "what a type keeps of its own parameters",
                """
                    class Line(string shown)
                    {
                        public string Text() => "<" + shown + ">";
                    }
                    class C
                    {
                        void M(ILogger l, Resident r) => l.LogInformation("{Line}", [|new Line(r.Name).Text()|]);
                    }
                    """
            },
            {
                "a generic helper that logs",
                """
                    class C
                    {
                        void Show<T>(ILogger l, T value) => l.LogInformation("{@Value}", value);
                        void M(ILogger l, Resident r) => Show(l, [|r|]);
                    }
                    """
            },
            {
                "elements of an array that a helper logs",
                """
                    static class L
                    {
                        public static void Record(this ILogger l, string text, params object[] values) =>
                            l.LogInformation(text, values);
                    }
                    class C
                    {
                        void M(ILogger l, Resident r) => [|l.Record("{Name}", r.Name)|];
                    }
                    """
            },
            {
                "an array of objects",
                """
                    class C
                    {
                        void M(ILogger l, Resident r)
                        {
                            var all = new { Rows = new[] { new { Shown = $"a {r.Name}" } } };
                            l.LogInformation("{@All}", [|all|]);
                        }
                    }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "a member without a class",
                """class C { void M(ILogger log, Resident r) => log.LogInformation("{Id} {Note}", r.Id, r.Note); }"""
            },
            {
                "a class below that of the standard",
                """class C { void M(ILogger log, Resident r) => log.LogInformation("{D}", r.District); }"""
            },
            {
                "what is only asked about",
                """
                    class C
                    {
                        void M(ILogger log, Resident r)
                        {
                            log.LogInformation("{N} {E} {H}", r.Name.Length, r.Name == "", string.IsNullOrEmpty(r.Name));
                            log.LogInformation("{N}", nameof(r.Name));
                        }
                    }
                    """
            },
            {
                "what was overwritten",
                """
                    class C
                    {
                        void M(ILogger log, Resident r)
                        {
                            var text = r.Name;
                            text = "済";
                            log.LogInformation("{A}", text);
                        }
                    }
                    """
            },
            {
                "a branch that returned",
                """
                    class C
                    {
                        void M(ILogger log, Resident r, bool b)
                        {
                            var text = "-";
                            if (b) { text = r.Name; Save(text); return; }
                            log.LogInformation("{A}", text);
                        }
                        void Save(string s) { }
                    }
                    """
            },
            {
                "the other member of a pair",
                """
                    class C
                    {
                        (int Id, string Name) Of(Resident r) => (r.Id, r.Name);
                        void M(ILogger log, Resident r)
                        {
                            var pair = Of(r);
                            log.LogInformation("{A}", pair.Id);
                            var (id, _) = Of(r);
                            log.LogInformation("{A}", id);
                        }
                    }
                    """
            },
            {
                "the other member of an object",
                """
                    class Dto { public string Who { get; set; } = ""; public int Id { get; set; } }
                    class C
                    {
                        void M(ILogger log, Resident r) { var d = new Dto { Who = r.Name, Id = r.Id }; log.LogInformation("{A}", d.Id); }
                    }
                    """
            },
            {
                "an object that shows only its type",
                """class C { void M(ILogger log, Resident r) => log.LogInformation("{A}", r); }"""
            },
            {
                "a method that logs an object which shows only its type",
                """
                    class Dto { public string Who { get; set; } = ""; }
                    class C
                    {
                        void Write(ILogger log, Dto d) => log.LogInformation("{A}", d);
                        void M(ILogger log, Resident r) => Write(log, new Dto { Who = r.Name });
                    }
                    """
            },
            {
                "a method that masks, by attribute",
                """
                    class C
                    {
                        [Redactor] static string Short(string s) => s[..1] + "＊";
                        void M(ILogger log, Resident r) => log.LogInformation("{A}", Short(r.Name));
                    }
                    """
            },
            {
                "a method that masks, by its name",
                """
                    class C
                    {
                        static string MaskName(string s) => s[..1] + "＊";
                        void M(ILogger log, Resident r) => log.LogInformation("{A}", MaskName(r.Name));
                    }
                    """
            },
            {
                "a hash",
                """
                    class C
                    {
                        void M(ILogger log, Resident r, byte[] key) =>
                            log.LogInformation(
                                "{A}",
                                Convert.ToHexString(
                                    System.Security.Cryptography.HMACSHA256.HashData(
                                        key, System.Text.Encoding.UTF8.GetBytes(r.Name))));
                    }
                    """
            },
            {
                "the number of them",
                """
                    class C
                    {
                        void M(ILogger log, List<Resident> rs) => log.LogInformation("{N}", rs.Select(r => r.Name).Count());
                    }
                    """
            },
            {
                "a generated log method that classifies its parameter",
                """
                    static partial class Log
                    {
                        [LoggerMessage(1, LogLevel.Information, "{Name}")]
                        public static partial void Registered(ILogger logger, [Confidentiality3B] string name);
                        public static partial void Registered(ILogger logger, [Confidentiality3B] string name) { }
                    }
                    class C { void M(ILogger log, Resident r) => Log.Registered(log, r.Name); }
                    """
            },
            {
                "what is saved and not logged",
                """
                    class C
                    {
                        void M(ILogger log, Resident r, List<string> store) { store.Add(r.Name); log.LogInformation("登録しました {Id}", r.Id); }
                    }
                    """
            },
            {
                "development only",
                """
                    class C
                    {
                        void M(ILogger log, Resident r, IHostEnvironment env) { if (env.IsDevelopment()) log.LogInformation("{A}", r.Name); }
                    }
                    """
            },
            {
                "a writer that is no console",
                """class C { void M(TextWriter w, Resident r) => w.WriteLine(r.Name); }"""
            },
            {
                "a method of the same name that logs something else",
                """
                    class C
                    {
                        void Write(ILogger log, string name, int id) => log.LogInformation("{Id}", id);
                        void M(ILogger log, Resident r) => Write(log, r.Name, r.Id);
                    }
                    """
            },
            {
                "a program without classifications",
                """
                    class Person
                    {
                        public string Name { get; set; } = ""; } class C { void M(ILogger log, Person p) => log.LogInformation("{A}", p.Name);
                    }
                    """
            },
            {
                "another member of a record that was made of it",
                """
                    record Line(int Id, string Shown)
                    {
                        public string Text() => $"{Id}";
                    }
                    class C
                    {
                        void M(ILogger l, Resident r) => l.LogInformation("{Line}", new Line(1, r.Name).Text());
                    }
                    """
            },
            {
                "another object of a type that keeps its parameters",
                """
                    class Line(string shown)
                    {
                        public string Text() => "<" + shown + ">";
                    }
                    class C
                    {
                        string N(Resident r) => new Line(r.Name).Text();
                        void M(ILogger l) => l.LogInformation("{Line}", new Line("total").Text());
                    }
                    """
            },
            {
                "an array of other values that a helper logs",
                """
                    static class L
                    {
                        public static void Record(this ILogger l, string text, params object[] values) =>
                            l.LogInformation(text, values);
                    }
                    class C
                    {
                        void M(ILogger l, Resident r) => l.Record("{Id} {Length}", r.Id, r.Name.Length);
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_classified_value(string name) => Rule.Reports(Model + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_a_log_without_a_classified_value(string name) =>
        Rule.IsSilent(Model + Harmless[name], Files.All);

    [Fact]
    public Task Goes_through_long_sums_and_long_chains()
    {
        var sum = string.Concat(Enumerable.Repeat("r.Id + \"、\" + ", 2_000));
        var chain = string.Concat(Enumerable.Repeat(".Trim()", 1_000));
        return Rule.Reports(
            Model
                + $$"""
                class C
                {
                    void M(ILogger log, Resident r) => log.LogInformation("{A}", [|{{sum}}r.Name|]);
                    void Chain(ILogger log, Resident r) => log.LogInformation("{A}", r.Note{{chain}});
                }
                """,
            Files.All
        );
    }

    [Theory]
    [InlineData(
        "log.LogInformation(\"{A}\", r.Name)",
        "自治体機密性3Bの `Resident.Name` が `LoggerExtensions.LogInformation` でログに出力されます",
        "`Resident.Name` (class 3B) is written to a log by `LoggerExtensions.LogInformation`"
    )]
    [InlineData(
        "Write(r.Name)",
        "自治体機密性3Bの `Resident.Name` が `text` を経て `Console.WriteLine` でログに出力されます",
        "`Resident.Name` (class 3B) is written to a log by `Console.WriteLine`, by way of `text`"
    )]
    public async Task Says_it_in_both_languages(string call, string japanese, string english)
    {
        var source =
            Model
            + "class C { void Write(string s) { var text = s; Console.WriteLine(text); } void M(ILogger log, Resident r) => "
            + call
            + "; }";
        Assert.StartsWith(
            japanese,
            Assert.Single(await Rule.Of(Files.All, source)).GetMessage(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            english,
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source)).GetMessage(),
            StringComparison.Ordinal
        );
    }
}
