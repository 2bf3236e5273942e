using System.Text.Json;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

/// <summary>地方自治法施行規則第16条の3, in force on 2027-07-01: the first body's system began on 2026-04-01 under a contract of 2026-01-15.</summary>
public sealed class GapCommandTests
{
    private static readonly string Example = Repository.PathOf("examples", "sewerage-billing");
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");

    [Fact]
    public void Says_item_by_item_how_the_first_body_stands_with_evidence()
    {
        var (exitCode, output, error) = Gap("2026-11-26", Evidence());
        Assert.Equal((ExitCode.Violations, ""), (exitCode, error));
        Snapshot.Match(output);
    }

    [Fact]
    public void Says_item_by_item_how_the_first_body_stands_without_evidence()
    {
        var (exitCode, output, error) = Gap("2026-11-26");
        Assert.Equal(ExitCode.Violations, exitCode);
        Assert.StartsWith("証跡の台帳が与えられていないため", error, StringComparison.Ordinal);
        Snapshot.Match(output);
    }

    [Fact]
    public void Gives_the_whole_table_in_Markdown() =>
        Snapshot.Match(Gap("2026-11-26", [.. Evidence(), "--format", "markdown", "--lang", "en"]).Output);

    [Theory]
    [InlineData("2026-11-26", 217)]
    [InlineData("2027-06-30", 1)]
    [InlineData("2027-07-01", 0)]
    [InlineData("2027-07-02", -1)]
    public void Counts_the_days_until_it_binds(string asOf, int days) =>
        Assert.Equal(days, Json(asOf).GetProperty("daysLeft").GetInt32());

    [Fact]
    public void Exempts_a_system_that_exists_from_items_5_and_7_alone()
    {
        using var folder = new TemporaryFolder();
        var items = Json("2026-11-26", ["--system", folder.Write("system.json", Shown())])
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.Equal(
            [false, false, false, false, true, false, true, false],
            items.Select(i => i.GetProperty("exempt").GetBoolean())
        );
    }

    // A new system is exempt from nothing; a new contract for a system that exists ends the exemption of item 7.
    [Theory]
    [InlineData("\"from\": \"2026-04-01\"", "\"from\": \"2027-07-01\"", "第1項第5号", false)]
    [InlineData("\"from\": \"2026-04-01\"", "\"from\": \"2027-06-30\"", "第1項第5号", true)]
    [InlineData("\"signedOn\": \"2026-01-15\"", "\"signedOn\": \"2027-07-01\"", "第1項第7号", false)]
    [InlineData("\"signedOn\": \"2026-01-15\"", "\"signedOn\": \"2027-07-01\"", "第1項第5号", true)]
    public void The_exemption_ends_with_what_is_new(string old, string changed, string number, bool exempt)
    {
        using var folder = new TemporaryFolder();
        var text = Shown();
        Assert.Contains(old, text, StringComparison.Ordinal);
        var declaration = folder.Write("system.json", text.Replace(old, changed, StringComparison.Ordinal));
        var item = Json("2026-11-26", ["--system", declaration])
            .GetProperty("items")
            .EnumerateArray()
            .Single(i => i.GetProperty("number").GetString() == number);
        Assert.Equal(exempt, item.GetProperty("exempt").GetBoolean());
    }

    [Fact]
    public void A_framework_that_no_crosswalk_leads_to_is_a_mistake_of_the_caller()
    {
        var (exitCode, _, error) = Policykit.Run("gap", "nist", Example, "--no-build", "--pack", Pack);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("16-3", error, StringComparison.Ordinal);
    }

    // The example does not say how long its contract runs, nor since when it uses the service.
    private static string Shown() =>
        File.ReadAllText(Path.Combine(Example, "system.json"))
            .Replace(
                "\"signedOn\": \"2026-01-15\"",
                "\"signedOn\": \"2026-01-15\", \"endsOn\": \"2031-03-31\"",
                StringComparison.Ordinal
            )
            .Replace(
                "\"id\": \"bank-transfer\",",
                "\"id\": \"bank-transfer\", \"usedFrom\": \"2026-04-01\",",
                StringComparison.Ordinal
            );

    private static string[] Evidence() => ["--evidence", Path.Combine(Example, "evidence.json")];

    private static (int ExitCode, string Output, string Error) Gap(string asOf, params string[] more) =>
        Policykit.Run(["gap", "16-3", Example, "--no-build", "--pack", Pack, "--as-of", asOf, .. more]);

    private static JsonElement Json(string asOf, params string[] more) =>
        JsonDocument.Parse(Gap(asOf, [.. more, "--format", "json"]).Output).RootElement.GetProperty("systems")[0];
}
