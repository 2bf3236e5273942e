using System.ComponentModel;
using System.Diagnostics;

namespace PolicyKit.Checking;

/// <summary>
/// The compiler process of one build, under a name of its own, and ended with it: a process for each project takes four
/// seconds of processor time to start, and one that other builds use could be anybody's.
/// </summary>
internal sealed class CompilerServer : IDisposable
{
    // Its socket stands in the folder of temporary files, and a path of a socket may have about a hundred characters.
    private const int NameLength = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The name, as MSBuild's <c>SharedCompilationId</c> takes it.</summary>
    public string Id { get; } = "pk-" + Guid.NewGuid().ToString("N")[..NameLength];

    /// <summary>
    /// Ends the server. A server listens to the SDK that started it alone, so that each is asked; one that came with a
    /// package of the delivery ends by itself, ten minutes after the build.
    /// </summary>
    public void Dispose()
    {
        foreach (var program in SdkInstallation.CompilerServers)
            End(program);
    }

    private void End(string program)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, ["-shutdown", "-pipename:" + Id])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
            process?.WaitForExit(Patience);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            // A program of an SDK that does not start here has started no server, either.
        }
    }
}
