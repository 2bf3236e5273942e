using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyKit.Analyzers.Guard;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>The generator that says in a build that the analyzers are off, since they cannot say so.</summary>
public sealed class SwitchedOffGuardTests
{
    private static readonly Files On = Files.None.WithProperty("PolicyKitTargets", "on");

    [Fact]
    public void Writes_an_error_where_the_targets_of_the_package_are_off() =>
        Assert.Equal(
            "#error: 'PK0013: アナライザーが停止しています (PolicyKitTargets)。 Analyzers are switched off.'",
            Assert.Single(Errors(Files.None)).GetMessage()
        );

    [Theory]
    [InlineData("false", null, "RunAnalyzers=false")]
    [InlineData("False", "true", "RunAnalyzers=false")]
    [InlineData(null, "false", "RunAnalyzersDuringBuild=false")]
    [InlineData("", " FALSE ", "RunAnalyzersDuringBuild=false")]
    public void Writes_an_error_where_analyzers_are_off(string? run, string? runInBuild, string said) =>
        Assert.Contains(
            $"({said})",
            Assert.Single(Errors(With(run, runInBuild))).GetMessage(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(null, null)]
    [InlineData("true", null)]
    // RunAnalyzers comes first.
    [InlineData("true", "false")]
    [InlineData("", "")]
    public void Writes_nothing_where_they_are_on(string? run, string? runInBuild) =>
        Assert.Empty(Errors(With(run, runInBuild)));

    [Fact]
    public void No_setting_of_the_compiler_silences_the_error() =>
        Assert.Single(
            Errors(Files.None, new Dictionary<string, ReportDiagnostic> { ["CS1029"] = ReportDiagnostic.Suppress })
        );

    private static Files With(string? run, string? runInBuild)
    {
        var files = run is null ? On : On.WithProperty("RunAnalyzers", run);
        return runInBuild is null ? files : files.WithProperty("RunAnalyzersDuringBuild", runInBuild);
    }

    private static IReadOnlyList<Diagnostic> Errors(
        Files files,
        IReadOnlyDictionary<string, ReportDiagnostic>? settings = null
    )
    {
        var compilation = Check.Compile("class C { }");
        if (settings is not null)
            compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(settings));
        CSharpGeneratorDriver
            .Create([new SwitchedOffGuard().AsSourceGenerator()], optionsProvider: files)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return updated.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
    }
}
