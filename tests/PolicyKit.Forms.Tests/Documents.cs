using System.Text.Json.Nodes;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Forms.Tests;

/// <summary>Files that the tests fill forms from, and how they compare.</summary>
internal static class Documents
{
    public static SourceDocument Example(string name) =>
        SourceDocument.ReadFile(Repository.PathOf("examples", "sewerage-billing", name));

    public static Form Form(string name) => FormCatalog.Find(name)!;

    /// <summary>The workbook that a form is written as.</summary>
    public static byte[] Written(
        string form,
        SourceDocument? document,
        MessageLanguage language = MessageLanguage.Japanese
    )
    {
        var file = FormWriting.Write(Form(form), document, language, out var problems);
        Assert.Empty(problems);
        return file!;
    }

    public static void Equal(string expected, string? actual) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual!)),
            $"expected {expected}\nactual {actual}"
        );

    public static string Lines(FormReadResult result) =>
        string.Join(
            '\n',
            result.Problems.Select(p => $"{p.Severity} {p.Sheet}!{p.Cell} {p.Message.Text(MessageLanguage.Japanese)}")
        );
}
