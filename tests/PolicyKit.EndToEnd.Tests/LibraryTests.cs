using System.Text.RegularExpressions;
using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>The libraries, referenced from the feed.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly OutsideProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_libraries_restore_and_their_readme_examples_run()
    {
        _project.WriteConfiguration();
        File.WriteAllText(
            Path.Combine(_project.Folder, "Reader.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>
              <ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
              <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PolicyKit" Version="{Packages.Version}" />
                <PackageReference Include="PolicyKit.Documents" Version="{Packages.Version}" />
                <PackageReference Include="PolicyKit.Annotations" Version="{Packages.Version}" />
              </ItemGroup>
            </Project>
            """
        );
        File.Copy(
            Repository.PathOf("src", "PolicyKit.Packs.MohSewerage", "policy.json"),
            Path.Combine(_project.Folder, "policy.json")
        );
        File.WriteAllText(
            Path.Combine(_project.Folder, "Program.cs"),
            OutsideProject.Example("src/PolicyKit/README.md") + "\n"
        );
        File.WriteAllText(
            Path.Combine(_project.Folder, "Json.cs"),
            "namespace JsonExample; static class P { public static void Run() {\n"
                + Regex.Replace(OutsideProject.Example("src/PolicyKit.Json/README.md"), "using .*;\n", "")
                + "\n} }"
        );
        File.WriteAllText(
            Path.Combine(_project.Folder, "Schema.cs"),
            "namespace SchemaExample; static class P { public static void Run() {\n"
                + Regex.Replace(OutsideProject.Example("src/PolicyKit.Json.Schemas/README.md"), "using .*;\n", "")
                + "\n} }"
        );
        File.WriteAllText(
            Path.Combine(_project.Folder, "Usings.cs"),
            "global using PolicyKit.Json; global using PolicyKit.Json.Schemas; global using PolicyKit.Messages;"
        );
        File.WriteAllText(
            Path.Combine(_project.Folder, "Annotated.cs"),
            "namespace Annotated;\n" + OutsideProject.Example("src/PolicyKit.Annotations/README.md")
        );
        File.AppendAllText(
            Path.Combine(_project.Folder, "Program.cs"),
            "JsonExample.P.Run();\nSchemaExample.P.Run()"
                + ";\nConsole.WriteLine(PolicyKit.Documents.PolicyDocument.Render(pack.Policy!, "
                + "PolicyKit.Documents.DocumentFormat.PlainText).Length > 1000);\n"
        );
        var (exitCode, output) = _project.Dotnet("run");
        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["6(6)", "/host = bank.example.jp at 1:11", "1:1 必須の項目 `host` がありません", "True"],
            output.ReplaceLineEndings("\n").Trim().Split('\n').TakeLast(4)
        );
    }

    [Fact]
    public void Our_schemas_work_with_another_library_as_the_example_says()
    {
        _project.WriteConfiguration();
        File.WriteAllText(
            Path.Combine(_project.Folder, "Other.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>
              <ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
              <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PolicyKit.Compliance" Version="{Packages.Version}" />
                <PackageReference Include="JsonSchema.Net" Version="8.0.5" />
              </ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(
            Path.Combine(_project.Folder, "Program.cs"),
            OutsideProject.Example("src/PolicyKit.Compliance/README.md", 1) + "\n"
        );
        File.WriteAllText(Path.Combine(_project.Folder, "system.json"), """{ "kind": "system", "id": "A B" }""");
        var (exitCode, output) = _project.Dotnet("run");
        Assert.True(exitCode == 0, output);
        Assert.Contains("/id pattern:", output, StringComparison.Ordinal);
        Assert.Contains(" required:", output, StringComparison.Ordinal);
    }
}
