using PolicyKit.Testing;

namespace PolicyKit.EndToEnd.Tests;

/// <summary>The rules of other analyzers that the standard cites.</summary>
public sealed class OtherAnalyzersTests : IDisposable
{
    private readonly OutsideProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_pack_raises_the_rules_of_other_analyzers_that_the_standard_cites()
    {
        _project.CopyExample("sewerage-billing");
        File.WriteAllText(
            Path.Combine(_project.Folder, "Weak.cs"),
            "public static class Weak { public static object? Of(System.IO.Stream data) => new "
                + "System.Xml.Serialization.XmlSerializer(typeof(int)).Deserialize(data); public static byte[] "
                + "Old(byte[] data) => System.Security.Cryptography.MD5.HashData(data); }"
        );
        var (exitCode, output) = _project.Dotnet("build", "-nodeReuse:false");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error CA5369", output, StringComparison.Ordinal);
        // Said once: PK6201 stands in for the rule of the SDK.
        Assert.Contains("error PK6201", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CA5351", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_standard_cites_as_a_warning_is_switched_on_as_one_and_the_costly_rules_in_the_nightly_profile()
    {
        _project.CopyExample("sewerage-billing");
        File.WriteAllText(
            Path.Combine(_project.Folder, "Flow.cs"),
            """
            using System.IO.Compression;
            using System.Net.Http;
            public static class Flow
            {
                public static void Unpack(ZipArchiveEntry entry) => entry.ExtractToFile(entry.FullName);
                public static HttpClient Client() => new HttpClient(new HttpClientHandler());
            }
            """
        );
        var (exitCode, output) = _project.Dotnet(
            "build",
            "-nodeReuse:false",
            "-p:PolicyKitEvaluationDate=2026-04-01",
            "-p:TreatWarningsAsErrors=false"
        );
        Assert.True(exitCode == 0, output);
        Assert.Contains("Flow.cs(6,42): warning CA5399", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CA5389", output, StringComparison.Ordinal);
        (exitCode, output) = _project.Dotnet(
            "build",
            "-nodeReuse:false",
            "-p:PolicyKitEvaluationDate=2026-04-01",
            "-p:TreatWarningsAsErrors=false",
            "-p:PolicyKitProfile=nightly"
        );
        Assert.True(exitCode == 0, output);
        Assert.Contains("Flow.cs(5,57): warning CA5389", output, StringComparison.Ordinal);
    }
}
