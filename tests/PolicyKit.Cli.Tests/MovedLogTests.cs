using NodaTime;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>A log and its sources that were unpacked somewhere else: <c>--path-map</c> says where.</summary>
public sealed class MovedLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sources_that_moved_are_those_that_were_compiled()
    {
        var outcome = await CheckMoved(_ => { });
        Assert.DoesNotContain(outcome.Sight, i => i.Reason?.Key is "sight.other-sources" or "sight.sources-changed");
        Assert.Contains(outcome.Sight, i => i is { Kind: SightKind.Project, State: SightState.Judged });
    }

    [Fact]
    public async Task A_source_that_was_changed_on_the_way_is_named()
    {
        var outcome = await CheckMoved(folder => File.AppendAllText(Path.Combine(folder, "Program.cs"), "// 追記\n"));
        Assert.Contains(outcome.Sight, i => i.Reason?.Key == "sight.sources-changed");
    }

    private async Task<CheckOutcome> CheckMoved(Action<string> onTheWay)
    {
        _folder.Write(
            "元/App/App.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """
        );
        _folder.Write("元/App/Program.cs", "public static class Program { public static void Main() { } }\n");
        var (from, to) = (Path.Combine(_folder.Path, "元"), Path.Combine(_folder.Path, "納品"));
        var built = BuiltLogs.Build(Path.Combine(from, "App"));
        Directory.Move(from, to);
        onTheWay(Path.Combine(to, "App"));
        return await PolicyCheck.RunAsync(
            new CheckRequest
            {
                Path = built,
                Pack = ValueList.Create(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")),
                System = Repository.PathOf("examples", "sewerage-billing", "system.json"),
                PathMap = ValueList.Create($"{from}={to}"),
                AsOf = new LocalDate(2026, 4, 1),
            }
        );
    }
}
