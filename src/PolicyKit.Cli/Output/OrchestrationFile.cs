using System.Text;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>The build file by which a pack raises the rules of other analyzers that its standard cites.</summary>
internal static class OrchestrationFile
{
    public static string Render(SecurityStandard standard)
    {
        var cited = standard.Controls.SelectMany(c => c.Checks).OfType<SourceCheck>().Where(c => !c.Rule.IsPolicyKit).GroupBy(c => c.Rule.Value).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        // Where several controls cite a rule, the strictest counts.
        var errors = cited.Where(g => g.Any(c => c.Severity == Severity.Error)).Select(g => g.Key).ToList();
        var others = cited.Select(g => g.Key).Except(errors, StringComparer.Ordinal).ToList();
        var text = new StringBuilder("<Project>\n");
        text.Append("  <!-- Written by `policykit standard orchestration`, and held against the standard by a test: the rules of other analyzers that it cites. -->\n");
        if (others.Count > 0) text.Append($"  <!-- Cited at a lower severity, and left as their analyzers have them: {string.Join(", ", others)} -->\n");
        text.Append("  <PropertyGroup>\n");
        if (errors.Count > 0) text.Append($"    <WarningsAsErrors>$(WarningsAsErrors);{string.Join(";", errors)}</WarningsAsErrors>\n");
        text.Append("  </PropertyGroup>\n</Project>\n");
        return text.ToString();
    }
}
