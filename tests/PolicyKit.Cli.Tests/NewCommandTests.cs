using System.Globalization;
using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

public sealed class NewCommandTests : IDisposable
{
    private const string Written = """
        analyzers/PolicyKit.Analyzers/Messages.ja.resx
        analyzers/PolicyKit.Analyzers/Messages.en.resx
        src/PolicyKit.Packs.MunicipalBaseline/standard.json
        analyzers/PolicyKit.Analyzers/Rules/PK6998_ForbiddenThing.cs
        analyzers/PolicyKit.Analyzers/Rules/PK6998_ForbiddenThing.md
        tests/PolicyKit.Analyzers.Tests/Rules/PK6998_ForbiddenThingTests.cs

        """;

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
            "--parameter",
            "things.names=one,two",
            "--root",
            _folder.Path
        );
        Assert.Equal((ExitCode.Conforms, ""), (exitCode, error));
        Assert.Equal(Written, output.ReplaceLineEndings("\n"));
        // What somebody edits afterwards are these six files; the rest is derived from them.
        Assert.Equal(Written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(), Changed());
        Assert.Equal(ExitCode.Conforms, Pin("src/PolicyKit.Packs.MohSewerage").ExitCode);
        var baseline = Path.Combine(_folder.Path, "src", "PolicyKit.Packs.MunicipalBaseline");
        Assert.Equal(ExitCode.Conforms, Policykit.Run("validate", baseline).ExitCode);
        LeaveTheSourcesUnanalyzed();
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

    [Fact]
    public void A_parameter_without_a_value_is_refused()
    {
        var (exitCode, _, error) = Policykit.Run(
            "new",
            "rule",
            "PK6998",
            "Thing",
            "--parameter",
            "things.names",
            "--root",
            _folder.Path
        );
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("`things.names` は新しい規則のパラメーターになりません", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_imports_a_changed_standard_is_pinned_to_it_in_turn()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("examples", "pack-of-another-body"), "*.json"))
            _folder.Write(Path.GetFileName(file), File.ReadAllText(file));
        var baseline = File.ReadAllText(Repository.PathOf("src", "PolicyKit.Packs.MunicipalBaseline", "standard.json"));
        _folder.Write("baseline.standard.json", baseline + "\n");
        Assert.Equal(ExitCode.InvalidPolicy, Policykit.Run("standard", "resolve", _folder.Path).ExitCode);
        var (exitCode, output, error) = Policykit.Run("standard", "pin", _folder.Path);
        Assert.Equal((ExitCode.Conforms, ""), (exitCode, error));
        Assert.Equal(
            ["overlay.standard.json", "standard.json"],
            output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => Path.GetFileName(line.Trim()))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(ExitCode.Conforms, Policykit.Run("standard", "resolve", _folder.Path).ExitCode);
        Assert.Equal("", Policykit.Run("standard", "pin", _folder.Path).Output);
    }

    private (int ExitCode, string Output, string Error) Pin(string folder) =>
        Policykit.Run(
            "standard",
            "pin",
            Path.Combine(_folder.Path, "src", "PolicyKit.Packs.MunicipalBaseline"),
            Path.Combine(_folder.Path, folder)
        );

    // The files of the copy that are not as they are in the repository.
    private IEnumerable<string> Changed() =>
        Directory
            .EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/'))
            .Where(file =>
                Repository.PathOf(file) is var original
                && (
                    !File.Exists(original)
                    || !File.ReadAllBytes(original)
                        .AsSpan()
                        .SequenceEqual(File.ReadAllBytes(Path.Combine(_folder.Path, file)))
                )
            )
            .Order();

    private void CopyWorkingCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("."), "*", SearchOption.TopDirectoryOnly))
            Copy(file);
        foreach (
            var folder in new[]
            {
                "analyzers",
                "src",
                // What every rule's tests stand on; the tests of the other rules say nothing of a new one.
                "tests/PolicyKit.Analyzers.Tests/Engine",
                "tests/Shared",
                "examples/sewerage-billing",
                "schemas",
            }
        )
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            Copy(file);
        Copy(Repository.PathOf("tests", "Directory.Build.props"));
        Copy(Repository.PathOf("tests", "PolicyKit.Analyzers.Tests", "PolicyKit.Analyzers.Tests.csproj"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "tests", "PolicyKit.Analyzers.Tests", "Rules"));
    }

    // What is not changed was analyzed when it was built here.
    private void LeaveTheSourcesUnanalyzed() =>
        _folder.Write(
            "src/Directory.Build.props",
            """
            <Project>
              <Import Project="../Directory.Build.props" />
              <PropertyGroup>
                <RunAnalyzers>false</RunAnalyzers>
              </PropertyGroup>
            </Project>
            """
        );

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
