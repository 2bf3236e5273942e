using System.Xml.Linq;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>The build and <c>check</c> look at the same configuration files.</summary>
public sealed class ConfigurationListTests
{
    [Fact]
    public void The_targets_of_the_package_hand_over_what_check_reads()
    {
        const string Folder = "$(MSBuildProjectDirectory)/";
        var targets = XDocument.Load(
            Repository.PathOf("analyzers", "PolicyKit.Analyzers.Package", "build", "PolicyKit.Analyzers.targets")
        );
        var handed = targets
            .Descendants("AdditionalFiles")
            .Where(a => (string?)a.Attribute("PolicyKitRole") == "configuration")
            .Select(a => ((string)a.Attribute("Include")!).ToLowerInvariant())
            // A wildcard in the place of the last letter makes the name one in any case.
            .Select(a => a.Replace(".jso?", ".json", StringComparison.Ordinal))
            .Select(a => a.Replace(".confi?", ".config", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(ConfigurationFiles.Patterns.Select(p => Folder.ToLowerInvariant() + p), handed);
    }
}
