using System.Text.Json;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Output;

/// <summary>How systems stand towards another framework, for programs. Members are only ever added.</summary>
internal static class GapJson
{
    public static string Write(IReadOnlyList<GapAnalysis> gaps, MessageLanguage language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("systems");
            foreach (var gap in gaps)
                System(json, gap, language);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return global::System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void System(Utf8JsonWriter json, GapAnalysis gap, MessageLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("system", gap.System?.Value);
        json.WriteString("asOf", IsoDate.Format(gap.AsOf));
        json.WriteString("framework", gap.Crosswalk.Id.Value);
        json.WriteString("title", GapText.NameOf(gap.Crosswalk, language));
        json.WriteString("inForceOn", gap.Crosswalk.InForceOn is { } day ? IsoDate.Format(day) : null);
        if (gap.DaysLeft is { } left)
            json.WriteNumber("daysLeft", left);
        json.WriteString("binding", JsonNamingPolicy.KebabCaseLower.ConvertName(gap.Binding.ToString()));
        json.WriteString("state", gap.State.Word());
        json.WriteStartArray("conditions");
        foreach (var condition in gap.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("id", condition.Condition.Id.Value);
            json.WriteString("title", condition.Condition.Title);
            if (condition.Statement is { } statement)
            {
                json.WriteBoolean("holds", statement.Holds);
                json.WriteString("reason", statement.Reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (var item in gap.Items)
            Item(json, item, language);
        json.WriteEndArray();
        json.WriteStartArray("unmapped");
        foreach (var control in gap.Unmapped)
            json.WriteStringValue(control.Value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, GapItem item, MessageLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("number", item.Item.Number);
        json.WriteString("title", item.Item.Title);
        json.WriteString("state", item.State.Word());
        json.WriteBoolean("exempt", item.IsExempt);
        if (item.WhyNotExempt is { } whyNot)
            json.WriteString("whyNotExempt", VisibleText.Of(whyNot.Text(language)));
        json.WriteStartArray("grounds");
        foreach (var ground in item.Grounds)
            json.WriteStringValue(VisibleText.Of(ground.Text(language)));
        json.WriteEndArray();
        json.WriteStartArray("excluded");
        foreach (var one in item.Excluded)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Subject);
            json.WriteString("reason", one.Reason);
            json.WriteString("approver", one.Approver);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("controls");
        foreach (var control in item.Controls)
        {
            json.WriteStartObject();
            json.WriteString("id", control.Result.Control.Id.Value);
            json.WriteString("number", control.Result.Control.Number);
            json.WriteString("state", control.State.Word());
            json.WriteString("controlState", control.Result.State.Word());
            if (control.WhyNotExempt is { } notExempt)
                json.WriteString("whyNotExempt", VisibleText.Of(notExempt.Text(language)));
            json.WriteStartArray("reasons");
            foreach (var reason in control.Result.Checks.SelectMany(c => c.Reasons))
                json.WriteStringValue(VisibleText.Of(reason.Message.Text(language)));
            if (control.Result.Reason is { } why)
                json.WriteStringValue(VisibleText.Of(why.Text(language)));
            json.WriteEndArray();
            json.WriteStartArray("records");
            foreach (var record in control.Result.Checks.SelectMany(c => c.Records).Distinct())
                json.WriteStringValue(record.Value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
