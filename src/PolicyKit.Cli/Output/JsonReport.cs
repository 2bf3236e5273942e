using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>A check's result for programs. Members are only ever added.</summary>
internal static class JsonReport
{
    // The output is a file or a pipe and never HTML: Japanese stays readable.
    public static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(CheckReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("asOf", IsoDate.Format(report.AsOf));
            json.WriteNumber("exitCode", report.ExitCodeOf());
            json.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(report.Verdict.ToString()));
            Sight(json, report.Sight);
            Evaluated(json, report);
            json.WriteStartArray("findings");
            foreach (var finding in report.Findings)
                Finding(json, finding, report);
            json.WriteEndArray();
            json.WriteStartArray("incomplete");
            foreach (var failure in report.Failures)
                json.WriteStringValue(failure);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The files that something was judged by.</summary>
    public static void Files(Utf8JsonWriter json, IEnumerable<SourceDocument> files)
    {
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("kind", file.Kind?.Name());
            json.WriteString("path", file.Path);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Sight(Utf8JsonWriter json, Sight sight)
    {
        json.WriteStartObject("sight");
        json.WriteBoolean("whole", sight.IsWhole);
        json.WriteNumber("projects", sight.Of(SightKind.Project));
        json.WriteNumber("projectsJudged", sight.Judged(SightKind.Project));
        json.WriteStartArray("items");
        foreach (var item in sight.Items)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(item.Kind.ToString()));
            json.WriteString("path", VisibleText.Of(item.Path));
            json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(item.State.ToString()));
            if (item.Framework.Length > 0)
                json.WriteString("framework", item.Framework);
            if (item.Configuration.Length > 0)
                json.WriteString("configuration", item.Configuration);
            if (item.Constants.Length > 0)
                json.WriteString("constants", item.Constants);
            if (item.Reason is { } reason)
            {
                json.WriteString("code", reason.Code);
                json.WriteString("reason", VisibleText.Of(reason.ToString()));
                json.WriteString("reasonEn", VisibleText.Of(reason.Text(MessageLanguage.English)));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Evaluated(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject("evaluated");
        Files(json, report.Systems.SelectMany(s => s.Pack.Files).DistinctBy(f => f.Path));
        json.WriteStartArray("projects");
        foreach (var system in report.Systems)
        {
            json.WriteStartObject();
            json.WriteString("path", PathText.Shown(system.Project));
            json.WriteNumber("trees", system.TreeCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("generators");
        foreach (var generator in report.Systems.SelectMany(s => s.Generators).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("path", PathText.Shown(generator.Path));
            json.WriteString("sha256", generator.Sha256);
            json.WriteBoolean("ofSdk", generator.IsOfSdk);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("checks");
        json.WriteNumber("rulesJudged", report.RulesJudged.Count);
        json.WriteStartArray("rulesNotJudged");
        foreach (var rule in report.RulesNotJudged)
            json.WriteStringValue(rule);
        json.WriteEndArray();
        json.WriteNumber("declarationNotJudged", report.NotEvidenced<DeclarationCheck>());
        json.WriteNumber("evidenceNotJudged", report.NotEvidenced<EvidenceCheck>());
        json.WriteNumber("notMachineCheckable", report.ControlsIn(ComplianceState.NotMachineCheckable));
        json.WriteEndObject();
        json.WriteStartObject("controls");
        foreach (var state in Enum.GetValues<ComplianceState>())
            json.WriteNumber(state.Word(), report.ControlsIn(state));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, Finding finding, CheckReport report)
    {
        var basis = report.BasisOf(finding);
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Value);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", finding.Message);
        if (finding.Remedy is { } remedy)
            json.WriteString("remedy", remedy);
        if (finding.Location.File.Length > 0)
        {
            json.WriteStartObject("location");
            json.WriteString("file", finding.Location.File);
            json.WriteNumber("line", finding.Location.Start.Line);
            json.WriteNumber("column", finding.Location.Start.Column);
            json.WriteNumber("endLine", finding.Location.End.Line);
            json.WriteNumber("endColumn", finding.Location.End.Column);
            json.WriteEndObject();
        }

        json.WriteString("project", PathText.Shown(report.SystemOf(finding).Project));
        json.WriteString("citation", basis.LongCitation);
        Strings(json, "provisions", finding.Provisions.Select(p => p.Value));
        Strings(json, "controls", finding.Controls.Select(c => c.Value));
        json.WriteString("fingerprint", finding.Fingerprint);
        if (finding.Waiver is { } waiver)
            json.WriteString("waiver", waiver.Value);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
