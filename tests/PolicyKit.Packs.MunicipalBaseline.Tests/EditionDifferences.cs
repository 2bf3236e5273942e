using System.Text;
using System.Text.Json.Nodes;

namespace PolicyKit.Packs.MunicipalBaseline.Tests;

/// <summary>Everything in which one edition of the baseline differs from another, as a table in Markdown.</summary>
internal sealed class EditionDifferences(JsonNode old, JsonNode current)
{
    // What is not of the standard's content: where it was found is told in docs/coverage.md.
    private static readonly string[] Apart =
    [
        "id",
        "confirmed",
        "sources",
        "sourceState",
        "sourceNote",
        "checks",
        "source",
    ];

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["number"] = "番号 / number",
        ["title"] = "名称 / title",
        ["titleEnglish"] = "英語の名称 / English title",
        ["measure"] = "対策の種類 / measure",
        ["provisions"] = "条項 / provisions",
        ["threats"] = "脅威 / threats",
        ["requirement"] = "遵守事項 / requirement",
        ["criterion"] = "判断基準 / criterion",
        ["obligation"] = "必須・推奨 / obligation",
        ["appliesTo"] = "対象 / applies to",
        ["parameters"] = "パラメーター / parameters",
        ["notMachineCheckable"] = "機械で確認できない理由 / why not checkable",
        ["value"] = "値 / value",
        ["unit"] = "単位 / unit",
    };

    // Longer values are not printed twice: the page says that they changed.
    private const int Printed = 40;

    public string Table()
    {
        var text = new StringBuilder();
        text.Append("| 対策 / control | 違い / difference |\n|---|---|\n");
        foreach (var (id, before, after) in Pairs("controls"))
            Row(text, $"{(after ?? before)!["number"]} `{id}`", before, after, OfControl);
        text.Append("\n| パラメーター / parameter | 違い / difference |\n|---|---|\n");
        foreach (var (id, before, after) in Pairs("parameters"))
            Row(text, $"`{id}`", before, after, OfMembers);
        text.Append("\n| 対策基準 / standard | 違い / difference |\n|---|---|\n");
        foreach (var name in Members(old, current).Where(m => m is not ("controls" or "parameters" or "version")))
            if (Of(old[name]) != Of(current[name]))
                text.Append($"| `{name}` | {(old[name] is null ? "新しい / new" : "変更 / changed")} |\n");
        return text.ToString();
    }

    private static void Row(
        StringBuilder text,
        string name,
        JsonNode? before,
        JsonNode? after,
        Func<JsonNode, JsonNode, IEnumerable<string>> differences
    )
    {
        var said = (before, after) switch
        {
            (null, _) => $"新しい / new: {after!["title"]}{ValueOf(after)}",
            (_, null) => "廃止 / removed",
            _ => string.Join("<br>", differences(before, after)),
        };
        if (said.Length > 0)
            text.Append($"| {name} | {said} |\n");
    }

    private static string ValueOf(JsonNode parameter) =>
        parameter["value"] is { } value && Short(value) is { } text ? $" = {text}{parameter["unit"]}" : "";

    private IEnumerable<(string Id, JsonNode? Before, JsonNode? After)> Pairs(string list)
    {
        var (before, after) = (ById(old[list]), ById(current[list]));
        return current[list]!
            .AsArray()
            .Concat(old[list]!.AsArray())
            .Select(n => n!["id"]!.GetValue<string>())
            .Distinct()
            .Select(id => (id, before.GetValueOrDefault(id), after.GetValueOrDefault(id)));
    }

    private static Dictionary<string, JsonNode> ById(JsonNode? list) =>
        list!.AsArray().ToDictionary(n => n!["id"]!.GetValue<string>(), n => n!);

    private static IEnumerable<string> OfControl(JsonNode before, JsonNode after) =>
        OfMembers(before, after).Concat(OfChecks(before, after));

    private static IEnumerable<string> OfMembers(JsonNode before, JsonNode after) =>
        from member in Members(before, after)
        where !Apart.Contains(member) && Of(before[member]) != Of(after[member])
        select $"{Names.GetValueOrDefault(member, $"`{member}`")}: {Change(before[member], after[member])}";

    private static IEnumerable<string> OfChecks(JsonNode before, JsonNode after)
    {
        var (one, other) = (Checks(before), Checks(after));
        foreach (var added in other.Keys.Except(one.Keys))
            yield return $"確認の追加 / check added: {added}";
        foreach (var gone in one.Keys.Except(other.Keys))
            yield return $"確認の廃止 / check removed: {gone}";
        foreach (var kept in other.Keys.Intersect(one.Keys))
        foreach (var member in Members(one[kept], other[kept]).Where(m => m != "expectationEnglish"))
            if (Of(one[kept][member]) != Of(other[kept][member]))
                yield return $"{kept}: `{member}` {Change(one[kept][member], other[kept][member])}";
    }

    // Two checks of one kind and subject are told apart by their order.
    private static Dictionary<string, JsonNode> Checks(JsonNode control) =>
        (control["checks"]?.AsArray() ?? [])
            .GroupBy(c => NameOf(c!))
            .SelectMany(g => g.Select((c, i) => (Name: i == 0 ? g.Key : $"{g.Key} ({i + 1})", Check: c!)))
            .ToDictionary(c => c.Name, c => c.Check);

    private static string NameOf(JsonNode check) =>
        check["kind"]!.GetValue<string>() switch
        {
            "source" => $"規則 / rule {check["rule"]}",
            "declaration" => $"申告 / declaration `{check["subject"]}`",
            _ => $"証跡 / evidence `{check["record"]}` ({check["event"] ?? check["cadence"]})",
        };

    private static IEnumerable<string> Members(JsonNode one, JsonNode other) =>
        one.AsObject().Concat(other.AsObject()).Select(m => m.Key).Distinct();

    private static string Change(JsonNode? before, JsonNode? after)
    {
        if (before is null)
            return Short(after!) is { } added ? $"なし → {added}" : "追加 / added";
        if (after is null)
            return Short(before) is { } gone ? $"{gone} → なし" : "廃止 / removed";
        return Short(before) is { } from && Short(after) is { } to ? $"{from} → {to}" : "変更 / changed";
    }

    private static string? Short(JsonNode value)
    {
        var text = value is JsonValue ? value.ToString() : Of(value);
        return text.Length <= Printed ? text.Replace("|", "\\|", StringComparison.Ordinal) : null;
    }

    private static string Of(JsonNode? node) =>
        node?.ToJsonString(
            new System.Text.Json.JsonSerializerOptions
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        ) ?? "";
}
