using System.Text;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Orchestration;

/// <summary>The build file by which a pack raises the rules of other analyzers that its standard cites.</summary>
internal static class OrchestrationFile
{
    public static string Render(SecurityStandard standard)
    {
        var cited = standard
            .Controls.SelectMany(c => c.Checks)
            .OfType<SourceCheck>()
            .Where(c => !c.Rule.IsPolicyKit)
            .GroupBy(c => c.Rule.Value)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        // Where several controls cite a rule, the strictest counts.
        var errors = cited.Where(g => g.Any(c => c.Severity == Severity.Error)).Select(g => g.Key).ToList();
        // What a restore says is a warning by itself.
        var warnings = cited
            .Where(g => g.Any(c => c.Severity == Severity.Warning))
            .Select(g => g.Key)
            .Except(errors, StringComparer.Ordinal)
            .ToList();
        var nightly = cited
            .Select(g => g.Key)
            .Except(errors, StringComparer.Ordinal)
            .Except(warnings, StringComparer.Ordinal)
            .ToList();
        warnings.RemoveAll(OfRestore);
        var text = new StringBuilder("<Project>\n");
        text.Append(
            "  <!-- Written by `policykit standard orchestration`: the rules of others that the standard cites. -->\n"
        );
        text.Append("  <PropertyGroup>\n");
        if (errors.Count > 0)
        {
            text.Append($"    <WarningsAsErrors>$(WarningsAsErrors);{string.Join(";", errors)}</WarningsAsErrors>\n");
            // The build repeats what the restore said of packages, and reads this property for it.
            if (errors.Any(OfRestore))
                text.Append(
                    $"    <MSBuildWarningsAsErrors>$(MSBuildWarningsAsErrors);{string.Join(";", errors.Where(OfRestore))}</MSBuildWarningsAsErrors>\n"
                );
        }

        if (warnings.Count > 0)
            text.Append(
                $"    <PolicyKitWarnings>$(PolicyKitWarnings);{string.Join(";", warnings)}</PolicyKitWarnings>\n"
            );
        text.Append("  </PropertyGroup>\n");
        // Cited as information: rules that cost too much for every build.
        if (nightly.Count > 0)
            text.Append(
                (nightly.Exists(FollowsInput) ? WhichWins : "")
                    + "  <PropertyGroup Condition=\"'$(PolicyKitProfile)' == 'nightly'\">\n"
                    + $"    <PolicyKitWarnings>$(PolicyKitWarnings);{string.Join(";", nightly)}</PolicyKitWarnings>\n"
                    + "  </PropertyGroup>\n"
            );
        return text.Append("</Project>\n").ToString();
    }

    private const string WhichWins =
        "  <!-- PK6502 wins over CA3001 to CA3012: where both report one place, its finding is the one to fix. -->\n";

    // The SDK's rules that follow request input: CA3001 to CA3012.
    private static bool FollowsInput(string rule) =>
        rule.StartsWith("CA300", StringComparison.Ordinal) || rule is "CA3010" or "CA3011" or "CA3012";

    private static bool OfRestore(string rule) => rule.StartsWith("NU", StringComparison.Ordinal);
}
