using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>What the audit of packages says when a project is restored.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly OutsideProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void What_the_audit_of_packages_said_when_restoring_fails_the_build_as_the_standard_cites_it()
    {
        _project.CopyExample("sewerage-billing");
        var (exitCode, output) = _project.Dotnet("restore", "-nodeReuse:false");
        Assert.True(exitCode == 0, output);
        // As a restore leaves it that knows of vulnerabilities (no source of this machine does).
        var assets = Path.Combine(_project.Folder, "obj", "project.assets.json");
        static string Log(string code) =>
            $$"""{ "code": "{{code}}", "level": "Warning", "warningLevel": 1, "message": "Package """
            + $$"""'Sample.Package' 1.0.0 has a known vulnerability """
            + $$"""({{code}})", "libraryId": "Sample.Package", "targetGraphs": ["net10.0"] }""";
        File.WriteAllText(
            assets,
            File.ReadAllText(assets).TrimEnd()[..^1] + $$""", "logs": [{{Log("NU1901")}}, {{Log("NU1903")}}] }"""
        );
        (exitCode, output) = _project.Dotnet(
            "build",
            "--no-restore",
            "-nodeReuse:false",
            "-p:PolicyKitEvaluationDate=2026-04-01",
            "-p:TreatWarningsAsErrors=false"
        );
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error NU1903", output, StringComparison.Ordinal);
        Assert.Contains("warning NU1901", output, StringComparison.Ordinal);
    }
}
