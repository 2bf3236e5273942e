using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2003_ClassifiedValueInExceptionTests
{
    private const string Model = """
        using PolicyKit.Annotations;
        public class Resident
        {
            [Confidentiality3B] public string Name { get; set; } = "";
            [Confidentiality3B] public string Number { get; set; } = "";
            [Confidentiality2] public string District { get; set; } = "";
            public int Id { get; set; }
        }

        """;

    private static readonly Check Rule = new("PK2003");

    public static Cases Reported { get; } =
        new()
        {
            {
                "an interpolated message",
                """
                    class C { void M(Resident r) => throw new InvalidOperationException([|$"{r.Name} は登録済みです"|]); }
                    """
            },
            {
                "a joined message in a local",
                """
                    class C
                    {
                        void M(Resident r)
                        {
                            var text = "二重登録: " + r.Number;
                            throw new ArgumentException([|text|], nameof(r));
                        }
                    }
                    """
            },
            {
                "an expression that throws",
                """
                    class C { string M(Resident r, string? v) => v ?? throw new FormatException([|r.Name|]); }
                    """
            },
            {
                "an exception of the system's own that hands the text on",
                """
                    class DuplicateException : Exception
                    {
                        public DuplicateException(string text) : base("二重: " + text) { }
                    }
                    class C { void M(Resident r) => throw new DuplicateException([|r.Name|]); }
                    """
            },
            {
                "an exception with a primary constructor",
                """
                    class DuplicateException(string text) : Exception(text);
                    class C { void M(Resident r) => throw new DuplicateException([|r.Name|]); }
                    """
            },
            {
                "a method that throws what it gets",
                """
                    class C
                    {
                        static void Fail(string text) => throw new ArgumentException(text);
                        void M(Resident r) => Fail([|r.Name|]);
                    }
                    """
            },
            {
                "a method that makes the exception",
                """
                    class C
                    {
                        static Exception Of(string text) => new ArgumentException(text);
                        void M(Resident r) => throw Of([|r.Name|]);
                    }
                    """
            },
            {
                "a format",
                """
                    class C { void M(Resident r) => throw new Exception([|string.Format("{0} 様", r.Name)|]); }
                    """
            },
            {
                "a message with an inner exception",
                """
                    class C
                    {
                        void M(Resident r)
                        {
                            try { } catch (IOException e) { throw new InvalidOperationException([|"失敗 " + r.Name|], e);
                            }
                        }
                    }
                    """
            },
            {
                "one of two values",
                """
                    class C { void M(Resident r, bool b) => throw new Exception([|b ? r.Name : "なし"|]); }
                    """
            },
            {
                "what a projection gives",
                """
                    class C
                    {
                        void M(List<Resident> rs) => throw new Exception([|string.Join(",", rs.Select(r => r.Name))|]);
                    }
                    """
            },
            {
                "a problem that the framework checks",
                """
                    class C
                    {
                        void M(Resident r) =>
                            throw new System.ComponentModel.DataAnnotations.ValidationException([|$"{r.Number} が正しくありません"|]);
                    }
                    """
            },
            {
                "a field of the class",
                """
                    class C
                    {
                        readonly string _name;
                        public C(Resident r) { _name = r.Name; }
                        void M() => throw new Exception([|_name|]);
                    }
                    """
            },
            {
                "a serialised object",
                """
                    class C
                    {
                        void M(Resident r) => throw new Exception([|System.Text.Json.JsonSerializer.Serialize(r)|]);
                    }
                    """
            },
            {
                "an exception that is only made",
                """
                    class C { Task M(Resident r) => Task.FromException(new Exception([|r.Name|])); }
                    """
            },
            {
                "a static constructor's kin: a lazy value",
                """
                    class C { Lazy<string> M(Resident r) => new(() => throw new Exception([|r.Name|])); }
                    """
            },
            {
                "the data of an exception",
                """
                    class C
                    {
                        void M(Resident r)
                        {
                            var e = new InvalidOperationException("a");
                            e.Data["name"] = [|r.Name|];
                            e.Data.Add("more", [|r.Name|]);
                            throw e;
                        }
                    }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "a number",
                """
                    class C { void M(Resident r) => throw new Exception($"受付 {r.Id}"); }
                    """
            },
            {
                "a class below that of the standard",
                """
                    class C { void M(Resident r) => throw new Exception(r.District); }
                    """
            },
            {
                "a name of a member",
                """
                    class C { void M(Resident r) => throw new ArgumentException("空です", nameof(r.Name)); }
                    """
            },
            {
                "a property that is no message",
                """
                    class DuplicateException : Exception
                    {
                        public DuplicateException(string number) { Number = number; } public string Number { get; }
                    }
                    class C { void M(Resident r) => throw new DuplicateException(r.Number); }
                    """
            },
            {
                "a fixed message of the system's own",
                """
                    class DuplicateException(string number) : Exception("二重登録です") { public string Number { get; } = number; }
                    class C { void M(Resident r) => throw new DuplicateException(r.Number); }
                    """
            },
            {
                "a condition on the value",
                """
                    class C { void M(Resident r) { if (r.Name == "") throw new Exception("氏名がありません"); } }
                    """
            },
            {
                "the length of the value",
                """
                    class C { void M(Resident r) => throw new Exception($"{r.Name.Length} 文字です"); }
                    """
            },
            {
                "a masked value",
                """
                    class C
                    {
                        [Redactor] static string Hide(string s) =>
                            "＊"; void M(Resident r) => throw new Exception(Hide(r.Name));
                    }
                    """
            },
            {
                "a log, which is another rule's",
                """
                    class C { void M(ILogger log, Resident r) => log.LogInformation("{A}", r.Name); }
                    """
            },
            {
                "what was overwritten",
                """
                    class C { void M(Resident r) { var t = r.Name; t = "x"; throw new Exception(t); } }
                    """
            },
            {
                "an argument that is only kept",
                """
                    class C
                    {
                        readonly List<string> _names = new(); void M(Resident r)
                        {
                            _names.Add(r.Name);
                            throw new Exception("中止");
                        }
                    }
                    """
            },
            {
                "an inner exception",
                """
                    class C { void M(Resident r, Exception e) => throw new InvalidOperationException("失敗", e); }
                    """
            },
            {
                "a value without a class",
                """
                    class P { public string Name = ""; } class C { void M(P p) => throw new Exception(p.Name); }
                    """
            },
            {
                "a helper that checks and does not show",
                """
                    class C
                    {
                        static void Need(string s) { if (s.Length == 0) throw new ArgumentException("空です"); } void M(Resident r) => Need(r.Name);
                    }
                    """
            },
            {
                "the framework's own check",
                """
                    class C { void M(Resident r) => ArgumentException.ThrowIfNullOrEmpty(r.Name); }
                    """
            },
            {
                "the data of an exception without a name",
                """
                    class C
                    {
                        void M(Resident r)
                        {
                            var e = new InvalidOperationException("a");
                            e.Data["id"] = r.Id;
                            throw e;
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_classified_value(string name) => Rule.Reports(Model + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_an_exception_without_a_classified_value(string name) =>
        Rule.IsSilent(Model + Harmless[name], Files.All);

    [Theory]
    [InlineData("ja", "自治体機密性3Bの `Resident.Name` が例外 `Exception` の文に入ります")]
    [InlineData("en", "`Resident.Name` (class 3B) becomes part of the message of `Exception`")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        Model + """class C { void M(Resident r) => throw new Exception(r.Name); }"""
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
