using System.ComponentModel;
using System.Diagnostics;

namespace PolicyKit.Checking;

/// <summary>Builds a project with a binary log. This runs the project's own build code: see the README.</summary>
internal static class SystemBuilder
{
    /// <summary>
    /// Restores and builds from scratch. The project's own analyzers stay off and warnings stay warnings (they may fail
    /// the build, and nothing they say is believed); its generators run.
    /// </summary>
    /// <exception cref="CheckException">There is no SDK, or the build fails.</exception>
    public static async Task BuildAsync(
        string project,
        string configuration,
        string log,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet"
        )
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in new[]
            {
                "build",
                project,
                "-bl:" + log,
                "--no-incremental",
                "--configuration",
                configuration,
                "-nologo",
                "-v:quiet",
                "-nodeReuse:false",
                "-p:RunAnalyzers=false",
                "-p:TreatWarningsAsErrors=false",
                "-p:WarningsAsErrors=",
                "-p:UseSharedCompilation=false",
                "-consoleLoggerParameters:NoSummary;ErrorsOnly",
            }
        )
            start.ArgumentList.Add(argument);
        // `dotnet run` sets these for its own build; the build of another project must find its own SDK.
        foreach (
            var name in new[]
            {
                "MSBuildSDKsPath",
                "MSBUILD_EXE_PATH",
                "MSBuildExtensionsPath",
                "MSBuildLoadMicrosoftTargetsReadOnly",
                "DOTNET_CLI_UI_LANGUAGE",
            }
        )
            start.Environment.Remove(name);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw CheckException.Usage("check.no-sdk", start.FileName);
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            await using var _ = cancellation.Register(() => End(process));
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            var said = (await output + await errors).Trim();
            if (process.ExitCode == 0)
                return;
            if (said.Contains("No .NET SDKs were found", StringComparison.Ordinal))
                throw CheckException.Usage("check.no-sdk", start.FileName);
            throw new CheckException(
                ExitCode.UnreadableDeliverable,
                CheckException.Messages.Message(Missing(said) ?? "check.build-failed", PathText.Shown(project)),
                said
            );
        }
    }

    // What this machine lacks is not for the vendor to mend, and the inspector has another way.
    private static string? Missing(string said)
    {
        bool Says(params string[] words) => words.Any(w => said.Contains(w, StringComparison.Ordinal));
        if (Says("NETSDK1100", "Microsoft.WindowsDesktop.App", "MSB4278", "MSB4019", "MSB4062"))
            return "check.build-needs-windows";
        if (Says("MSB3644", "MSB3645"))
            return "check.build-needs-framework";
        return Says("NETSDK1045", "NETSDK1141", "A compatible .NET SDK was not found", "requested SDK version")
            ? "check.build-needs-sdk"
            : null;
    }

    // The children of a build are the vendor's programs: none of them goes on when nobody waits for it.
    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
