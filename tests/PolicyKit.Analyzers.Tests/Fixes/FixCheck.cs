using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Fixes;

/// <summary>A fix at work on a project that has the pack, as an editor has it.</summary>
internal sealed class FixCheck : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    private readonly CodeFixProvider _fix;

    public FixCheck(CodeFixProvider fix, string before, string after, Files files)
    {
        _fix = fix;
        // Everything comes from the platform that the tests run on: nothing is downloaded.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        var isProgram = CSharpSyntaxTree
            .ParseText(before.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal))
            .GetCompilationUnitRoot()
            .Members.OfType<GlobalStatementSyntax>()
            .Any();
        // What only the whole program shows is fixed from the list of errors.
        if (RuleOf(fix).NeedsWholeProgram != WholeProgram.No)
            CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
        TestCode = before;
        FixedCode = after;
        foreach (var state in new[] { TestState, FixedState })
            Fill(state, files, isProgram);
    }

    /// <summary>Runs the test.</summary>
    /// <param name="title">What the offer is called; null when that is not the matter.</param>
    public Task RunAsync(string? title = null)
    {
        if (title is not null)
            CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
        return RunAsync(CancellationToken.None);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new PolicyAnalyzer([RuleOf(_fix)])];

    private static PolicyRule RuleOf(CodeFixProvider fix) =>
        RuleCatalog.Rules.Single(r => r.Rule.Value == fix.FixableDiagnosticIds[0]);

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [_fix];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest);

    private static void Fill(SolutionState state, Files files, bool isProgram)
    {
        state.AdditionalReferences.AddRange(Check.References);
        state.OutputKind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        state.Sources.Add(("/src/Usings.cs", Check.Usings));
        foreach (var file in files.Texts)
            state.AdditionalFiles.Add((file.Path, file.GetText()!));
        state.AnalyzerConfigFiles.Add(("/.globalconfig", files.GlobalConfiguration));
    }
}
