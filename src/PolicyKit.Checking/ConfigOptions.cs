using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Checking;

/// <summary>The analyzer config files of a compilation, with what the check itself decides laid over them.</summary>
internal sealed class ConfigOptions(
    AnalyzerConfigSet? set,
    ImmutableDictionary<string, string> global,
    ImmutableDictionary<string, ImmutableDictionary<string, string>> files
) : AnalyzerConfigOptionsProvider
{
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary.Create<string, string>(
        AnalyzerConfigOptions.KeyComparer
    );

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options((set?.GlobalConfigOptions.AnalyzerOptions ?? None).SetItems(global));

    public static ConfigOptions Read(IEnumerable<string> paths, List<string> failures)
    {
        var configs = ImmutableArray.CreateBuilder<AnalyzerConfig>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
                configs.Add(AnalyzerConfig.Parse(SourceText.From(File.ReadAllText(path)), path));
            else
                failures.Add(path);
        }

        return new ConfigOptions(
            AnalyzerConfigSet.Create(configs.ToImmutable()),
            None,
            ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty
        );
    }

    /// <summary>The same, with these values over the project's own.</summary>
    public ConfigOptions With(
        ImmutableDictionary<string, string> overGlobal,
        ImmutableDictionary<string, ImmutableDictionary<string, string>> overFiles
    ) => new(set, global.SetItems(overGlobal), files.SetItems(overFiles));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

    private Options Of(string path)
    {
        var own = set is null || path.Length == 0 ? None : set.GetOptionsForSourcePath(path).AnalyzerOptions;
        return new Options(files.TryGetValue(path, out var over) ? own.SetItems(over) : own);
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
