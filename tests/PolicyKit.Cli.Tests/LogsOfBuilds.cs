using System.Diagnostics;

namespace PolicyKit.Cli.Tests;

/// <summary>A solution of two projects, one with a password in it, and the logs of three builds of it.</summary>
public sealed class LogsOfBuilds : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LogsOfBuilds()
    {
        foreach (var name in new[] { "A", "B" })
            _folder.Write(
                $"src/{name}/{name}.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>"
                    + "</PropertyGroup><Target Name=\"Fail\" BeforeTargets=\"CoreCompile\""
                    + " Condition=\"'$(FailsIn)' == '$(MSBuildProjectName)'\"><Error Text=\"asked for\" /></Target></Project>"
            );
        var changed = _folder.Write("src/A/A.cs", "public static class A { }\n");
        _folder.Write("src/B/B.cs", "public static class B { public const string DbPassword = \"Kaw4goe#2026\"; }\n");
        _folder.Write(
            "src/all.slnx",
            "<Solution><Project Path=\"A/A.csproj\" /><Project Path=\"B/B.csproj\" /></Solution>"
        );
        Build("whole", 0);
        // A alone is compiled again.
        File.SetLastWriteTimeUtc(changed, DateTime.UtcNow);
        Build("incremental", 0);
        File.SetLastWriteTimeUtc(changed, DateTime.UtcNow);
        Build("failed", 1, "-p:FailsIn=B");
    }

    public string Folder => _folder.Path;

    public string Sources => Path.Combine(_folder.Path, "src");

    public string Log(string name) => Path.Combine(_folder.Path, name + ".binlog");

    public void Dispose() => _folder.Dispose();

    private void Build(string log, int expected, params string[] more)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "build",
                Path.Combine(Sources, "all.slnx"),
                "-c",
                "Release",
                "-v:q",
                "-bl:" + Log(log),
                "-nodeReuse:false",
                .. more,
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == expected, said);
    }
}
