using PolicyKit.Testing;
using YamlDotNet.RepresentationModel;

namespace PolicyKit.Architecture.Tests;

/// <summary>What GitHub reads is YAML that says what GitHub needs.</summary>
public sealed class YamlTests
{
    public static TheoryData<string> YamlFiles =>
        [
            .. Repository
                .Files()
                .Where(f =>
                    f.EndsWith(".yml", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal)
                )
                .Where(f => !f.StartsWith("schemas/", StringComparison.Ordinal)),
        ];

    public static TheoryData<string> Forms => ["another-body", "false-alarm", "missed-case"];

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Is_one_YAML_document(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Repository.PathOf(file))));
        Assert.Single(yaml.Documents);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_issue_form_has_a_name_and_fields_with_ids_and_labels_of_their_own(string name)
    {
        var form = Read($".github/ISSUE_TEMPLATE/{name}.yml");
        Assert.NotEqual("", Text(form, "name"));
        Assert.NotEqual("", Text(form, "description"));
        var fields = ((YamlSequenceNode)form["body"])
            .Cast<YamlMappingNode>()
            .Where(f => Text(f, "type") != "markdown")
            .ToList();
        Assert.True(fields.Count >= 3);
        Assert.Equal(fields.Count, fields.Select(f => Text(f, "id")).Distinct().Count());
        Assert.All(fields, f => Assert.NotEqual("", Text((YamlMappingNode)f["attributes"], "label")));
        Assert.All(
            fields,
            f => Assert.Contains(Text(f, "type"), new[] { "input", "textarea", "dropdown", "checkboxes" })
        );
    }

    [Fact]
    public void CI_runs_the_whole_check_on_Linux_and_builds_and_tests_on_Windows()
    {
        var jobs = (YamlMappingNode)Read(".github/workflows/ci.yml")["jobs"];
        Assert.Contains(".ci/run", Commands(jobs, "linux"));
        Assert.True(File.Exists(Repository.PathOf(".ci", "run")));
        Assert.Contains(Commands(jobs, "windows"), c => c.StartsWith("dotnet build ", StringComparison.Ordinal));
        Assert.Contains(Commands(jobs, "windows"), c => c.StartsWith("dotnet test ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_week_the_packages_are_built_twice_and_compared()
    {
        var workflow = Read(".github/workflows/reproducible.yml");
        Assert.Contains("schedule", ((YamlMappingNode)workflow["on"]).Children.Keys.Select(k => $"{k}"));
        Assert.Contains(".ci/reproducible", Commands((YamlMappingNode)workflow["jobs"], "packages"));
        Assert.True(File.Exists(Repository.PathOf(".ci", "reproducible")));
    }

    [Fact]
    public void Updates_leave_the_floor_of_the_compiler_alone() =>
        Assert.Contains(
            "dependency-name: Microsoft.CodeAnalysis.CSharp\n",
            File.ReadAllText(Repository.PathOf(".github", "dependabot.yml")),
            StringComparison.Ordinal
        );

    private static IEnumerable<string> Commands(YamlMappingNode jobs, string job) =>
        ((YamlSequenceNode)jobs[job]["steps"])
            .Cast<YamlMappingNode>()
            .Where(s => s.Children.ContainsKey("run"))
            .Select(s => Text(s, "run"));

    private static YamlMappingNode Read(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Repository.PathOf(file))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static string Text(YamlMappingNode node, string name) => ((YamlScalarNode)node[name]).Value ?? "";
}
