using System.Diagnostics;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>A pipe in a delivery that nobody writes to.</summary>
public sealed class PipeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_that_is_a_pipe_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(ExitCode.UnreadableDeliverable, Check(Pipe("delivery.binlog")).ExitCode);
    }

    [Fact]
    public void A_source_file_beside_the_projects_that_is_a_pipe_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.WriteProject("System.Console.WriteLine();", "<ItemGroup><Compile Remove=\"apps/**\" /></ItemGroup>");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "apps"));
        Pipe("apps/pipe.cs");
        var (exitCode, output, error) = Check(_folder.Path);
        Assert.True(exitCode == ExitCode.Conforms, output + error);
    }

    private string Pipe(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return path;
    }

    private static (int ExitCode, string Output, string Error) Check(string path) =>
        Policykit.Run(
            "check",
            path,
            "--pack",
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage"),
            "--as-of",
            "2026-04-01"
        );
}
