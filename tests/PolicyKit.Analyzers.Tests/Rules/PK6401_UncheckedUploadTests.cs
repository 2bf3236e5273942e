using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6401_UncheckedUploadTests
{
    private static readonly Check Rule = new("PK6401");

    private const string Types = """
        public interface IScanner { Task<bool> ScanAsync(Stream content); }
        public class Gate
        {
            [PolicyKit.Annotations.MalwareScan] public Task<bool> Passes(IFormFile file) => Task.FromResult(true);
        }
        """;

    private const string Store = """
        using var target = System.IO.File.Create(Path.Combine("uploads", Path.GetRandomFileName()));
        await file.CopyToAsync(target);
        """;

    private const string OfType = "if (file.ContentType != \"application/pdf\") return;";
    private const string Scan = "if (!await scanner.ScanAsync(file.OpenReadStream())) return;";

    private static string Program(
        string handler,
        string types = "",
        string parameters = "IFormFile file, IScanner scanner"
    ) =>
        $$"""
            using Microsoft.AspNetCore.Mvc;
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            app.MapPost("/files", async ({{parameters}}) => { {{handler}} });
            app.Run();
            {{Types}}
            {{types}}
            """;

    private static string Controller(string action, string attributes = "", string types = "") =>
        $$"""
            using Microsoft.AspNetCore.Mvc;
            [ApiController]
            public class FilesController(IScanner scanner, Gate gate) : ControllerBase
            {
                [HttpPost("/files"){{attributes}}] {{action}}
            }
            {{Types}}
            {{types}}
            """;

    private static async Task Lacks(string source, string lacking)
    {
        var found = (await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source))
            .Select(d => d.GetMessage())
            .ToList();
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["size"] = "limit of their size",
            ["type"] = "limit of their type",
            ["scan"] = "scan for malware",
        };
        Assert.Equal(
            lacking.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            words.Where(w => found.Any(f => f.Contains(w.Value, StringComparison.Ordinal))).Select(w => w.Key).Order()
        );
        Assert.Equal(lacking.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, found.Count);
    }

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        var source = Program(Store);
        Assert.Equal(
            [
                "`/files` は、アップロードされたファイルを、不正プログラムの検査も無害化もせずに保存します 〔基本方針 6(6)・対策基準 6.2-04〕",
                "`/files` は、アップロードされたファイルを、種類を限らずに保存します 〔基本方針 6(6)・対策基準 6.2-04〕",
            ],
            (await Rule.Of(Files.All, source)).Select(d => d.GetMessage()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [
                "`/files` stores uploaded files without a limit of their type 〔基本方針 6(6)・対策基準 6.2-04〕",
                "`/files` stores uploaded files without a scan for malware or sanitisation 〔基本方針 6(6)・対策基準 6.2-04〕",
            ],
            (await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), source))
                .Select(d => d.GetMessage())
                .Order(StringComparer.Ordinal)
        );
    }

    public static readonly TheoryData<string, string, string> Violating = new()
    {
        { "a minimal API", Program(Store), "type scan" },
        { "a type without a scan", Program(OfType + Store), "scan" },
        { "a scan without a type", Program(Scan + Store), "type" },
        {
            "an extension for the new name",
            Program(
                "await System.IO.File.WriteAllBytesAsync(Guid.NewGuid() + "
                    + "Path.GetExtension(file.FileName), new byte[file.Length]);"
            ),
            "type scan"
        },
        { "an action", Controller($"public async Task Add(IFormFile file) {{ {Store} }}"), "type scan" },
        {
            "an action with several files",
            Controller(
                "public async Task Add(List<IFormFile> files) { foreach (var file in files) { " + Store + " } }"
            ),
            "type scan"
        },
        {
            "a model with a file",
            Controller(
                "public async Task Add([FromForm] Form form) { var file = form.Document; " + Store + " }",
                types: "public class Form { public IFormFile Document { get; set; } = null!; }"
            ),
            "type scan"
        },
        {
            "the files of the request",
            Controller("public async Task Add() { var file = Request.Form.Files[0]; " + Store + " }"),
            "type scan"
        },
        {
            "a stream of a file",
            Program(
                "using var s = new FileStream(\"a\", FileMode.Create); await file.OpenReadStream().CopyToAsync(s);"
            ),
            "type scan"
        },
        {
            "a service that stores",
            Program(
                "await new Storage().SaveAsync(file);",
                "class Storage { public async Task SaveAsync(IFormFile file) { " + Store + " } }"
            ),
            "type scan"
        },
        {
            "an interface that one class implements",
            Program(
                "IStorage s = new Storage(); await s.SaveAsync(file.OpenReadStream());",
                """
                interface IStorage { Task SaveAsync(Stream content); }
                class Storage : IStorage
                {
                    public async Task SaveAsync(Stream content) { using var t = System.IO.File.OpenWrite("a");
                        await content.CopyToAsync(t); }
                }
                """
            ),
            "type scan"
        },
        {
            "no limit of the size",
            Controller(
                $"public async Task Add(IFormFile file) {{ {OfType} {Scan} {Store} }}",
                ", DisableRequestSizeLimit"
            ),
            "size"
        },
        {
            "a limit without meaning",
            Controller(
                $"public async Task Add(IFormFile file) {{ {OfType} {Scan} {Store} }}",
                ", RequestFormLimits(MultipartBodyLengthLimit = long.MaxValue)"
            ),
            "size"
        },
        {
            "no limit for the whole program",
            Program(
                OfType + Scan + Store,
                "static class Limits { public static void Set(Microsoft.AspNetCore.Http.Features.FormOptions o) "
                    + "=> o.MultipartBodyLengthLimit = long.MaxValue; }"
            ),
            "size"
        },
        {
            "a page",
            """
                public class UploadModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
                {
                    public async Task OnPostAsync(IFormFile file)
                    {
                        using var target = System.IO.File.Create("a");
                        await file.CopyToAsync(target);
                    }
                }
                """,
            "type scan"
        },
        { "a file that is only asked to be there", Program("if (file.Length == 0) return; " + Store), "type scan" },
        {
            "a service of the same name that only logs",
            Program("Console.WriteLine(file.ContentType); " + Store),
            "type scan"
        },
    };

    public static readonly Cases Complying = new()
    {
        { "a type and a scan", Program(OfType + Scan + Store) },
        {
            "an allowed extension in a list",
            Program(
                "if (!new[] { \".pdf\" }.Contains(Path.GetExtension(file.FileName).ToLowerInvariant())) return;"
                    + Scan
                    + Store
            )
        },
        {
            "an extension in a local",
            Program("var e = Path.GetExtension(file.FileName); if (e != \".pdf\") return;" + Scan + Store)
        },
        {
            "a check of the program's own",
            Program(
                "if (!Types.IsAllowed(file.FileName)) return;" + Scan + Store,
                "static class Types { public static bool IsAllowed(string name) => name.EndsWith(\".pdf\"); }"
            )
        },
        {
            "the first bytes",
            Program(
                "var b = new byte[4]; file.OpenReadStream().ReadExactly(b); if "
                    + "(!b.AsSpan().SequenceEqual(\"%PDF\"u8)) return;"
                    + Scan
                    + Store
            )
        },
        {
            "a method marked as a scan",
            Controller(
                $"public async Task Add(IFormFile file) {{ {OfType} if (!await gate.Passes(file)) return; {Store} }}"
            )
        },
        {
            "a scan in the service that stores",
            Program(
                OfType + "await new Storage().SaveAsync(file);",
                "class Storage { public async Task SaveAsync(IFormFile file) { new VirusCheck().Run(file); "
                    + Store
                    + " } } class VirusCheck { public void Run(IFormFile f) { } }"
            )
        },
        {
            "an attribute that limits the type",
            Program(
                Scan + Store,
                "class AllowedExtensionsAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute { }",
                "[AllowedExtensions] IFormFile file, IScanner scanner"
            )
        },
        {
            "an endpoint filter that scans",
            """
                var app = WebApplication.CreateBuilder(args).Build();
                app.MapPost("/files", async (IFormFile file) =>
                {
                    if (file.ContentType != "application/pdf") return;
                    using var target = System.IO.File.Create("a");
                    await file.CopyToAsync(target);
                }).AddEndpointFilter<ScanFilter>();
                app.Run();
                class ScanFilter : IEndpointFilter
                {
                    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext c,
                        EndpointFilterDelegate next) => next(c);
                }
                """
        },
        {
            "a file that is only read",
            Program("using var r = new StreamReader(file.OpenReadStream()); await r.ReadToEndAsync();")
        },
        { "a file that is kept in memory", Program("using var m = new MemoryStream(); await file.CopyToAsync(m);") },
        {
            "a file that is opened for reading",
            Program("using var s = new FileStream(\"a\", FileMode.Open); await s.CopyToAsync(Stream.Null);")
        },
        {
            "an endpoint without a file",
            Program("await System.IO.File.WriteAllBytesAsync(\"a\", new byte[1]);", parameters: "string name")
        },
        {
            "a limit that is removed, with a size that is compared",
            Controller(
                "public async Task Add(IFormFile file) { if (file.Length > 1_000_000) return; "
                    + $"{OfType} {Scan} {Store} }}",
                ", DisableRequestSizeLimit"
            )
        },
        {
            "a limit of the action",
            Controller(
                $"public async Task Add(IFormFile file) {{ {OfType} {Scan} {Store} }}",
                ", RequestSizeLimit(1_000_000)"
            )
        },
        {
            "a class that answers nobody",
            "class Copier { public async Task Copy(IFormFile file) { using var t = "
                + "System.IO.File.Create(\"a\"); await file.CopyToAsync(t); } }"
        },
        { "a storage that the program does not hold", Program("await scanner.ScanAsync(file.OpenReadStream());") },
    };

    [Theory]
    [MemberData(nameof(Violating))]
    public Task Reports_an_upload_that_lacks_a_check(string name, string source, string lacking)
    {
        Assert.NotEmpty(name);
        return Lacks(source, lacking);
    }

    [Theory]
    [MemberData(nameof(Complying))]
    public Task Leaves_alone_an_upload_that_is_checked(string name) => Rule.IsSilent(Complying[name], Files.All);

    [Fact]
    public async Task Reports_the_body_of_a_request_that_is_copied_to_a_file() =>
        await Lacks(
            Program(
                "using var target = System.IO.File.OpenWrite(\"/srv/in.dat\"); await request.Body.CopyToAsync(target);",
                parameters: "HttpRequest request"
            ),
            "type scan"
        );

    [Fact]
    public async Task Reports_parts_of_a_body_that_are_kept() =>
        await Lacks(
            Program(
                """
                var reader = new Microsoft.AspNetCore.WebUtilities.MultipartReader("b", request.Body);
                var part = await reader.ReadNextSectionAsync();
                using var target = System.IO.File.Create("/srv/in.dat");
                await part!.Body.CopyToAsync(target);
                """,
                parameters: "HttpRequest request"
            ),
            "type scan"
        );

    [Theory]
    [InlineData(
        "var o = await System.Text.Json.JsonDocument.ParseAsync(request.Body); System.IO.File.Create(\"/srv/a\");"
    )]
    [InlineData("using var memory = new MemoryStream(); await request.Body.CopyToAsync(memory);")]
    public Task Leaves_alone_a_body_that_is_read_and_not_kept(string handler) =>
        Rule.IsSilent(Program(handler, parameters: "HttpRequest request"), Files.All);
}
