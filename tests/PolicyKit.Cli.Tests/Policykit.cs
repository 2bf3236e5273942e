using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Runs the program as its entry point does, and makes its output the same on every machine.</summary>
internal static class Policykit
{
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = Program.Run(arguments, output, error);
        return (exitCode, Portable(output.ToString()), Portable(error.ToString()));
    }

    /// <summary>The text without this machine's folder, and without the hashes that change with every build.</summary>
    public static string Portable(string text) =>
        Regex.Replace(
            text.ReplaceLineEndings("\n").Replace(Repository.Root + "/", "", StringComparison.Ordinal),
            "[0-9a-f]{64}",
            "…"
        );
}

/// <summary>A folder for one test, with Japanese and a space in its name.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("納品物 ").FullName;

    public string Write(string name, string text, bool crlfAndMark = false)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(
            file,
            crlfAndMark ? text.ReplaceLineEndings("\r\n") : text,
            new System.Text.UTF8Encoding(crlfAndMark)
        );
        return file;
    }

    /// <summary>A console project that references nothing of ours.</summary>
    public void WriteProject(string program, string extra = "", bool crlfAndMark = false)
    {
        Write(
            "Delivery.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              {extra}
            </Project>
            """
        );
        Write("Program.cs", program, crlfAndMark);
        Write(
            "system.json",
            File.ReadAllText(Repository.PathOf("examples", "sewerage-billing", "system.json")),
            crlfAndMark
        );
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
