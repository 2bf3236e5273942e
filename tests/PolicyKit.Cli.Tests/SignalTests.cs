using System.Diagnostics;
using System.Globalization;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>A check that is told to end while a program of the delivery runs.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // What the programs of a build write there has to bear its name.
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("signals-");

    public void Dispose()
    {
        _folder.Dispose();
        _temporary.Delete(recursive: true);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_check_with_130_its_children_and_its_temporary_folders(string signal)
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.WriteProject(
            "Console.WriteLine(1);",
            "<Target Name=\"Wait\" BeforeTargets=\"CoreCompile\"><Exec Command=\"echo $$ > started &amp;&amp; exec"
                + " sleep 600\" /></Target>"
        );
        using var check = Start();
        var child = await ChildAsync(check);
        Shell($"kill -{signal} {check.Id}");
        await check.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
        Assert.Equal(ExitCode.Cancelled, check.ExitCode);
        Assert.Equal(130, check.ExitCode);
        Assert.False(IsRunning(child), "the program of the delivery goes on");
        Assert.Empty(Directory.EnumerateDirectories(_temporary.FullName, "policykit-*"));
    }

    private Process Start()
    {
        // Whoever runs the tests in the background may have told all of them to ignore an interrupt.
        var start = new ProcessStartInfo(
            "env",
            [
                "--default-signal=INT",
                "dotnet",
                Path.Combine(AppContext.BaseDirectory, "PolicyKit.Cli.dll"),
                "check",
                _folder.Path,
                "--pack",
                Repository.PathOf("src", "PolicyKit.Packs.MohSewerage"),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = _temporary.FullName;
        return Process.Start(start)!;
    }

    // The build has come to the program of the delivery when that says so.
    private async Task<int> ChildAsync(Process check)
    {
        var started = Path.Combine(_folder.Path, "started");
        while (!File.Exists(started) || (await File.ReadAllTextAsync(started)).Trim().Length == 0)
        {
            Assert.True(
                !check.HasExited,
                check.HasExited
                    ? await check.StandardOutput.ReadToEndAsync() + await check.StandardError.ReadToEndAsync()
                    : ""
            );
            await Task.Delay(100);
        }

        return int.Parse(await File.ReadAllTextAsync(started), CultureInfo.InvariantCulture);
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            // Whoever has ended and is waited for by nobody is still known.
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return false;
        }
    }

    private static void Shell(string command)
    {
        using var shell = Process.Start("bash", ["-c", command]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
