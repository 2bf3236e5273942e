using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Checking;

/// <summary>
/// Runs a deliverable's generators in a process of their own, for a limited time, with limited memory and without
/// this one's environment.
/// </summary>
internal static class GeneratorProcess
{
    // A build waits for its generators; ten times as long as the slowest that was seen is a process that hangs.
    private const int Seconds = 120;
    private const string Memory = "0x60000000";

    /// <summary>
    /// What they write. What goes wrong stands among the failures: then the compilation is not whole.
    /// </summary>
    public static async Task<IReadOnlyList<GeneratedFile>> RunAsync(
        CompilerCall call,
        IReadOnlyList<GeneratorFile> generators,
        List<string> failures,
        CancellationToken cancellation
    )
    {
        var host = Path.Combine(AppContext.BaseDirectory, "PolicyKit.Cli.dll");
        if (!File.Exists(host))
        {
            failures.Add(Say("generators.no-host"));
            return [];
        }

        var folder = Directory.CreateTempSubdirectory("policykit-generators-");
        try
        {
            var job = Path.Combine(folder.FullName, "job.json");
            var asked = new GeneratorJob(call.Project, call.Words, generators.Select(g => g.Path).ToList());
            await File.WriteAllBytesAsync(job, JsonSerializer.SerializeToUtf8Bytes(asked), cancellation)
                .ConfigureAwait(false);
            if (await Ends(Start(host, job, folder.FullName), failures, cancellation).ConfigureAwait(false))
                return Answer(job + ".out", failures);
            return [];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<GeneratedFile> Answer(string file, List<string> failures)
    {
        try
        {
            if (JsonSerializer.Deserialize<GeneratorAnswer>(File.ReadAllBytes(file)) is { } answer)
            {
                failures.AddRange(answer.Failures);
                return answer.Files;
            }
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            // A process that ends without an answer was ended by what it ran.
        }

        failures.Add(Say("generators.ended", 0));
        return [];
    }

    private static ProcessStartInfo Start(string host, string job, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [host, GeneratorHost.Command, job])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } dotnet)
            start.FileName = dotnet;
        // Tokens of a pipeline stand in the environment: none of it is theirs but what a program needs to start.
        var kept = new[] { "PATH", "DOTNET_ROOT", "SystemRoot", "LANG" }
            .Select(n => (Name: n, Value: Environment.GetEnvironmentVariable(n)))
            .Where(v => v.Value is not null)
            .ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
            start.Environment[name] = value;
        foreach (var name in new[] { "HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE" })
            start.Environment[name] = folder;
        start.Environment[OwnGuard.Checking] = "1";
        start.Environment["DOTNET_GCHeapHardLimit"] = Memory;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    private static async Task<bool> Ends(ProcessStartInfo start, List<string> failures, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(Seconds));
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            failures.Add(e.Message);
            return false;
        }

        using (process)
        {
            process.StandardInput.Close();
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            try
            {
                await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellation.ThrowIfCancellationRequested();
                failures.Add(Say("generators.too-long", Seconds));
                return false;
            }

            if (process.ExitCode == 0)
                return true;
            failures.Add(Say("generators.ended", process.ExitCode));
            return false;
        }
    }

    private static string Say(string key, params object[] arguments) =>
        CheckException.Messages.Format(key, MessageLanguage.Japanese, arguments)
        + " / "
        + CheckException.Messages.Format(key, MessageLanguage.English, arguments);
}
