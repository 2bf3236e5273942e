using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Analyzers.Tests.Engine;
using PolicyKit.CodeFixes;

namespace PolicyKit.Analyzers.Tests.Fixes;

/// <summary>Each fix gives the code that is expected; that code compiles, and the finding is gone.</summary>
public sealed class FixTests
{
    private const string Tokens =
        " namespace Microsoft.IdentityModel.Tokens { public class TokenValidationParameters { public bool ValidateIssuer { get; set; } } }";

    private static readonly IReadOnlyList<CodeFixProvider> Fixes = typeof(PolicyFix)
        .Assembly.GetTypes()
        .Where(t => !t.IsAbstract && typeof(PolicyFix).IsAssignableFrom(t))
        .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)
        .ToList();

    [Fact]
    public void Every_rule_that_says_so_has_a_fix_of_its_name()
    {
        Assert.Equal(
            RuleCatalog.Rules.Where(r => r.HasFix).Select(r => r.GetType().Name + "Fix"),
            Fixes.Select(f => f.GetType().Name).Order(StringComparer.Ordinal)
        );
        Assert.All(Fixes, fix => Assert.Equal(fix.GetType().Name[..6], Assert.Single(fix.FixableDiagnosticIds)));
    }

    [Theory]
    [InlineData(
        "PK6001",
        "var app = WebApplication.CreateBuilder(args).Build(); app.MapGet(\"/a\", () => 1); app.Run();",
        "var app = WebApplication.CreateBuilder(args).Build(); app.MapGet(\"/a\", () => 1).RequireAuthorization(); app.Run();"
    )]
    [InlineData(
        "PK6001",
        "using Microsoft.AspNetCore.Mvc;\npublic class C : ControllerBase\n{\n    [HttpGet]\n    public int Get() => 1;\n}",
        "using Microsoft.AspNetCore.Mvc;\npublic class C : ControllerBase\n{\n    [Microsoft.AspNetCore.Authorization.Authorize]\n    [HttpGet]\n    public int Get() => 1;\n}"
    )]
    [InlineData(
        "PK6101",
        "class C(IConfiguration configuration) { void M(System.Net.NetworkCredential c) { c.Password = \"Kaw4goe#2026\"; } }",
        "class C(IConfiguration configuration) { void M(System.Net.NetworkCredential c) { c.Password = configuration[\"Secrets:Password\"] ?? throw new InvalidOperationException(\"Secrets:Password\"); } }"
    )]
    [InlineData(
        "PK6101",
        "var builder = WebApplication.CreateBuilder(args); var credential = new System.Net.NetworkCredential(\"sa\", \"Kaw4goe#2026\");",
        "var builder = WebApplication.CreateBuilder(args); var credential = new System.Net.NetworkCredential(\"sa\", builder.Configuration[\"Secrets:Password\"] ?? throw new InvalidOperationException(\"Secrets:Password\"));"
    )]
    [InlineData(
        "PK6202",
        "class C { object M() => System.Security.Cryptography.RSA.Create(1024); }",
        "class C { object M() => System.Security.Cryptography.RSA.Create(3072); }"
    )]
    [InlineData(
        "PK6202",
        "class C { object M() => new System.Security.Cryptography.RSACryptoServiceProvider(1024); }",
        "class C { object M() => new System.Security.Cryptography.RSACryptoServiceProvider(3072); }"
    )]
    [InlineData(
        "PK6204",
        "using System.Security.Authentication; class C { object M() => new HttpClientHandler { SslProtocols = SslProtocols.Tls11 | SslProtocols.Tls12 }; }",
        "using System.Security.Authentication; class C { object M() => new HttpClientHandler { SslProtocols = SslProtocols.None }; }"
    )]
    [InlineData(
        "PK6204",
        "using System.Net; class C { void M() { ServicePointManager.SecurityProtocol = (SecurityProtocolType)768; } }",
        "using System.Net; class C { void M() { ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault; } }"
    )]
    [InlineData(
        "PK6205",
        "class C { object M() => new HttpClientHandler { UseCookies = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true }; }",
        "class C { object M() => new HttpClientHandler { UseCookies = false }; }"
    )]
    [InlineData(
        "PK6205",
        "class C { void M(HttpClientHandler h) { h.UseCookies = false; h.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; } }",
        "class C { void M(HttpClientHandler h) { h.UseCookies = false; } }"
    )]
    [InlineData(
        "PK6206",
        "class C { void M(System.Net.Mail.SmtpClient c) { c.EnableSsl = false; } }",
        "class C { void M(System.Net.Mail.SmtpClient c) { c.EnableSsl = true; } }"
    )]
    [InlineData(
        "PK6206",
        "class C { void M() { using var c = new System.Net.Mail.SmtpClient(\"mail.example.jp\", 25); c.Send(\"a\", \"b\", \"c\", \"d\"); } }",
        "class C { void M() { using var c = new System.Net.Mail.SmtpClient(\"mail.example.jp\", 25) { EnableSsl = true }; c.Send(\"a\", \"b\", \"c\", \"d\"); } }"
    )]
    [InlineData(
        "PK6302",
        "class C { void M(HttpResponse r) { r.Cookies.Append(\"a\", \"b\"); } }",
        "class C { void M(HttpResponse r) { r.Cookies.Append(\"a\", \"b\", new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax }); } }"
    )]
    [InlineData(
        "PK6302",
        "class C { object M() => new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax }; }",
        "class C { object M() => new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = true }; }"
    )]
    [InlineData(
        "PK6302",
        "class C { object M() => new CookieOptions { Secure = false, HttpOnly = true, SameSite = SameSiteMode.Lax }; }",
        "class C { object M() => new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax }; }"
    )]
    [InlineData(
        "PK6302",
        "class C { void M(CookieBuilder b) { b.SecurePolicy = CookieSecurePolicy.None; } }",
        "class C { void M(CookieBuilder b) { b.SecurePolicy = CookieSecurePolicy.Always; } }"
    )]
    [InlineData(
        "PK6303",
        "class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = false }; }"
            + Tokens,
        "class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = true }; }"
            + Tokens
    )]
    public async Task Mends(string rule, string before, string after)
    {
        var mended = await Apply(rule, before);
        Assert.Equal(after, mended?.ReplaceLineEndings("\n"));
        Assert.Empty(await new Check(rule).Of(Files.All, mended!));
    }

    [Theory]
    [InlineData("PK6101", "class C { const string Password = \"Kaw4goe#2026\"; }")]
    [InlineData("PK6101", "class C { void M(System.Net.NetworkCredential c) { c.Password = \"Kaw4goe#2026\"; } }")]
    [InlineData(
        "PK6202",
        "class C { object M(int bits) { var size = 1024; return System.Security.Cryptography.DSA.Create(size); } }"
    )]
    [InlineData(
        "PK6204",
        "using System.Net; class C { void M() { ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls11; } }"
    )]
    [InlineData("PK6205", "class C { string M() => \"Server=db.example.jp;Database=a;TrustServerCertificate=True\"; }")]
    [InlineData("PK6206", "class C { Task M(HttpClient c) => c.GetStringAsync(\"http://api.example.jp/rates\"); }")]
    public async Task Offers_nothing_where_nothing_is_safe(string rule, string source) =>
        Assert.Null(await Apply(rule, source));

    /// <summary>The source after the first fix of the first finding; null when none is offered.</summary>
    private static async Task<string?> Apply(string rule, string source)
    {
        var finding = (await new Check(rule).Of(Files.All, source))
            .OrderBy(d => d.Location.SourceSpan.Start)
            .FirstOrDefault();
        if (finding is null)
            return null;
        var compilation = Check.Compile(source);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "Code",
                "Code",
                LanguageNames.CSharp,
                compilationOptions: compilation.Options,
                parseOptions: compilation.SyntaxTrees[0].Options,
                metadataReferences: compilation.References
            )
        );
        foreach (var tree in compilation.SyntaxTrees.Take(1))
            project = project.AddDocument("Usings.cs", await tree.GetTextAsync()).Project;
        var document = project.AddDocument("Code.cs", source);
        var actions = new List<CodeAction>();
        var here = finding.Location.SourceSpan;
        var moved = Diagnostic.Create(
            finding.Descriptor,
            Location.Create((await document.GetSyntaxTreeAsync())!, here),
            finding.Properties
        );
        await Fixes
            .Single(f => f.FixableDiagnosticIds.Contains(rule))
            .RegisterCodeFixesAsync(new CodeFixContext(document, moved, (action, _) => actions.Add(action), default));
        if (actions.Count == 0)
            return null;
        var operation = (await actions[0].GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        var text = await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
        return text.ToString();
    }
}
