using System.Text.Json;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Cli.Output;
using PolicyKit.Messages;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>What is derived from the catalogue of rules is what is committed. With POLICYKIT_UPDATE_EXPECTED=1 it is written anew.</summary>
public sealed class RulesCommandTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1";

    [Fact]
    public void Lists_every_rule_with_its_title()
    {
        var (exitCode, output, _) = Policykit.Run("rules");
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("PK6101  ソースコードに書かれた認証情報\n", output, StringComparison.Ordinal);
        Assert.Contains("PK0007  期限を過ぎた証跡\n", output, StringComparison.Ordinal);
        Assert.Equal(RuleCatalog.All.Count, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(
            "PK6001  Endpoint without authorization\n",
            Policykit.Run("rules", "--lang", "en").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_list_for_programs_is_the_committed_one()
    {
        var (_, output, _) = Policykit.Run("rules", "--format", "json");
        using var json = JsonDocument.Parse(output);
        Assert.All(
            json.RootElement.EnumerateArray(),
            rule => Assert.True(File.Exists(Repository.PathOf(rule.GetProperty("page").GetString()!)))
        );
        Committed(output, "docs", "rules", "rules.json");
    }

    [Fact]
    public void The_index_of_the_documentation_is_the_derived_one() =>
        Committed(
            $"""
            # 規則 / Rules

            {RuleListing.Markdown(MessageLanguage.Japanese, "../../")}
            ---

            {RuleListing.Markdown(MessageLanguage.English, "../../")}
            """.ReplaceLineEndings("\n"),
            "docs",
            "rules",
            "README.md"
        );

    private static void Committed(string derived, params string[] path)
    {
        var file = Repository.PathOf(path);
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, derived);
        }

        Assert.Equal(derived, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }
}
