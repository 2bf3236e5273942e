using System.Text.Json;
using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Packs;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Cli.Output;

/// <summary>How systems stand, for programs. Members are only ever added.</summary>
internal static class StatusJson
{
    public static string Write(IReadOnlyList<SystemEvaluation> systems, MessageLanguage language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("systems");
            foreach (var system in systems)
                System(json, system, language);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return global::System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    // Only where there are some.
    private static void Fallbacks(Utf8JsonWriter json, PolicyPack pack)
    {
        if (pack.Fallbacks.Count == 0)
            return;
        json.WriteStartArray("fallbacks");
        foreach (var fallback in pack.Fallbacks)
        {
            json.WriteStartObject();
            json.WriteString("control", fallback.Control.Value);
            json.WriteString("missing", fallback.Canonical.Value);
            json.WriteString("cited", fallback.Cited?.Value);
            json.WriteBoolean("measureMissing", fallback.IsMeasureMissing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void System(Utf8JsonWriter json, SystemEvaluation system, MessageLanguage language)
    {
        var (evaluation, policy) = (system.Evaluation!, system.Pack.Policy!);
        json.WriteStartObject();
        json.WriteString("system", evaluation.System?.Value);
        json.WriteString("asOf", IsoDate.Format(evaluation.AsOf));
        json.WriteString("policy", policy.Id.Value);
        json.WriteString("standard", system.Pack.Standard!.Id.Value);
        json.WriteString("state", evaluation.State.Word());
        json.WriteString("asFound", evaluation.AsFound.Word());
        Summary(json, StatusSummary.Of(evaluation));
        JsonReport.Files(json, system.Pack.Files);
        Fallbacks(json, system.Pack);
        json.WriteStartArray("provisions");
        foreach (var provision in evaluation.Provisions)
        {
            json.WriteStartObject();
            json.WriteString("id", provision.Provision.Id.Value);
            json.WriteString("citation", policy.Cite(provision.Provision.Id));
            json.WriteString("state", provision.State?.Word());
            json.WriteString("asFound", provision.AsFound?.Word());
            json.WriteStartArray("controls");
            foreach (var control in provision.Controls)
                json.WriteStringValue(control.Value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("controls");
        foreach (var control in evaluation.Controls)
            Control(json, control, language);
        json.WriteEndArray();
        json.WriteStartArray("waivers");
        foreach (var waiver in evaluation.Waivers)
        {
            json.WriteStartObject();
            json.WriteString("id", waiver.Waiver.Id.Value);
            json.WriteString("state", waiver.State.Word());
            json.WriteString("lastDay", IsoDate.Format(waiver.LastDay));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Summary(Utf8JsonWriter json, StatusSummary summary)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("breaches", summary.Count(ComplianceStanding.Breach));
        json.WriteNumber("openWork", summary.Count(ComplianceStanding.OpenWork));
        json.WriteNumber("notDueYet", summary.Count(ComplianceStanding.NotDueYet));
        json.WriteNumber("done", summary.Count(ComplianceStanding.Done));
        json.WriteNumber("waived", summary.Count(ComplianceStanding.Waived));
        json.WriteNumber("apart", summary.Count(ComplianceStanding.Apart));
        json.WriteString("nextDue", summary.NextDue is { } day ? IsoDate.Format(day) : null);
        json.WriteEndObject();
    }

    private static void Sources(
        Utf8JsonWriter json,
        ValueList<SourceReference> sources,
        SourceState? state,
        string? note
    )
    {
        json.WriteString(
            "sourceState",
            state is { } known ? JsonNamingPolicy.KebabCaseLower.ConvertName(known.ToString()) : null
        );
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("document", source.Document.Value);
            json.WriteString("edition", source.Edition);
            json.WriteString("section", source.Section);
            json.WriteString("read", source.Read.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (note is not null)
            json.WriteString("sourceNote", note);
    }

    private static void Control(Utf8JsonWriter json, ControlResult result, MessageLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("id", result.Control.Id.Value);
        json.WriteString("number", result.Control.Number);
        json.WriteString("title", result.Control.Title);
        json.WriteString("measure", result.Control.Measure.ToString().ToLowerInvariant());
        json.WriteString("obligation", result.Control.Obligation.ToString().ToLowerInvariant());
        json.WriteBoolean("confirmed", result.Control.Confirmed);
        Sources(json, result.Control.Sources, result.Control.SourceState, result.Control.SourceNote);
        json.WriteString("state", result.State.Word());
        json.WriteString("asFound", result.AsFound.Word());
        if (result.Reason is { } reason)
            json.WriteString("reason", reason.Text(language));
        if (result.Waiver is { } waiver)
            json.WriteString("waiver", waiver.Value);
        json.WriteStartArray("checks");
        foreach (var check in result.Checks)
        {
            json.WriteStartObject();
            json.WriteString(
                "kind",
                check.Check switch
                {
                    SourceCheck => "source",
                    DeclarationCheck => "declaration",
                    _ => "evidence",
                }
            );
            json.WriteString("name", check.Check.Name);
            json.WriteString("state", check.State.Word());
            json.WriteString("asFound", check.AsFound.Word());
            json.WriteStartArray("reasons");
            foreach (var why in check.Reasons)
            {
                json.WriteStartObject();
                json.WriteString("code", why.Code);
                json.WriteString("message", VisibleText.Of(why.Message.Text(language)));
                if (why.Location is { } place)
                    Place(json, place);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in check.Findings)
            {
                json.WriteStartObject();
                json.WriteString("message", finding.Message);
                Place(json, finding.Location);
                if (finding.Waiver is { } covers)
                    json.WriteString("waiver", covers.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("duties");
            foreach (var duty in check.Duties)
            {
                json.WriteStartObject();
                json.WriteString("occasion", duty.Occasion.Text(language));
                json.WriteString("dueOn", IsoDate.Format(duty.DueOn));
                json.WriteString("doneOn", duty.DoneOn is { } day ? IsoDate.Format(day) : null);
                json.WriteString("acceptedUntil", IsoDate.Format(duty.AcceptedUntil));
                json.WriteString("record", duty.Record?.Value);
                json.WriteString("timeliness", duty.Timeliness.Word());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("records");
            foreach (var record in check.Records)
                json.WriteStringValue(record.Value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, Location location)
    {
        json.WriteString("file", location.File);
        json.WriteNumber("line", location.Start.Line);
        json.WriteNumber("column", location.Start.Column);
    }
}
