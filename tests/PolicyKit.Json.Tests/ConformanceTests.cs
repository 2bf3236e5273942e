using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Testing;

namespace PolicyKit.Json.Tests;

/// <summary>The JSONTestSuite: y_ must be accepted, n_ rejected, i_ survived.</summary>
public sealed class ConformanceTests
{
    private const string Suite = "conformance/json-test-suite";

    [SharedMaterialFact(Suite)]
    public void Accepts_every_y_file() => Judge("y_", text => text.Error is null, atLeast: 90);

    [SharedMaterialFact(Suite)]
    public void Rejects_every_n_file_with_one_located_error() =>
        Judge(
            "n_",
            text =>
                text.Error is { Position: { Line: >= 1, Column: >= 1 } } error
                && error.Message.Text(MessageLanguage.Japanese).Length > 0
                && error.Message.Text(MessageLanguage.English).Length > 0,
            atLeast: 180
        );

    [SharedMaterialFact(Suite)]
    public void Survives_every_i_file() =>
        Judge("i_", text => text.Error is not null || Walk(text.Root) > 0, atLeast: 30);

    private static void Judge(string prefix, Func<JsonText, bool> holds, int atLeast)
    {
        var files = Directory.GetFiles(
            Path.Combine(Repository.SharedMaterial, Suite),
            prefix + "*.json",
            SearchOption.AllDirectories
        );
        Assert.True(files.Length >= atLeast, $"only {files.Length} {prefix} files");
        Assert.Empty(files.Where(file => !holds(JsonText.Read(File.ReadAllBytes(file)))).Select(Path.GetFileName));
    }

    private static int Walk(JsonValue value) =>
        1
        + value.Pointer.Length
        + (value.Kind == JsonKind.String ? value.GetString().Length : 0)
        + value.Items().Sum(Walk)
        + value.Members().Sum(m => m.Name.Length + Walk(m.Value));
}
