using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>The packed templates, installed once for all tests and not for the user of this machine.</summary>
public sealed class TemplateHive : IDisposable
{
    public TemplateHive()
    {
        var package = Path.Combine(Packages.Folder, $"PolicyKit.Templates.{Packages.Version}.nupkg");
        var (exitCode, output) = Packages.Dotnet(
            Folder,
            null,
            "new",
            "install",
            package,
            "--debug:custom-hive",
            Folder
        );
        Assert.True(exitCode == 0, output);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("policykit-templates-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
