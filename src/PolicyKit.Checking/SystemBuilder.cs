using System.ComponentModel;
using System.Diagnostics;
using PolicyKit.Findings;

namespace PolicyKit.Checking;

/// <summary>Builds a project with a binary log. This runs the project's own build code: see the README.</summary>
internal static class SystemBuilder
{
    // What a delivery is built in where the user names nothing.
    private const string Delivered = "Release";

    /// <summary>
    /// Restores and builds from scratch. The project's own analyzers stay off and warnings stay warnings (they may fail
    /// the build, and nothing they say is believed); its generators run.
    /// </summary>
    /// <param name="project">The solution or project.</param>
    /// <param name="configuration">The configuration; null for Release or, in a solution without it, for the
    /// solution's own default.</param>
    /// <param name="log">Where the binary log goes.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <returns>Whether the solution's default was built because it has no Release.</returns>
    /// <exception cref="CheckException">There is no SDK, or the build fails.</exception>
    public static async Task<bool> BuildAsync(
        string project,
        string? configuration,
        string log,
        CancellationToken cancellation
    )
    {
        var said = await RunAsync(project, configuration ?? Delivered, log, cancellation).ConfigureAwait(false);
        var fallsBack = configuration is null && said is not null && LacksConfiguration(said);
        if (fallsBack)
            said = await RunAsync(project, null, log, cancellation).ConfigureAwait(false);
        if (said is null)
            return fallsBack;
        if (said.Contains("No .NET SDKs were found", StringComparison.Ordinal))
            throw CheckException.Usage("check.no-sdk", Host);
        var key = LacksConfiguration(said) ? "check.no-configuration" : Missing(said) ?? "check.build-failed";
        throw new CheckException(
            ExitCode.UnreadableDeliverable,
            CheckException.Messages.Message(key, PathText.Shown(project), VisibleText.Of(configuration ?? Delivered)),
            said
        );
    }

    private static string Host =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    // Null where the build succeeds, and else what it said.
    private static async Task<string?> RunAsync(
        string project,
        string? configuration,
        string log,
        CancellationToken cancellation
    )
    {
        using var server = new CompilerServer();
        Process process;
        try
        {
            process = Process.Start(StartOf(project, configuration, log, server))!;
        }
        catch (Win32Exception)
        {
            throw CheckException.Usage("check.no-sdk", Host);
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            await using var _ = cancellation.Register(() => End(process));
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            var said = (await output + await errors).Trim();
            return process.ExitCode == 0 ? null : said;
        }
    }

    private static ProcessStartInfo StartOf(string project, string? configuration, string log, CompilerServer server)
    {
        var start = new ProcessStartInfo(Host)
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "build",
            project,
            "-bl:" + log,
            "--no-incremental",
            "-nologo",
            "-v:quiet",
            "-nodeReuse:false",
            "-p:RunAnalyzers=false",
            "-p:TreatWarningsAsErrors=false",
            "-p:WarningsAsErrors=",
            "-p:UseSharedCompilation=true",
            "-p:SharedCompilationId=" + server.Id,
            // The checksums of what is compiled stand there: they show that it is what is looked at.
            "-p:DebugType=portable",
            "-p:DebugSymbols=true",
            "-consoleLoggerParameters:NoSummary;ErrorsOnly",
            .. configuration is null ? [] : new[] { "--configuration", configuration },
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // The pack's targets say that analyzers are off (PK0013), unless they know that the rules run here.
        start.Environment[OwnGuard.Checking] = "1";
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
        return start;
    }

    // A solution that does not know the configuration.
    private static bool LacksConfiguration(string said) => said.Contains("MSB4126", StringComparison.Ordinal);

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
