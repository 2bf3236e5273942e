using System.Diagnostics;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Commands that look at no code start without the compiler: here its assemblies are taken away.</summary>
public sealed class WithoutCompilerTests : IClassFixture<WithoutCompilerTests.Tool>
{
    private static readonly string Example = Repository.PathOf("examples", "sewerage-billing");
    private static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");
    private readonly Tool _tool;

    public WithoutCompilerTests(Tool tool) => _tool = tool;

    public static TheoryData<string> Commands =>
        [
            "schema list",
            "explain technical.lockout",
            $"validate {Example}/system.json",
            $"validate {Example}/system.json --pack {Pack}",
            $"status {Example} --pack {Pack} --no-build --as-of 2026-04-01",
            $"gap 16-3 {Example} --pack {Pack} --no-build --as-of 2026-04-01",
            $"calendar {Example} --pack {Pack} --no-build --as-of 2026-04-01",
            $"render {Pack}/policy.json",
            $"standard coverage --pack {Pack}",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Ends_as_with_the_compiler_and_says_the_same(string command)
    {
        var (exitCode, output) = _tool.Run(command);
        var (expectedCode, expected, _) = Policykit.Run(command.Split(' '));
        Assert.Equal(expectedCode, exitCode);
        Assert.Equal(expected, Policykit.Portable(output));
    }

    // Otherwise the tests above would show nothing.
    [Fact]
    public void The_compiler_is_missing_where_rules_are_needed() =>
        Assert.Equal(ExitCode.Internal, _tool.Run("rules").ExitCode);

    /// <summary>A copy of the tool without the compiler's assemblies.</summary>
    public sealed class Tool : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("policykit-small-").FullName;

        public Tool()
        {
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
            {
                var name = Path.GetFileName(file);
                var isCompiler = name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
                // Without the list of dependencies the host takes what lies in the folder.
                if (!isCompiler && !name.EndsWith(".deps.json", StringComparison.Ordinal))
                    File.Copy(file, Path.Combine(_folder, name));
            }
        }

        public (int ExitCode, string Output) Run(string command)
        {
            var start = new ProcessStartInfo(
                "dotnet",
                [Path.Combine(_folder, "PolicyKit.Cli.dll"), .. command.Split(' ')]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = error.Result;
            return (process.ExitCode, output);
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
