using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>A project outside the repository that restores the packed packages, as their users do; its path has a space and Japanese in it.</summary>
public class OutsideProject : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("外部 policykit-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public static string Example(string readme, int index = 0) =>
        Regex
            .Matches(
                File.ReadAllText(Repository.PathOf(readme)),
                "```csharp\n(?<code>.*?)\n```",
                RegexOptions.Singleline
            )[index]
            .Groups["code"]
            .Value;

    protected void Restore(params string[] arguments)
    {
        var (exitCode, output) = Dotnet(["restore", .. arguments, "-nodeReuse:false"]);
        if (exitCode != 0)
            throw new InvalidOperationException("dotnet restore failed:\n" + output);
    }

    public void CopyFiles(string example, string folder)
    {
        var source = Repository.PathOf("examples", example);
        foreach (
            var file in Directory
                .EnumerateFiles(source, "*", SearchOption.AllDirectories)
                .Where(f => !Regex.IsMatch(f, @"[/\\](bin|obj)[/\\]"))
        )
        {
            var target = Path.Combine(Folder, folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void CopyExample(string name)
    {
        CopyFiles(name, "");
        WriteConfiguration();
        File.WriteAllText(
            Path.Combine(Folder, "Directory.Build.props"),
            $"""
            <Project>
              <Import Project="{Repository.PathOf("examples", "Directory.Build.props")}" />
              <ItemGroup><PackageReference Include="PolicyKit.Packs.MohSewerage" /><PackageReference Include="PolicyKit.Annotations" /></ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(
            Path.Combine(Folder, "Directory.Packages.props"),
            File.ReadAllText(Repository.PathOf("Directory.Packages.props"))
                .Replace(
                    "</Project>",
                    $"<ItemGroup><PackageVersion Include=\"PolicyKit.Packs.MohSewerage\" "
                        + $"Version=\"{Packages.Version}\" /><PackageVersion Include=\"PolicyKit.Annotations\" "
                        + $"Version=\"{Packages.Version}\" /></ItemGroup></Project>",
                    StringComparison.Ordinal
                )
        );
    }

    // Packages of other people come from where this machine has them; ours come from the feed and are unpacked once for all tests.
    public void WriteConfiguration()
    {
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(
            Path.Combine(Folder, "nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Packages.Cache}" /></config>
              <packageSources><add key="feed" value="{Packages.Folder}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """
        );
    }

    public (int ExitCode, string Output) Dotnet(params string[] arguments) =>
        Packages.Dotnet(Folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = "" }, arguments);
}
