using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK9002_NothingSatisfiesTests
{
    private static readonly Check Rule = new("PK9002");

    // The control of the standard of the tests that has the rule among its checks.
    private static string Control { get; } = ControlOf(Files.All);

    private const string Program = "Console.WriteLine();\n";

    private static string ControlOf(Files files)
    {
        var standard = files.Inputs.Pack.Standard!;
        return standard
            .Controls.Single(c => c.Checks.Any(x => x.ToString()!.Contains("PK9002", StringComparison.Ordinal)))
            .Id.Value;
    }

    private static async Task<IReadOnlyList<string>> Found(string source, params MetadataReference[] references) =>
        [
            .. (await Check.Run(Check.Compile(source, references: references), Files.All))
                .Where(d => d.Id == "PK9002")
                .Select(d => d.GetMessage()),
        ];

    [Theory]
    [InlineData("")]
    [InlineData("class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"technical\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"measures.technical\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"{0}x\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"x{0}\")] class C { }")]
    [InlineData("// [Satisfies(\"{0}\")]")]
    [InlineData("class C { string Id => \"{0}\"; }")]
    [InlineData("[System.ComponentModel.Description(\"{0}\")] class C { }")]
    [InlineData("[Obsolete(\"{0}\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\" {0}\")] class C { }")]
    [InlineData("class C { [PolicyKit.Annotations.Satisfies(\"other\")] void M() { } }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"other\", How = \"{0}\")] class C { }")]
    [InlineData("class SatisfiesAttribute : Attribute { } [Satisfies] class C { }")]
    public async Task Reports_a_control_that_nothing_satisfies(string source) =>
        Assert.Single(await Found(Program + source.Replace("{0}", Control, StringComparison.Ordinal)));

    [Theory]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"{0}\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"{0}\")] interface I { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"{0}\")] struct S { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"{0}\")] record R(int Id);")]
    [InlineData("class C { [PolicyKit.Annotations.Satisfies(\"{0}\")] void M() { } }")]
    [InlineData("class C { [PolicyKit.Annotations.Satisfies(\"{0}\")] public int P { get; set; } }")]
    [InlineData("class C { [PolicyKit.Annotations.Satisfies(\"{0}\")] int _f = 1; int M() => _f; }")]
    [InlineData("class C { class D { [PolicyKit.Annotations.Satisfies(\"{0}\")] void M() { } } }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"{0}\", How = \"全ての更新で書く\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"other\"), PolicyKit.Annotations.Satisfies(\"{0}\")] class C { }")]
    [InlineData(
        "static class K { public const string Id = \"{0}\"; } [PolicyKit.Annotations.Satisfies(K.Id)] class C { }"
    )]
    [InlineData("[PolicyKit.Annotations.Satisfies(\"{0}\" + \"\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.Satisfies(id: \"{0}\")] class C { }")]
    [InlineData("[PolicyKit.Annotations.SatisfiesAttribute(\"{0}\")] class C { }")]
    [InlineData("partial class C { } [PolicyKit.Annotations.Satisfies(\"{0}\")] partial class C { }")]
    public async Task Says_nothing_where_something_does(string source) =>
        Assert.Empty(await Found(Program + source.Replace("{0}", Control, StringComparison.Ordinal)));

    [Fact]
    public async Task Takes_a_mark_on_the_assembly() =>
        Assert.Empty(await Found($"[assembly: PolicyKit.Annotations.Satisfies(\"{Control}\")]\n" + Program));

    [Fact]
    public async Task Takes_a_mark_in_another_project()
    {
        var other = CSharpCompilation.Create(
            "Other",
            [
                CSharpSyntaxTree.ParseText(
                    "public class A { [PolicyKit.Annotations.Satisfies(\"" + Control + "\")] public void M() { } }"
                ),
            ],
            Check.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.Empty(await Found(Program, other.ToMetadataReference()));
    }

    [Fact]
    public Task Says_nothing_of_a_library() => Rule.IsSilent("class C { }", Files.All);

    [Fact]
    public Task Says_nothing_without_a_declaration() => Rule.IsSilent(Program, Files.All.Without("system"));

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        Assert.StartsWith(
            $"コードで実現する対策 `{Control}` ",
            Assert.Single(await Found(Program)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"The control `{Control}` ",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Program)).GetMessage(),
            StringComparison.Ordinal
        );
    }
}
