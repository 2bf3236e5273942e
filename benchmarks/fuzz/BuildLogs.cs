using System.Diagnostics;
using System.IO.Compression;

namespace PolicyKit.Fuzz;

/// <summary>
/// A binary log to begin with, unpacked: made here, because one that was kept would name its machine.
/// </summary>
internal static class BuildLogs
{
    private const string Project = """
        <Project DefaultTargets="CoreCompile">
          <UsingTask TaskName="Microsoft.CodeAnalysis.BuildTasks.Csc" AssemblyFile="$(MSBuildToolsPath)/Roslyn/Microsoft.Build.Tasks.CodeAnalysis.dll" />
          <PropertyGroup><Configuration>Release</Configuration><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><Compile Include="a.cs" /><None Include="appsettings.json" /></ItemGroup>
          <Target Name="CoreCompile">
            <Csc Sources="@(Compile)" OutputAssembly="a.dll" TargetType="library" DefineConstants="RELEASE" ContinueOnError="true" />
          </Target>
        </Project>
        """;

    public static IReadOnlyList<byte[]> Of(string work)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "log")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.proj"), Project);
        File.WriteAllText(Path.Combine(folder, "a.cs"), "public class A { }");
        var start = new ProcessStartInfo(
            "dotnet",
            ["msbuild", "a.proj", "-bl:a.binlog", "-nologo", "-v:q", "-nr:false"]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        using var file = new GZipStream(File.OpenRead(Path.Combine(folder, "a.binlog")), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return [memory.ToArray()];
    }
}
