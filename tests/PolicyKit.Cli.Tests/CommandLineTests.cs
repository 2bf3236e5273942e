using PolicyKit.Cli.Output;
using PolicyKit.Findings;
using PolicyKit.Testing;
using Snapshooter.Xunit;

namespace PolicyKit.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Explains_a_rule_in_Japanese_and_English()
    {
        Assert.StartsWith(
            "# PK6101 ソースコードに書かれた認証情報\n",
            Policykit.Run("explain", "pk6101").Output,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "# PK6101 Hard-coded credential\n",
            Policykit.Run("explain", "PK6101", "--lang", "en").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Suggests_the_rule_that_was_probably_meant()
    {
        var (exitCode, _, error) = Policykit.Run("explain", "PK6101x");
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("`PK6101`", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Renders_the_policy_to_stdout_and_its_oddities_to_stderr()
    {
        var (exitCode, output, error) = Policykit.Run(
            "render",
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json")
        );
        Assert.Equal(ExitCode.Conforms, exitCode);
        Assert.Contains("warning[lint.unused-term]: 用語 `無害化通信`", error, StringComparison.Ordinal);
        Snapshot.Match(output);
    }

    [Fact]
    public void Renders_nothing_of_a_policy_that_is_not_valid()
    {
        var (exitCode, output, error) = Policykit.Run("render", _folder.Write("方針.json", "{ \"kind\": \"policy\" }"));
        Assert.Equal(ExitCode.InvalidPolicy, exitCode);
        Assert.Equal("", output);
        Assert.Contains("必須の項目 `provisions` がありません", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("nothing")]
    [InlineData("check", "x", "--format", "pdf")]
    [InlineData("check", "x", "--lang", "fr")]
    [InlineData("check", "nowhere")]
    [InlineData("check", ".", "--as-of", "令和8年")]
    [InlineData("render", "nowhere.json")]
    [InlineData("explain", "")]
    public void Says_that_it_was_not_used_rightly(params string[] arguments)
    {
        var (exitCode, output, error) = Policykit.Run(arguments);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal("", output);
        Assert.NotEqual("", error);
    }

    [Fact]
    public void Says_what_a_folder_lacks()
    {
        Assert.Contains("ソリューションもプロジェクトもありません", Fails(_folder.Path), StringComparison.Ordinal);
        _folder.Write("a.fsproj", "<Project />");
        Assert.Contains("C#のプロジェクトがありません", Fails(_folder.Path), StringComparison.Ordinal);
        _folder.Write("a.csproj", "<Project />");
        _folder.Write("b.csproj", "<Project />");
        Assert.Contains("複数あります (a.csproj, b.csproj)", Fails(_folder.Path), StringComparison.Ordinal);
        Assert.Contains("検査できません", Fails(_folder.Write("readme.txt", "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_file_is_no_binary_log()
    {
        var (exitCode, _, error) = Policykit.Run("check", _folder.Write("x.binlog", "not a log"));
        Assert.Equal(ExitCode.UnreadableDeliverable, exitCode);
        Assert.Contains("binlogとして読めません", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_there_is_no_sdk()
    {
        var before = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
        try
        {
            Environment.SetEnvironmentVariable("DOTNET_HOST_PATH", "/nonexistent/dotnet");
            Assert.Contains(
                ".NET SDKがありません",
                Fails(Repository.PathOf("examples", "sewerage-billing")),
                StringComparison.Ordinal
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable("DOTNET_HOST_PATH", before);
        }
    }

    [Fact]
    public void A_compiler_s_command_line_keeps_its_quoted_parts_whole()
    {
        var arguments = Checking
            .CompilerCall.Parse(
                "/src/納品 物/x.csproj",
                "/usr/share/dotnet/dotnet exec \"/a b/bincore/csc.dll\" /noconfig "
                    + "/features:\"InterceptorsNamespaces=;A.B\" /reference:\"/a b/c.dll\" /define:X \"Pro gram.cs\"",
                Checking.PathMap.Parse([])
            )
            .Arguments;
        Assert.Empty(arguments.Errors);
        Assert.Equal(";A.B", arguments.ParseOptions.Features["InterceptorsNamespaces"]);
        Assert.Equal(
            "/a b/c.dll",
            Assert
                .Single(arguments.MetadataReferences, r => r.Reference.EndsWith("c.dll", StringComparison.Ordinal))
                .Reference
        );
        Assert.Equal("/src/納品 物/Pro gram.cs", Assert.Single(arguments.SourceFiles).Path);
    }

    [Fact]
    public void A_frame_counts_wide_letters_cuts_long_lines_and_shows_no_control_character()
    {
        var (text, mark) = CodeFrame.Of(new Excerpt("var 氏名 = \u001B\"x\";", 9, 10));
        Assert.Equal("var 氏名 = \\u{1B}\"x\";", text);
        Assert.Equal("           ^^^^^^", mark);
        Assert.True(CodeFrame.Of(new Excerpt(new string('a', 5000), 2500, 2600)).Text.Length < 300);
    }

    [Fact]
    public void The_compiler_inside_is_at_least_as_new_as_the_sdk_s()
    {
        var sdk = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(sdk, "..", "..", ".."));
        var newest = Directory
            .GetDirectories(Path.Combine(root, "sdk"))
            .Select(d => Path.Combine(d, "Roslyn", "bincore", "Microsoft.CodeAnalysis.CSharp.dll"))
            .Where(File.Exists)
            .Select(f => System.Reflection.AssemblyName.GetAssemblyName(f).Version)
            .Max();
        Assert.NotNull(newest);
        Assert.True(
            typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.GetName().Version >= newest,
            $"the SDK has {newest}"
        );
    }

    private static string Fails(string path)
    {
        var (exitCode, output, error) = Policykit.Run("check", path);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal("", output);
        return error;
    }
}
