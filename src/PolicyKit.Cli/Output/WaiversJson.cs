using System.Text.Json;
using PolicyKit.Reading;
using PolicyKit.Waivers;

namespace PolicyKit.Cli.Output;

/// <summary>Waivers for programs. Members are only ever added.</summary>
internal static class WaiversJson
{
    public static string Write(IReadOnlyList<WaiverStatus> statuses)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("waivers");
            foreach (var status in statuses)
            {
                json.WriteStartObject();
                json.WriteString("id", status.Waiver.Id.Value);
                json.WriteString("state", status.State.Word());
                json.WriteString("rule", status.Waiver.Rule?.Value);
                json.WriteString("control", status.Waiver.Control?.Value);
                json.WriteString("system", status.Waiver.Scope.System?.Value);
                json.WriteString("symbol", status.Waiver.Scope.Symbol);
                json.WriteString("path", status.Waiver.Scope.Path);
                json.WriteString("validFrom", IsoDate.Format(status.Waiver.ValidFrom));
                json.WriteString("lastDay", IsoDate.Format(status.LastDay));
                json.WriteString("expires", IsoDate.Format(status.Waiver.Expires));
                json.WriteString("reviewOn", IsoDate.Format(status.Waiver.ReviewOn));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
