using System.Globalization;
using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_it_writes_builds_and_its_tests_pass()
    {
        CopyWorkingCopy();
        var (exitCode, output, error) = Policykit.Run(
            "new",
            "rule",
            "PK6998",
            "ForbiddenThing",
            "--root",
            _folder.Path
        );
        Assert.Equal((ExitCode.Conforms, ""), (exitCode, error));
        Assert.Equal(
            "analyzers/PolicyKit.Analyzers/Rules/PK6998_ForbiddenThing.cs\nanalyzers/PolicyKit.Analyzers/Rules/PK6998_ForbiddenThing.md\ntests/PolicyKit.Analyzers.Tests/Rules/PK6998_ForbiddenThingTests.cs\n",
            output.ReplaceLineEndings("\n")
        );
        var (tested, log) = Packages.Dotnet(
            _folder.Path,
            null,
            "test",
            "tests/PolicyKit.Analyzers.Tests",
            "-nodeReuse:false",
            "--filter",
            "FullyQualifiedName~PK6998|DisplayName~PK6998"
        );
        Assert.True(tested == 0, log);
        // Its own three, and those that hold every rule's page and tests together.
        Assert.True(
            int.Parse(Regex.Match(log, @"Passed:\s+(\d+)").Groups[1].Value, CultureInfo.InvariantCulture) >= 7,
            log
        );
    }

    [Theory]
    [InlineData("PK0999", "Thing", "`PK0999` は新しい規則のIDになりません")]
    [InlineData("6105", "Thing", "`6105` は新しい規則のIDになりません")]
    [InlineData("PK6105", "thing", "`thing` は規則の名前になりません")]
    [InlineData("PK6105", "Thing", "の作業フォルダーではありません")]
    public void Says_what_is_wrong_and_writes_nothing(string id, string name, string message)
    {
        var (exitCode, output, error) = Policykit.Run("new", "rule", id, name, "--root", _folder.Path);
        Assert.Equal((ExitCode.Usage, ""), (exitCode, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void An_id_is_never_used_twice()
    {
        var (exitCode, _, error) = Policykit.Run("new", "rule", "PK6101", "Again", "--root", Repository.PathOf("."));
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("規則 `PK6101` は既にあります", error, StringComparison.Ordinal);
    }

    private void CopyWorkingCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("."), "*", SearchOption.TopDirectoryOnly))
            Copy(file);
        foreach (
            var folder in new[]
            {
                "analyzers",
                "src",
                "tests/PolicyKit.Analyzers.Tests",
                "tests/Shared",
                "examples/sewerage-billing",
                "schemas",
            }
        )
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            Copy(file);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests"), "Directory.*"))
            Copy(file);
    }

    private void Copy(string file)
    {
        var relative = Path.GetRelativePath(Repository.PathOf("."), file).Replace('\\', '/');
        if (
            relative.Contains("/bin/", StringComparison.Ordinal) || relative.Contains("/obj/", StringComparison.Ordinal)
        )
            return;
        var target = Path.Combine(_folder.Path, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
}
