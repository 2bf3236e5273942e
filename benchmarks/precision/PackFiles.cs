using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

/// <summary>
/// The files of a pack, as a build hands them to the compiler. Without a system.json in the folder there is no
/// declaration: every connection and public endpoint is one that nobody declared, and rules that compare with a
/// declaration find nothing.
/// </summary>
internal sealed class PackFiles : AnalyzerConfigOptionsProvider
{
    private readonly ImmutableDictionary<string, string> _roles;

    private PackFiles(ImmutableArray<AdditionalText> texts, ImmutableDictionary<string, string> roles) =>
        (Texts, _roles) = (texts, roles);

    private ImmutableArray<AdditionalText> Texts { get; }

    public static PackFiles Read(string folder)
    {
        var pack = new PackFiles([], ImmutableDictionary<string, string>.Empty)
            .Add(Path.Combine(folder, "policy.json"), "policy")
            .Add(Path.Combine(folder, "standard.json"), "standard");
        var system = Path.Combine(folder, "system.json");
        if (File.Exists(system))
            pack = pack.Add(system, "system");
        var baseline = Path.Combine(folder, "..", "PolicyKit.Packs.MunicipalBaseline", "standard.json");
        return File.Exists(baseline) ? pack.Add(baseline, "standard") : pack;
    }

    public AnalyzerOptions With(IEnumerable<string> configurations)
    {
        var files = configurations.Aggregate(this, (sum, file) => sum.Add(file, "configuration"));
        return new AnalyzerOptions(files.Texts, files);
    }

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(
            ImmutableDictionary<string, string>
                .Empty.Add("build_property.PolicyKitEvaluationDate", "2026-04-01")
                .Add("build_property.PolicyKitLanguage", "en")
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
        new Options(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(
            _roles.TryGetValue(textFile.Path, out var role)
                ? ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.PolicyKitRole", role)
                : ImmutableDictionary<string, string>.Empty
        );

    private PackFiles Add(string path, string role) => new(Texts.Add(new Text(path)), _roles.SetItem(path, role));

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }

    // Always the same text: what was read of it is kept from one compilation to the next.
    private sealed class Text(string path) : AdditionalText
    {
        private readonly Lazy<SourceText> _text = new(() => SourceText.From(File.ReadAllText(path), Encoding.UTF8));

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text.Value;
    }
}
