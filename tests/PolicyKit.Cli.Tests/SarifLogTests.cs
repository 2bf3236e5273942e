using System.Text;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Tests;

/// <summary>Logs of other tools.</summary>
public sealed class SarifLogTests
{
    [Theory]
    [InlineData("")]
    [InlineData(", \"locations\": []")]
    [InlineData(", \"locations\": [{}]")]
    [InlineData(", \"locations\": [{ \"physicalLocation\": { \"artifactLocation\": { \"uri\": \"\" } } }]")]
    public void A_result_about_no_file_is_a_finding_all_the_same(string locations)
    {
        var log = $$"""
            { "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "other" } },
              "results": [{ "ruleId": "CA5369", "message": { "text": "unsafe" }{{locations}} }] }] }
            """;
        var run = SarifLog.Read(SourceDocument.FromBytes("/log.sarif", Encoding.UTF8.GetBytes(log)));
        var finding = Assert.Single(run.Findings);
        Assert.Equal(("CA5369", ""), (finding.Rule.Value, finding.Location.File));
    }
}
