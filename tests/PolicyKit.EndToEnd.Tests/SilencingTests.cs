using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>What a project may try to silence the rules.</summary>
public sealed class SilencingTests : IClassFixture<SilencedProject>
{
    private readonly SilencedProject _project;

    public SilencingTests(SilencedProject project) => _project = project;

    [Theory]
    [InlineData("-p:NoWarn=PK6101%3BPK3002%3BPK6001")]
    [InlineData("-p:TreatWarningsAsErrors=false")]
    [InlineData("-p:WarningLevel=0")]
    [InlineData("-p:DiscoverEditorConfigFiles=false")]
    public void Nothing_on_the_command_line_silences_the_rules(string argument)
    {
        var (exitCode, output) = _project.Dotnet(
            "build",
            "SewerageBillingViolating.csproj",
            "--no-restore",
            "-nodeReuse:false",
            argument
        );
        Assert.NotEqual(0, exitCode);
        Assert.Matches("MeterReadingImporter\\.cs\\(10,40\\): error PK6101", output);
    }
}
