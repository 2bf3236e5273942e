using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>What a project leaves out of its compilation for everybody to read.</summary>
public sealed class SourceExclusionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<ItemGroup><Compile Remove=\"Old/**\" /></ItemGroup>")]
    [InlineData("<ItemGroup><Compile Remove=\"a.cs;Old\\*.cs\" /></ItemGroup>")]
    [InlineData("<ItemGroup><Compile Remove=\"$(MSBuildThisFileDirectory)Old\\A.cs\" /></ItemGroup>")]
    [InlineData("<ItemGroup><Compile Include=\"**/*.cs\" Exclude=\"Old/**/*.cs\" /></ItemGroup>")]
    [InlineData(
        "<PropertyGroup><DefaultItemExcludes>$(DefaultItemExcludes);Old/**</DefaultItemExcludes></PropertyGroup>"
    )]
    [InlineData("<PropertyGroup><EnableDefaultCompileItems>False</EnableDefaultCompileItems></PropertyGroup>")]
    [InlineData("<ItemGroup Condition=\"'$(Configuration)' == 'Release'\"><Compile Remove=\"Old/**\" /></ItemGroup>")]
    [InlineData(
        "<ItemGroup><Compile Remove=\"Old/**\" Condition=\"!$([MSBuild]::IsOSPlatform('Windows'))\" /></ItemGroup>"
    )]
    public void A_file_that_the_project_names_is_explained(string extra) => Assert.True(Covers(extra, "Old/A.cs"));

    [Theory]
    [InlineData("")]
    [InlineData("<ItemGroup><Compile Remove=\"Old/B.cs\" /></ItemGroup>")]
    [InlineData("<ItemGroup><Compile Remove=\"$(Left)\" /></ItemGroup>")]
    [InlineData("<ItemGroup><Compile Remove=\"@(Left)\" /></ItemGroup>")]
    [InlineData("<ItemGroup Condition=\"'$(RunAnalyzers)' == 'false'\"><Compile Remove=\"Old/**\" /></ItemGroup>")]
    [InlineData("<ItemGroup><Compile Remove=\"Old/**\" Condition=\"Exists('/x')\" /></ItemGroup>")]
    [InlineData(
        "<Target Name=\"T\" BeforeTargets=\"CoreCompile\"><ItemGroup><Compile Remove=\"Old/**\" /></ItemGroup></Target>"
    )]
    [InlineData("<Choose><Otherwise><ItemGroup><Compile Remove=\"Old/**\" /></ItemGroup></Otherwise></Choose>")]
    public void What_one_build_may_do_and_another_not_explains_nothing(string extra) =>
        Assert.False(Covers(extra, "Old/A.cs"));

    [Fact]
    public void A_hidden_folder_is_explained() => Assert.True(Covers("", ".old/A.cs"));

    [Fact]
    public void A_project_that_cannot_be_read_explains_nothing() => Assert.False(Covers("<", "Old/A.cs"));

    [Fact]
    public void What_is_shared_above_the_project_counts_for_it()
    {
        _folder.Write(
            "Directory.Build.targets",
            "<Project><ItemGroup><Compile Remove=\"Old/**\" /></ItemGroup></Project>"
        );
        Assert.True(Covers("", "Old/A.cs"));
    }

    private bool Covers(string extra, string file)
    {
        _folder.Write("app/App.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\">{extra}</Project>");
        var folder = Path.Combine(_folder.Path, "app");
        return SourceExclusions.Of(Path.Combine(folder, "App.csproj"), _folder.Path).Covers(Path.Combine(folder, file));
    }
}
