using Microsoft.CodeAnalysis.Diagnostics;
using NodaTime;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// What the compiler hands over: the pack and the configuration from the additional files, the date and the language
/// from the build.
/// </summary>
internal static class CompilerInputs
{
    /// <summary>The item metadata by which the files are found: never by their names.</summary>
    public const string RoleKey = "build_metadata.AdditionalFiles.PolicyKitRole";
    public const string DateKey = "build_property.PolicyKitEvaluationDate";
    public const string LanguageKey = "build_property.PolicyKitLanguage";
    public const string ProjectKey = "build_property.ProjectDir";

    // INVARIANT: one static instance each; the compiler's cache is keyed by it, so an unchanged file is parsed once.
    public static readonly AdditionalTextValueProvider<SourceDocument> Documents = new(text =>
        SourceDocument.FromText(text.Path, text.GetText()?.ToString() ?? "")
    );

    public static readonly AdditionalTextValueProvider<ConfigurationFile> Configurations = new(text =>
        ConfigurationFile.Read(text.Path, text.GetText()?.ToString() ?? "")
    );

    /// <param name="analyzerOptions">The additional files and the properties of the build.</param>
    /// <param name="document">The compiler's cached reading of a file of the pack.</param>
    /// <param name="configurationFile">The compiler's cached reading of a configuration file.</param>
    public static RuleInputs Of(
        AnalyzerOptions analyzerOptions,
        Func<AdditionalText, SourceDocument?> document,
        Func<AdditionalText, ConfigurationFile?> configurationFile
    )
    {
        var options = analyzerOptions.AnalyzerConfigOptionsProvider;
        var files = analyzerOptions
            .AdditionalFiles.Select(file =>
                (File: file, Role: options.GetOptions(file).TryGetValue(RoleKey, out var role) ? role : "")
            )
            .Where(f => f.Role.Length > 0)
            .GroupBy(f => f.File.Path, StringComparer.Ordinal)
            .Select(same => same.First())
            .ToLookup(f => f.Role == ConfigurationFile.Role);
        var pack = PackCache.PackOf([
            .. files[false]
                .Select(f =>
                    (document(f.File) ?? SourceDocument.FromText(f.File.Path, ""), DocumentKindExtensions.Find(f.Role))
                ),
        ]);
        var configuration = files[true].Select(f => configurationFile(f.File)).OfType<ConfigurationFile>();
        var global = options.GlobalOptions;
        var written = global.TryGetValue(DateKey, out var date) && date.Length > 0 ? date : null;
        var isDate = IsoDate.TryParse(written ?? "", out var day);
        return new RuleInputs(
            pack,
            configuration,
            isDate ? day : null,
            global.TryGetValue(LanguageKey, out var language) && language == "en"
                ? MessageLanguage.English
                : MessageLanguage.Japanese,
            global.TryGetValue(ProjectKey, out var folder) ? folder : "",
            isDate ? null : written
        );
    }
}
