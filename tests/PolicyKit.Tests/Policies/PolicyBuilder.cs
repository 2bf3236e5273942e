using System.Text.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Tests.Policies;

/// <summary>Small policies for tests, written as JSON so that every test goes through the reader.</summary>
internal static class PolicyBuilder
{
    public static string Text(string style, params object[] provisions) =>
        JsonSerializer.Serialize(
            new
            {
                kind = "policy",
                id = "test.policy",
                title = "情報セキュリティ基本方針",
                shortTitle = "基本方針",
                body = new { name = "試験市", code = "011002" },
                adoption = new { date = "2026-04-01", printed = "令和8年4月1日 策定" },
                citationStyle = style,
                provisions,
            }
        );

    public static (SecurityPolicy Policy, SourceDocument Source) Read(string style, params object[] provisions)
    {
        var source = SourceDocument.FromText("policy.json", Text(style, provisions));
        var result = PolicySerializer.Read(source);
        Assert.Empty(result.Problems);
        return (result.Value!, source);
    }

    public static object P(string id, string? number, string? heading, string? text, params object[] provisions) =>
        new Dictionary<string, object?>
        {
            ["id"] = id,
            ["number"] = number,
            ["heading"] = heading,
            ["text"] = text,
            ["provisions"] = provisions.Length > 0 ? provisions : null,
        }
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
}
