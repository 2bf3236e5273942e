using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK8004_SupportEndsTooEarlyTests
{
    private static readonly Check Rule = new("PK8004");

    private static string For(string framework) =>
        $"[assembly: System.Runtime.Versioning.TargetFramework(\"{framework}\")] class C {{ }}";

    // A library as the compiler sees it: a name and a version.
    private static MetadataReference Package(string name, string version)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(
                    $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public class T {{ }}"
                ),
            ],
            Check.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private static async Task<IReadOnlyList<string>> Found(
        Files files,
        string source,
        params MetadataReference[] packages
    ) =>
        [
            .. (await Check.Run(Check.Compile(source, mustCompile: false, packages), files))
                .Where(d => d.Id == "PK8004")
                .Select(d => d.GetMessage()),
        ];

    [Theory]
    [InlineData(".NETCoreApp,Version=v9.0", ".NET 9", "2026-11-10")]
    [InlineData(".NETCoreApp,Version=v8.0", ".NET 8", "2026-11-10")]
    [InlineData(".NETCoreApp,Version=v7.0", ".NET 7", "2024-05-14")]
    [InlineData(".NETCoreApp,Version=v6.0", ".NET 6", "2024-11-12")]
    [InlineData(".NETCoreApp,Version=v5.0", ".NET 5", "2022-05-10")]
    [InlineData(".NETCoreApp,Version=v3.1", ".NET Core 3.1", "2022-12-13")]
    [InlineData(".NETCoreApp,Version=v3.0", ".NET Core 3.0", "2020-03-03")]
    [InlineData(".NETCoreApp,Version=v2.2", ".NET Core 2.2", "2019-12-23")]
    [InlineData(".NETCoreApp,Version=v2.1", ".NET Core 2.1", "2021-08-21")]
    [InlineData(".NETCoreApp,Version=v2.0", ".NET Core 2.0", "2018-10-01")]
    [InlineData(".NETCoreApp,Version=v1.1", ".NET Core 1.1", "2019-06-27")]
    [InlineData(".NETFramework,Version=v4.5.2", ".NET Framework 4.5.2", "2022-04-26")]
    [InlineData(".NETFramework,Version=v4.6.1", ".NET Framework 4.5.2", "2022-04-26")]
    [InlineData(".NETFramework,Version=v4.5", ".NET Framework 4", "2016-01-12")]
    [InlineData(".NETFramework,Version=v4.0", ".NET Framework 4", "2016-01-12")]
    public async Task Reports_a_framework_whose_support_ends(string framework, string name, string ends)
    {
        var message = Assert.Single(await Found(Files.All, For(framework)));
        Assert.StartsWith($"`{name}` のサポートは{ends}に終わり", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer", "6.0.36.0", ".NET 6")]
    [InlineData("Microsoft.EntityFrameworkCore", "8.0.11.0", ".NET 8")]
    [InlineData("Microsoft.AspNetCore.Authentication.JwtBearer", "7.0.20.0", ".NET 7")]
    [InlineData("AWSSDK.S3", "3.3.0.0", "AWS SDK for .NET V3")]
    public async Task Reports_a_package_whose_support_ends(string package, string version, string name)
    {
        var message = Assert.Single(await Found(Files.All, "class C { }", Package(package, version)));
        Assert.StartsWith($"`{name}` ", message, StringComparison.Ordinal);
        Assert.Contains(package, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".NETCoreApp,Version=v10.0")]
    [InlineData(".NETFramework,Version=v4.8")]
    [InlineData(".NETFramework,Version=v4.7.2")]
    [InlineData(".NETFramework,Version=v4.6.2")]
    [InlineData(".NETStandard,Version=v2.0")]
    [InlineData(".NETStandard,Version=v2.1")]
    [InlineData("Silverlight,Version=v5.0")]
    [InlineData("")]
    public async Task Says_nothing_of_what_has_a_plan_or_no_known_end(string framework) =>
        Assert.Empty(await Found(Files.All, For(framework)));

    [Theory]
    [InlineData("AWSSDK.S3", "4.0.0.0")]
    [InlineData("AWSSDKExtensions", "3.0.0.0")]
    [InlineData("Newtonsoft.Json", "13.0.0.0")]
    [InlineData("Moh.EntityFrameworkCore", "6.0.0.0")]
    public async Task Says_nothing_of_other_packages(string package, string version) =>
        Assert.Empty(await Found(Files.All, "class C { }", Package(package, version)));

    [Theory]
    [InlineData("\".NET\"", "\"8.0\"")]
    [InlineData("\"ASP.NET Core\"", "\"8.0.11\"")]
    [InlineData("\".NET 8 (LTS)\"", "\"8\"")]
    public async Task A_declared_plan_covers_it(string name, string version)
    {
        var files = Files
            .All.With("system", "\"name\": \".NET\"", "\"name\": " + name)
            .With("system", "\"version\": \"10.0\"", "\"version\": " + version);
        Assert.DoesNotContain(
            await Found(files, For(".NETCoreApp,Version=v8.0")),
            message => message.StartsWith("`.NET 8`", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_declared_version_without_a_plan_covers_nothing()
    {
        var files = Files
            .All.With("system", "\"version\": \"10.0\"", "\"version\": \"8.0\"")
            .With("system", "\"supportPlan\": \"終了の半年前までに次のLTSへ移行する\"", "\"supportPlan\": \" \"");
        Assert.Contains(
            await Found(files, For(".NETCoreApp,Version=v8.0")),
            message => message.StartsWith("`.NET 8`", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Support_that_lasts_as_long_as_operation_is_enough()
    {
        var files = Files.All.With("system", "\"until\": \"2031-03-31\"", "\"until\": \"2026-11-10\"");
        Assert.Empty(await Found(files, For(".NETCoreApp,Version=v8.0")));
    }

    [Fact]
    public async Task Says_nothing_without_a_declaration() =>
        Assert.Empty(await Found(Files.All.Without("system"), For(".NETCoreApp,Version=v6.0")));

    [Fact]
    public async Task Says_it_in_english() =>
        Assert.StartsWith(
            "Support of `.NET 6` ends on 2024-11-12, before operation ends on 2031-03-31 (`.NETCoreApp 6.0`)",
            Assert.Single(
                await Found(Files.All.WithProperty("PolicyKitLanguage", "en"), For(".NETCoreApp,Version=v6.0"))
            ),
            StringComparison.Ordinal
        );
}
