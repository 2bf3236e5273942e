using System.Diagnostics;
using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>The recipes of <c>examples/ci</c> are command lines that the program understands.</summary>
public sealed partial class CiRecipeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Recipes =>
        [.. Directory.GetFiles(Repository.PathOf("examples", "ci")).Select(f => Path.GetFileName(f)!)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Every_command_line_of_a_recipe_is_understood(string recipe)
    {
        var text = File.ReadAllText(Repository.PathOf("examples", "ci", recipe)).Replace("\\\n", " ");
        var lines = CommandLine().Matches(text).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(lines);
        Assert.All(
            lines,
            line =>
            {
                var words = Word().Matches(line).Select(m => m.Value.Trim('"')).ToArray();
                Assert.Empty(Program.Parse(words, TextWriter.Null, TextWriter.Null).Errors);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Both_pages_name_every_recipe(string recipe)
    {
        Assert.Contains($"../examples/ci/{recipe})", Page("ci.md"), StringComparison.Ordinal);
        Assert.Contains($"../examples/ci/{recipe})", Page("ci.ja.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_server_keeps_the_result_of_every_delivery_and_fails_with_one_of_them()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("納品/a/system.json", "{}");
        _folder.Write("納品/b 2/system.json", "{}");
        Assert.Equal(1, Checked("納品", "case $2 in *'b 2'*) exit 3;; esac"));
        var log = File.ReadAllText(Path.Combine(_folder.Path, "results", "log.tsv"));
        Assert.Matches(@"\A\S+\t0\t.+/a/\n\S+\t3\t.+/b 2/\n\z", log);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(_folder.Path, "results", "b 2")).Length);
    }

    [Fact]
    public void A_file_server_without_a_delivery_does_not_say_that_all_is_well()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        Assert.Equal(2, Checked("empty", "exit 0"));
    }

    // The program is replaced by a script: what is tested is what stands around it.
    private int Checked(string deliveries, string program)
    {
        var stub = _folder.Write(
            "bin/policykit",
            $$"""
            #!/usr/bin/env bash
            for word; do case $word in human=*|json=*|sarif=*) echo > "${word#*=}";; esac; done
            {{program}}

            """
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(stub, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = _folder.Path,
            ArgumentList =
            {
                Repository.PathOf("examples", "ci", "check-deliveries.sh"),
                Path.Combine(_folder.Path, deliveries),
                "pack",
                "results",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = Path.GetDirectoryName(stub) + ":" + start.Environment["PATH"];
        Directory.CreateDirectory(Path.Combine(_folder.Path, "results"));
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Page(string name) => File.ReadAllText(Repository.PathOf("docs", name));

    [GeneratedRegex("""policykit"? ((?:check|validate) [^'>\n]+)""")]
    private static partial Regex CommandLine();

    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""")]
    private static partial Regex Word();
}
