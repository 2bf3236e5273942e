using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Analyzers.Engine;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>A library that declares types of the framework's names, wherever it stands among the references, switches no rule off.</summary>
public sealed class ShadowedTypeTests
{
    private const string Shadows = """
        namespace System
        {
            internal class Random { }
        }

        namespace System.Security.Authentication
        {
            internal enum SslProtocols { None }
        }

        namespace System.Net.Security
        {
            internal enum SslPolicyErrors { None }
        }

        namespace Microsoft.AspNetCore.Routing
        {
            internal interface IEndpointRouteBuilder { }
        }
        """;

    [Theory]
    [InlineData("PK6207", "class C { int M() { var pin = new Random().Next(10000); return pin; } }")]
    [InlineData("PK6204", "class C { object M() => System.Security.Authentication.SslProtocols.Tls; }")]
    [InlineData(
        "PK6205",
        "class C { object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }; }"
    )]
    [InlineData(
        "PK6001",
        "var app = WebApplication.CreateBuilder(args).Build(); app.MapGet(\"/x\", () => 1); app.Run();"
    )]
    public void Reports_beside_a_library_with_internal_types_of_the_same_names(string rule, string source)
    {
        var library = CSharpCompilation
            .Create(
                "Aaw",
                [CSharpSyntaxTree.ParseText(Shadows)],
                Check.Compile("class C { }").References,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            )
            .EmitToImageReference();
        var compilation = Check.Compile(source);
        var shadowed = compilation.WithReferences([library, .. compilation.References]);
        Assert.Contains(RuleEngine.Run(shadowed, Files.All.Inputs), f => f.Rule.Rule.Value == rule);
    }

    [Theory]
    [InlineData("PK6103", "o.IterationCount = 10;", "PasswordHasherOptions { public int IterationCount; }")]
    [InlineData("PK6203", "_ = Own.CipherMode.ECB;", "CipherMode { public static readonly object ECB = 1; }")]
    [InlineData("PK6204", "_ = Own.SslProtocols.Tls;", "SslProtocols { public static readonly object Tls = 1; }")]
    [InlineData("PK6206", "o.MaxAge = TimeSpan.Zero;", "HstsOptions { public TimeSpan MaxAge; }")]
    [InlineData("PK6301", "o.RequiredLength = 1;", "PasswordOptions { public int RequiredLength; }")]
    [InlineData("PK6302", "o.Secure = false;", "CookiePolicyOptions { public bool Secure; }")]
    public async Task Is_silent_on_a_type_of_the_system_that_is_called_as_one_of_the_framework(
        string rule,
        string statement,
        string type
    )
    {
        var name = type.Split(' ')[0];
        var source = $$"""
            namespace Own
            {
                class {{type}}

                class Program
                {
                    void M({{name}} o)
                    {
                        {{statement}}
                    }
                }
            }
            """;
        await new Check(rule).IsSilent(source, Files.All);
    }

    [Fact]
    public void Reports_where_the_framework_is_known_by_an_alias()
    {
        const string Source = """
            extern alias runtime;
            class C { int M() { var pin = new runtime::System.Random().Next(10000); return pin; } }
            """;
        var compilation = CSharpCompilation.Create(
            "Code",
            [CSharpSyntaxTree.ParseText(Source)],
            Check.Compile("class C { }").References.Select(r => r.WithAliases(["global", "runtime"])),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.Contains(RuleEngine.Run(compilation, Files.All.Inputs), f => f.Rule.Rule.Value == "PK6207");
    }
}
