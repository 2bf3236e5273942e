using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2005_ClassifiedValueStoredTests
{
    private const string Model = """
        using Microsoft.Extensions.Caching.Memory;
        using Microsoft.Extensions.Caching.Distributed;
        using PolicyKit.Annotations;
        public class Resident
        {
            [Confidentiality3B] public string Name { get; set; } = "";
            [Confidentiality3C] public string Number { get; set; } = "";
            [Confidentiality2] public string District { get; set; } = "";
            public int Id { get; set; }
        }

        """;

    private static readonly Check Rule = new("PK2005");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a temporary file",
                """
                    class C
                    {
                        void M(Resident r) => File.WriteAllText(Path.GetTempFileName(), [|r.Name|]);
                    }
                    """
            },
            {
                "a file in the temporary folder",
                """
                    class C
                    {
                        void M(Resident r) =>
                            File.AppendAllText(Path.Combine(Path.GetTempPath(), "a.csv"), [|r.Name + ","|]);
                    }
                    """
            },
            {
                "a temporary file by way of a local",
                """
                    class C
                    {
                        void M(Resident r)
                        {
                            var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".csv");
                            File.WriteAllText(path, [|$"{r.Name},{r.Number}"|]);
                        }
                    }
                    """
            },
            {
                "bytes in a temporary file",
                """
                    class C
                    {
                        Task M(Resident r) =>
                            File.WriteAllBytesAsync(Path.GetTempFileName(),
                                [|System.Text.Encoding.UTF8.GetBytes(r.Name)|]);
                    }
                    """
            },
            {
                "a folder that the code names",
                """
                    class C
                    {
                        void M(Resident r) => File.WriteAllText("/tmp/residents.csv", [|r.Name|]);
                    }
                    """
            },
            {
                "lines of many",
                """
                    class C
                    {
                        void M(List<Resident> rs) =>
                            File.WriteAllLines(Path.GetTempFileName(), [|rs.Select(r => r.Name)|]);
                    }
                    """
            },
            {
                "an object in a cache",
                """
                    class C
                    {
                        void M(IMemoryCache m, Resident r) => m.Set("a", [|r|]);
                    }
                    """
            },
            {
                "a list in a cache",
                """
                    class C
                    {
                        void M(IMemoryCache m, List<Resident> rs) => m.Set("a", [|rs|]);
                    }
                    """
            },
            {
                "a text in a shared cache",
                """
                    class C
                    {
                        void M(IDistributedCache d, Resident r) => d.SetString("a", [|r.Name|]);
                    }
                    """
            },
            {
                "bytes in a shared cache",
                """
                    class C
                    {
                        void M(IDistributedCache d, Resident r) =>
                            d.Set("a", [|System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(r)|],
                                new DistributedCacheEntryOptions());
                    }
                    """
            },
            {
                "a session",
                """
                    class C
                    {
                        void M(HttpContext x, Resident r) => x.Session.SetString("name", [|r.Name|]);
                    }
                    """
            },
            {
                "a cookie",
                """
                    class C
                    {
                        void M(HttpContext x, Resident r) => x.Response.Cookies.Append("name", [|r.Number|]);
                    }
                    """
            },
            {
                "a helper that stores",
                """
                    class C
                    {
                        static void Keep(HttpContext x, string text) => x.Session.SetString("a", text);
                        void M(HttpContext x, Resident r) => Keep(x, [|r.Name|]);
                    }
                    """
            },
            {
                "an anonymous object in a cache",
                """
                    class C
                    {
                        void M(IMemoryCache m, Resident r) => m.Set("a", [|new { r.Id, r.Name }|]);
                    }
                    """
            },
            {
                "an entry of a cache",
                """
                    class C
                    {
                        void M(IMemoryCache m, Resident r) { using var e = m.CreateEntry("a"); e.Value = [|r.Name|]; }
                    }
                    """
            },
            {
                "an object made JSON by a generic helper",
                """
                    static class Texts { public static string Json<T>(this T value) =>
                        System.Text.Json.JsonSerializer.Serialize(value); }
                    class C
                    {
                        void M(HttpContext x, Resident r) => x.Session.SetString("a", [|r.Json()|]);
                    }
                    """
            },
            {
                "a helper that keeps anything",
                """
                    class Kept(Microsoft.Extensions.Caching.Memory.IMemoryCache cache)
                    {
                        public void Keep(string key, object value) =>
                            Microsoft.Extensions.Caching.Memory.CacheExtensions.Set(cache, key, value);
                    }
                    class C
                    {
                        void M(Kept kept, Resident r) => kept.Keep("a", [|r|]);
                    }
                    """
            },
            {
                "a writer of a temporary file",
                """
                    class C
                    {
                        async Task M(List<Resident> all)
                        {
                            await using var writer = new StreamWriter(Path.GetTempFileName(), append: false);
                            foreach (var r in all)
                                await writer.WriteLineAsync([|$"{r.Id}\t{r.Name}"|]);
                        }
                    }
                    """
            },
            {
                "bytes through a stream of a temporary file",
                """
                    class C
                    {
                        void M(Resident r)
                        {
                            using var file = File.Create(Path.Combine(Path.GetTempPath(), "list.bin"));
                            file.Write([|System.Text.Encoding.UTF8.GetBytes(r.Name)|], 0, 4);
                        }
                    }
                    """
            },
            {
                "JSON in a temporary file",
                """
                    class C
                    {
                        async Task M(Resident r)
                        {
                            await using var file = File.OpenWrite("/tmp/list.json");
                            await System.Text.Json.JsonSerializer.SerializeAsync(file, [|r|]);
                        }
                    }
                    """
            },
            {
                "what a function makes for a cache",
                """
                    class C(Microsoft.Extensions.Caching.Memory.IMemoryCache cache)
                    {
                        Task<Resident> Load(int id) => Task.FromResult(new Resident());
                        Task<Resident?> M(int id) =>
                            Microsoft.Extensions.Caching.Memory.CacheExtensions.GetOrCreateAsync(cache, id,
                                [|async entry => await Load(id)|]);
                    }
                    """
            },
            {
                "TempData",
                """
                    public class RController : Microsoft.AspNetCore.Mvc.Controller
                    {
                        public void Get(Resident r) => TempData["name"] = [|r.Name|];
                    }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "an id in a cache",
                """
                    class C
                    {
                        void M(IMemoryCache m, Resident r) => m.Set("a", r.Id);
                    }
                    """
            },
            {
                "a class below that of the standard",
                """
                    class C
                    {
                        void M(IMemoryCache m, Resident r) => m.Set("a", r.District);
                    }
                    """
            },
            {
                "a file that is kept",
                """
                    class C
                    {
                        void M(Resident r, string path) => File.WriteAllText(path, r.Name);
                    }
                    """
            },
            {
                "a temporary file about nobody",
                """
                    class C
                    {
                        void M(Resident r) => File.WriteAllText(Path.GetTempFileName(), r.Id + ",");
                    }
                    """
            },
            {
                "an encrypted value",
                """
                    class C
                    {
                        void M(HttpContext x, Microsoft.AspNetCore.DataProtection.IDataProtector p, Resident r) =>
                            x.Response.Cookies.Append("a",
                                    Convert.ToBase64String(p.Protect(System.Text.Encoding.UTF8.GetBytes(r.Name))));
                    }
                    """
            },
            {
                "a masked value",
                """
                    class C
                    {
                        [Redactor] static string Short(string s) => s.Substring(0, 1);
                        void M(HttpContext x, Resident r) => x.Session.SetString("a", Short(r.Name));
                    }
                    """
            },
            {
                "the key of an entry, which is an id",
                """
                    class C
                    {
                        void M(IMemoryCache m, Resident r) => m.Set(r.Id, true);
                    }
                    """
            },
            {
                "a number of residents",
                """
                    class C
                    {
                        void M(IMemoryCache m, List<Resident> rs) => m.Set("count", rs.Count);
                    }
                    """
            },
            {
                "ids of many",
                """
                    class C
                    {
                        void M(IDistributedCache d, List<Resident> rs) =>
                            d.SetString("a", string.Join(",", rs.Select(r => r.Id)));
                    }
                    """
            },
            {
                "a value that is read",
                """
                    class C
                    {
                        object? M(IMemoryCache m, Resident r) => m.Get(r.Id);
                    }
                    """
            },
            {
                "a file that is deleted",
                """
                    class C
                    {
                        void M(Resident r) => File.Delete(Path.Combine(Path.GetTempPath(), r.Id + ".csv"));
                    }
                    """
            },
            {
                "a log, which is another rule",
                """
                    class C
                    {
                        void M(ILogger log, Resident r) => log.LogInformation("{A}", r.Name);
                    }
                    """
            },
            {
                "a value that was replaced",
                """
                    class C
                    {
                        void M(HttpContext x, Resident r) { var t = r.Name; t = ""; x.Session.SetString("a", t); }
                    }
                    """
            },
            {
                "a database",
                """
                    class C
                    {
                        void M(List<Resident> table, Resident r) => table.Add(r);
                    }
                    """
            },
            {
                "an item of one request",
                """
                    class C
                    {
                        void M(HttpContext x, Resident r) => x.Items["resident"] = r;
                    }
                    """
            },
            {
                "a number made JSON by a generic helper",
                """
                    static class Texts { public static string Json<T>(this T value) =>
                        System.Text.Json.JsonSerializer.Serialize(value); }
                    class C
                    {
                        void M(HttpContext x, Resident r) => x.Session.SetString("a", r.Id.Json());
                    }
                    """
            },
            {
                "a writer of a file that stays",
                """
                    class C
                    {
                        void M(string path, Resident r)
                        {
                            using var writer = new StreamWriter(path);
                            writer.WriteLine(r.Name);
                        }
                    }
                    """
            },
            {
                "a count in a temporary file",
                """
                    class C
                    {
                        void M(List<Resident> all)
                        {
                            using var writer = new StreamWriter(Path.GetTempFileName());
                            writer.WriteLine($"{all.Count}");
                        }
                    }
                    """
            },
            {
                "a number that a function makes for a cache",
                """
                    class C(Microsoft.Extensions.Caching.Memory.IMemoryCache cache)
                    {
                        int M(Resident r) =>
                            Microsoft.Extensions.Caching.Memory.CacheExtensions.GetOrCreate(cache, r.Id,
                                entry => r.Name.Length);
                    }
                    """
            },
            {
                "TempData without a name",
                """
                    public class RController : Microsoft.AspNetCore.Mvc.Controller
                    {
                        public void Get(Resident r) { TempData["id"] = r.Id; ViewData["name"] = r.Name; }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_copy_that_nobody_lists(string name) => Rule.Reports(Model + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_is_not_stored_in_plaintext(string name) =>
        Rule.IsSilent(Model + Harmless[name], Files.All);

    [Theory]
    [InlineData("ja", "自治体機密性3Bの `Resident.Name` が `SessionExtensions.SetString` で一時的な保存場所に入ります")]
    [InlineData("en", "`Resident.Name` (class 3B) is put into temporary storage by `SessionExtensions.SetString`")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        Model
                            + """
                            class C { void M(HttpContext x, Resident r) => x.Session.SetString("a", r.Name); }
                            """
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );
}
