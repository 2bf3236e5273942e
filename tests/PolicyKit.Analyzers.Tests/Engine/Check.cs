using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Analyzers.Topics.Configuration;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>Compiles code against ASP.NET Core, runs every rule as the compiler does, and looks at what one rule says.</summary>
internal sealed class Check(string rule)
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Platform = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p =>
                (
                    !Path.GetFileName(p).StartsWith("PolicyKit", StringComparison.Ordinal)
                    || Path.GetFileName(p) == "PolicyKit.Annotations.dll"
                ) && !IsOfTheTests(Path.GetFileName(p))
            )
            .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
            .ToImmutableArray()
    );

    // Every case is compiled beside the same references: they are resolved once, and their symbols are kept.
    private static readonly Lazy<CSharpCompilation> Empty = new(() =>
    {
        var compilation = CSharpCompilation.Create(
            "Code",
            [Parse(Usings, "/src/Usings.cs")],
            Platform.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true
            )
        );
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    });

    /// <summary>What the code under test may use: .NET and ASP.NET Core.</summary>
    public static IEnumerable<MetadataReference> References => Platform.Value;

    /// <summary>What the Web SDK imports implicitly.</summary>
    public const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using
          System.Linq; global using System.Net.Http; global using System.Threading; global using
          System.Threading.Tasks;
        global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using
          Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using
          Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection;
          global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    private static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(
            SourceText.From(source, System.Text.Encoding.UTF8),
            new CSharpParseOptions(LanguageVersion.Latest),
            path
        );

    private static bool IsOfTheTests(string file) =>
        new[] { "xunit", "Microsoft.VisualStudio", "NuGet.", "MessagePack", "DiffPlex" }.Any(start =>
            file.StartsWith(start, StringComparison.Ordinal)
        ) || file.Contains(".Testing.", StringComparison.Ordinal);

    /// <summary>The rule reports exactly the places marked [|…|], and at least one.</summary>
    public async Task Reports(string marked, Files? files = null)
    {
        var (source, spans) = Unmark(marked);
        Assert.NotEmpty(spans);
        await Expect(Compile(source), spans, files);
    }

    /// <summary>The same of code beside another project, which it sees as source (in an editor) and as an assembly (in a build).</summary>
    public async Task ReportsBeside(string project, string marked, Files? files = null)
    {
        var (source, spans) = Unmark(marked);
        Assert.NotEmpty(spans);
        var other = Compile(project).WithAssemblyName("Other");
        await Expect(Compile(source, references: other.ToMetadataReference()), spans, files);
        await Expect(Compile(source, references: other.EmitToImageReference()), spans, files);
    }

    /// <summary>The rule says nothing.</summary>
    public Task IsSilent(string source, Files? files = null) => Expect(Compile(source), [], files);

    /// <summary>The rule reports exactly the places marked, beside a library that stands in no source.</summary>
    public async Task ReportsBeside(string library, string marked, string name)
    {
        var (source, spans) = Unmark(marked);
        using var image = new MemoryStream();
        Assert.True(Compile(library).WithAssemblyName(name).Emit(image).Success);
        var compilation = Compile(source, true, MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Equal(
            spans.Order(),
            (await Run(compilation, Files.Complete)).Where(d => d.Id == rule).Select(d => d.Location.SourceSpan).Order()
        );
    }

    /// <inheritdoc cref="ReportsBeside(string, string, string)"/>
    public Task ReportsBeside(string library, string marked) => ReportsBeside(library, marked, "Library");

    /// <summary>The rule says nothing of code that does not compile: what cannot be bound shows nothing.</summary>
    public async Task IsSilentUnbound(string source, Files files)
    {
        var compilation = Compile(source, mustCompile: false);
        Assert.Contains(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(await Run(compilation, files), d => d.Id == rule);
    }

    /// <summary>What the rule says of a project, by the files that reach it.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Of(Files files, string source = "class C { }") =>
        (await Run(Compile(source), files)).Where(d => d.Id == rule).ToList();

    public static CSharpCompilation Compile(
        string source,
        bool mustCompile = true,
        params MetadataReference[] references
    )
    {
        var tree = Parse(source, "/src/Code.cs");
        var program = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var options = Empty.Value.Options.WithOutputKind(
            program ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary
        );
        var compilation = Empty.Value.AddSyntaxTrees(tree).AddReferences(references).WithOptions(options);
        if (mustCompile)
            Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>What the compiler says.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Run(Compilation compilation, Files files)
    {
        Exception? crash = null;
        var result = await compilation
            .WithAnalyzers(
                [new PolicyAnalyzer()],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions(files.Texts, files),
                    (e, _, _) => crash ??= e,
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false
                )
            )
            .GetAnalyzerDiagnosticsAsync();
        Assert.Null(crash);
        return result;
    }

    /// <summary>The rule reports exactly the places marked [|…|] in a configuration file, and none when nothing is marked.</summary>
    public async Task Configuration(string marked, string name = "appsettings.json")
    {
        var (text, spans) = Unmark(marked);
        var found = await Of(Files.WithConfiguration(text, name));
        Assert.All(found, d => Assert.Equal("/src/" + name, d.Location.GetLineSpan().Path));
        Assert.Equal(
            spans.OrderBy(s => s.Start).Select(s => text.Substring(s.Start, s.Length)),
            found
                .Select(d => d.Location.SourceSpan)
                .OrderBy(s => s.Start)
                .Select(s => text.Substring(s.Start, s.Length))
        );
    }

    private async Task Expect(CSharpCompilation compilation, IReadOnlyList<TextSpan> spans, Files? files)
    {
        var found = RuleEngine
            .Run(compilation, (files ?? Files.Complete).Inputs)
            .Where(f => f.Rule.Rule.Value == rule)
            .Select(f => f.Location.SourceSpan)
            .Order()
            .ToList();
        var source = await compilation.SyntaxTrees.Single(t => t.FilePath == "/src/Code.cs").GetTextAsync();
        Assert.Equal(spans.Order().Select(source.ToString), found.Select(source.ToString));
        Assert.Equal(spans.Order(), found);
        await ExpectLive(compilation, files ?? Files.Complete, found);
    }

    // While somebody types an editor asks about one file at a time, and never for the end of the compilation: the rule's page says what it shows then.
    private async Task ExpectLive(CSharpCompilation compilation, Files files, List<TextSpan> inBuild)
    {
        var analysis = compilation.WithAnalyzers(
            [new PolicyAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(files.Texts, files),
                null,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false
            )
        );
        var live = new List<TextSpan>();
        foreach (var tree in compilation.SyntaxTrees)
            live.AddRange(
                (
                    await analysis.GetAnalyzerSemanticDiagnosticsAsync(
                        compilation.GetSemanticModel(tree),
                        null,
                        CancellationToken.None
                    )
                )
                    .Where(d => d.Id == rule)
                    .Select(d => d.Location.SourceSpan)
            );
        switch (RuleCatalog.Rules.Single(r => r.Rule.Value == rule).NeedsWholeProgram)
        {
            case WholeProgram.No:
                Assert.Equal(inBuild.Order(), live.Order());
                break;
            case WholeProgram.Partly:
                Assert.Subset(inBuild.ToHashSet(), live.ToHashSet());
                break;
            case WholeProgram.Wholly:
                Assert.Empty(live);
                break;
        }
    }

    private static (string Source, List<TextSpan> Spans) Unmark(string marked)
    {
        var spans = new List<TextSpan>();
        while (marked.IndexOf("[|", StringComparison.Ordinal) is var start and >= 0)
        {
            marked = marked.Remove(start, 2);
            var end = marked.IndexOf("|]", start, StringComparison.Ordinal);
            marked = marked.Remove(end, 2);
            spans.Add(TextSpan.FromBounds(start, end));
        }

        return (marked, spans);
    }
}

/// <summary>The additional files of a compilation with their roles, and the build properties.</summary>
internal sealed class Files : AnalyzerConfigOptionsProvider
{
    private readonly ImmutableDictionary<string, string> _global;
    private readonly ImmutableDictionary<string, string> _roles;
    private readonly Lazy<RuleInputs> _inputs;

    private Files(
        ImmutableArray<AdditionalText> texts,
        ImmutableDictionary<string, string> roles,
        ImmutableDictionary<string, string> global
    )
    {
        (Texts, _roles, _global) = (texts, roles, global);
        _inputs = new Lazy<RuleInputs>(() =>
            CompilerInputs.Of(
                new AnalyzerOptions(Texts, this),
                file => SourceDocument.FromText(file.Path, file.GetText()!.ToString()),
                file => ConfigurationFile.Read(file.Path, file.GetText()!.ToString())
            )
        );
    }

    public ImmutableArray<AdditionalText> Texts { get; }

    /// <summary>What the rules take from them, read once.</summary>
    public RuleInputs Inputs => _inputs.Value;

    /// <summary>The properties of the build and the roles of the files, as a file that the compiler reads.</summary>
    public string GlobalConfiguration =>
        string.Concat([
            "is_global = true\n",
            .. _global.Select(p => $"{p.Key} = {p.Value}\n"),
            .. _roles.Select(r => $"[{r.Key}]\nbuild_metadata.AdditionalFiles.PolicyKitRole = {r.Value}\n"),
        ]);

    public static Files None { get; } =
        new(
            [],
            ImmutableDictionary<string, string>.Empty,
            ImmutableDictionary<string, string>.Empty.Add("build_property.PolicyKitEvaluationDate", "2026-04-01")
        );

    public static string Policy { get; } =
        File.ReadAllText(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json"));

    public static string Standard { get; } =
        File.ReadAllText(Repository.PathOf("tests", "Shared", "flat.standard.json"));

    public static string System { get; } =
        File.ReadAllText(Repository.PathOf("examples", "sewerage-billing", "system.json"));

    /// <summary>The first body's pack and the example's declaration.</summary>
    public static Files Complete { get; } =
        None.With("policy", Policy).With("standard", Standard).With("system", System);

    /// <summary>The pack, whose standard also uses the rules over configuration, the declaration and a configuration file.</summary>
    public static Files WithConfiguration(string text, string name = "appsettings.json") =>
        All.Add("/src/" + name, "configuration", text);

    /// <summary>The same with one more configuration file.</summary>
    public Files AndConfiguration(string text, string name) => Add("/src/" + name, "configuration", text);

    /// <summary>The pack, whose standard uses every rule, and the declaration.</summary>
    public static Files All => Whole.Value;

    /// <summary>The standard of the tests with the rules that it does not use by itself, and their parameters.</summary>
    private static string ConfigurationStandard { get; } =
        Standard
            .Replace(
                "{ \"kind\": \"source\", \"rule\": \"PK3002\", \"severity\": \"error\" }",
                Rules(id => id.StartsWith("PK3", StringComparison.Ordinal)),
                StringComparison.Ordinal
            )
            .Replace(
                "{ \"kind\": \"source\", \"rule\": \"PK6101\", \"severity\": \"error\" }",
                Rules(id => !id.StartsWith("PK3", StringComparison.Ordinal)),
                StringComparison.Ordinal
            )
            .Replace(
                "\n  \"parameters\": [\n",
                $"\n  \"parameters\": [\n{Classification}    {OtherParameters()},\n",
                StringComparison.Ordinal
            );

    private static Lazy<Files> Whole { get; } = new(() => Complete.With("standard", ConfigurationStandard));

    // A vocabulary that the tests know whole, in the place of the baseline's.
    private const string Classification = """
          { "id": "classification.names", "title": "名前",
            "value": ["3B: full name, birth date, phone number, my number, account number, meter number, 氏名",
              "3B: 住所, 生年月日, 個人番号, 水栓番号, shimei, jusho, seinengappi, kojin bango"],
            "source": { "kind": "body" }, "changeableBy": "CISO" },
          { "id": "classification.names-beside", "title": "並ぶ名前",
            "value": ["3B: name, address, phone, email, gender, 名, 性別"],
            "source": { "kind": "body" }, "changeableBy": "CISO" },
          { "id": "classification.attributes", "title": "分類を表す属性",
            "value": ["PersonalDataAttribute=3B"],
            "source": { "kind": "body" }, "changeableBy": "CISO" },
          { "id": "classification.redactors", "title": "伏せるメソッドの語",
            "value": ["mask", "redact", "anonymi", "伏"],
            "source": { "kind": "body" }, "changeableBy": "CISO" },
          { "id": "classification.confined-from", "title": "出力を禁じる分類",
            "value": "3C",
            "source": { "kind": "body" }, "changeableBy": "CISO" },

        """;

    // The parameters that rules need, as the baseline sets them, but for those that the standard of the tests sets itself.
    private static string OtherParameters()
    {
        using var baseline = JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf("src", "PolicyKit.Packs.MunicipalBaseline", "standard.json"))
        );
        using var own = JsonDocument.Parse(Standard);
        var known = Ids(own).ToHashSet(StringComparer.Ordinal);
        var needed = RuleCatalog
            .Rules.SelectMany(r => r.Parameters)
            .Select(p => p.Value)
            // Parameters that a standard may leave out.
            .Concat(["passwords.argon2-work", "passwords.scrypt-work"])
            .Where(id => !known.Contains(id) && !Classification.Contains($"\"{id}\"", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        return string.Join(
            ",\n    ",
            baseline
                .RootElement.GetProperty("parameters")
                .EnumerateArray()
                .Where(p => p.GetProperty("id").GetString() is { } id && needed.Contains(id))
                .Select(p => p.GetRawText())
        );

        static IEnumerable<string> Ids(JsonDocument standard) =>
            standard
                .RootElement.GetProperty("parameters")
                .EnumerateArray()
                .Select(p => p.GetProperty("id").GetString()!);
    }

    // Every rule that a standard has to use, but for those that the standard of the tests uses itself.
    private static string Rules(Func<string, bool> ofControl) =>
        string.Join(
            ", ",
            RuleCatalog
                .Rules.Where(r => r.IsWaivable)
                .Select(r => r.Rule.Value)
                .Where(id =>
                    ofControl(id) && (id is "PK3002" or "PK6101" || !Standard.Contains(id, StringComparison.Ordinal))
                )
                .Select(id => $$"""{ "kind": "source", "rule": "{{id}}", "severity": "error" }""")
        );

    private Files Add(string path, string role, string text) =>
        new(Texts.Add(new Text(path, text)), _roles.SetItem(path, role), _global);

    public override AnalyzerConfigOptions GlobalOptions => new Options(_global);

    public Files With(string role, string text) =>
        new(
            Texts.RemoveAll(t => t.Path == $"/pack/{role}.json").Add(new Text($"/pack/{role}.json", text)),
            _roles.SetItem($"/pack/{role}.json", role),
            _global
        );

    /// <summary>The same with one of its files changed. What is to be replaced must be there: a change that changes nothing would show nothing.</summary>
    public Files With(string role, string from, string to)
    {
        var text = Texts.Single(t => t.Path == $"/pack/{role}.json").GetText()!.ToString();
        Assert.Contains(from, text, StringComparison.Ordinal);
        return With(role, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The same with one more file of a role.</summary>
    public Files Beside(string name, string role, string text) => Add($"/pack/{name}.json", role, text);

    public Files Without(string role) => new(Texts.RemoveAll(t => t.Path == $"/pack/{role}.json"), _roles, _global);

    public Files WithRole(string role, string other) =>
        new(Texts, _roles.SetItem($"/pack/{role}.json", other), _global);

    public Files WithProperty(string name, string value) =>
        new(Texts, _roles, _global.SetItem("build_property." + name, value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
        new Options(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(
            _roles.TryGetValue(textFile.Path, out var role) && role.Length > 0
                ? ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.PolicyKitRole", role)
                : ImmutableDictionary<string, string>.Empty
        );

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(text, global::System.Text.Encoding.UTF8);
    }
}
