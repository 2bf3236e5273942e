using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>A pack that the compiler does not see.</summary>
public sealed class HiddenPackTests : IDisposable
{
    private readonly OutsideProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Hiding_the_pack_from_the_compiler_fails_the_build()
    {
        _project.CopyExample("sewerage-billing");
        var (exitCode, output) = _project.Dotnet(
            "build",
            "-nodeReuse:false",
            "-p:GenerateMSBuildEditorConfigFile=false"
        );
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PK0001", output, StringComparison.Ordinal);
    }
}
