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

    /// <summary>The severities that the project itself sets; null where it sets none.</summary>
    public ProjectSeverities? Severities { get; private init; }

    /// <summary>No options at all.</summary>
    public static ConfigOptions Empty { get; } =
        new(null, None, ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options((set?.GlobalConfigOptions.AnalyzerOptions ?? None).SetItems(global));

    public static ConfigOptions Read(IEnumerable<string> paths, List<string> failures)
    {
        var configs = ImmutableArray.CreateBuilder<AnalyzerConfig>();
        var own = ImmutableArray.CreateBuilder<AnalyzerConfig>();
        foreach (var path in paths)
            if (File.Exists(path))
            {
                var config = AnalyzerConfig.Parse(SourceText.From(InputText.Of(path)), path);
                configs.Add(config);
                if (!IsOfSdk(path))
                    own.Add(config);
            }
            else
                failures.Add(path);

        return new ConfigOptions(
            AnalyzerConfigSet.Create(configs.ToImmutable()),
            None,
            ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty
        )
        {
            Severities = own.Count > 0 ? new ProjectSeverities(AnalyzerConfigSet.Create(own.ToImmutable())) : null,
        };
    }

    /// <summary>The same, with these values over the project's own.</summary>
    public ConfigOptions With(
        ImmutableDictionary<string, string> overGlobal,
        ImmutableDictionary<string, ImmutableDictionary<string, string>> overFiles
    ) => new(set, global.SetItems(overGlobal), files.SetItems(overFiles));

    // What the SDK switches off by default nobody silenced.
    private static bool IsOfSdk(string path) =>
        SdkInstallation.Holds(path)
        || path.Replace('\\', '/').Contains("/Microsoft.NET.Sdk/analyzers/build/config/", StringComparison.Ordinal);

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
