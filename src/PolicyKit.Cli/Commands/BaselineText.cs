using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyKit.Policies;

namespace PolicyKit.Cli.Commands;

/// <summary>
/// The text of the baseline with what a new rule needs there: a control that uses the rule, and its parameters. What
/// people wrote stays as it is, byte for byte.
/// </summary>
internal static class BaselineText
{
    public static string WithRule(
        string baseline,
        string id,
        string name,
        MeasureKind measure,
        IReadOnlyList<NewParameter> parameters
    )
    {
        var measureName = measure.ProvisionId().Value.Split('.')[^1];
        var controls = Items(baseline, "controls");
        var ofMeasure = controls.Where(c => Member(c.Value, "measure") == measureName).ToList();
        var after = ofMeasure.Count > 0 ? ofMeasure[^1] : controls[^1];
        var control = $$"""
            ,
                {
                  "id": "{{measureName}}.{{Kebab(name)}}",
                  "number": "{{NextNumber(Member(after.Value, "number"), controls)}}",
                  "title": "{{name}}",
                  "titleEnglish": "{{name}}",
                  "measure": "{{measureName}}",
                  "provisions": ["{{measure.ProvisionId()}}"],
                  "threats": ["threats.intentional"],
                  "requirement": "何をするかを書く。",
                  "criterion": "{{id}} の指摘がない。",
                  "obligation": "recommended",
                  "sourceState": "own",
                  "sourceNote": "PolicyKitの既定"{{Cited(parameters)}},
                  "checks": [{ "kind": "source", "rule": "{{id}}", "severity": "error" }]
                }
            """.ReplaceLineEndings("\n");
        // From the end to the start, so that the earlier offset stays true.
        var withControl = baseline.Insert(after.End, control);
        var last = Items(baseline, "parameters")[^1].End;
        return withControl.Insert(last, string.Concat(parameters.Select(Parameter)));
    }

    private static string Cited(IReadOnlyList<NewParameter> parameters) =>
        parameters.Count == 0
            ? ""
            : $",\n      \"parameters\": [{string.Join(", ", parameters.Select(p => $"\"{p.Id}\""))}]";

    private static string Parameter(NewParameter parameter) =>
        $$"""
            ,
                {
                  "id": "{{parameter.Id}}",
                  "title": "{{parameter.Id}}",
                  "value": {{parameter.Json}},
                  "source": {
                    "kind": "default",
                    "confirmed": false
                  },
                  "changeableBy": "CISO",
                  "sourceState": "own"
                }
            """.ReplaceLineEndings("\n");

    // 6.6-03 is followed by 6.6-04, or by the first number after it that no control has.
    private static string NextNumber(string number, IReadOnlyList<(JsonElement Value, int End)> controls)
    {
        var taken = controls.Select(c => Member(c.Value, "number")).ToHashSet(StringComparer.Ordinal);
        var digits = Regex.Match(number, "[0-9]+(?=[a-z]?$)");
        if (!digits.Success)
            return number + "-02";
        var next = int.Parse(digits.Value, CultureInfo.InvariantCulture);
        string text;
        do text = number[..digits.Index] + (++next).ToString("00", CultureInfo.InvariantCulture);
        while (taken.Contains(text));
        return text;
    }

    private static string Member(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static string Kebab(string name) => Regex.Replace(name, "(?<=.)(?=[A-Z])", "-").ToLowerInvariant();

    /// <summary>The objects of a member of the root that is an array, each with the index of what follows it.</summary>
    private static List<(JsonElement Value, int End)> Items(string json, string member)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8);
        var items = new List<(JsonElement, int)>();
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                continue;
            var isWanted = reader.ValueTextEquals(member);
            reader.Read();
            if (!isWanted)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                var value = JsonElement.ParseValue(ref reader);
                items.Add((value, Encoding.UTF8.GetCharCount(utf8, 0, (int)reader.BytesConsumed)));
            }

            break;
        }

        return items;
    }
}
