using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Output;

/// <summary>The formats by which other tools take results: SARIF 2.1.0, JUnit, GitHub's workflow commands.</summary>
internal static class ExchangeFormats
{
    /// <summary>The formats, by the word that <c>--format</c> takes.</summary>
    public static IReadOnlyDictionary<string, Func<IReadOnlyList<ReportLine>, string>> ByName { get; } =
        new Dictionary<string, Func<IReadOnlyList<ReportLine>, string>>(StringComparer.Ordinal)
        {
            ["sarif"] = Sarif,
            ["junit"] = JUnit,
            ["github"] = GitHub,
        };

    private static string Sarif(IReadOnlyList<ReportLine> lines)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", "PolicyKit");
            json.WriteString("version", typeof(ExchangeFormats).Assembly.GetName().Version!.ToString(3));
            if (PublicHome.Address is { } home)
                json.WriteString("informationUri", home);
            json.WriteStartArray("rules");
            foreach (var id in lines.Select(l => l.Id).Distinct().Order(StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var line in lines)
                SarifResult(json, line);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void SarifResult(Utf8JsonWriter json, ReportLine line)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", line.Id);
        json.WriteString("level", Level(line.Severity, "note"));
        json.WriteStartObject("message");
        json.WriteString("text", line.Whole);
        json.WriteEndObject();
        if (line.Location.File.Length > 0)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            // A URI: a Japanese path and a space are escaped.
            json.WriteString("uri", string.Join("/", line.Location.File.Split('/').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line.Location.Start.Line);
            json.WriteNumber("startColumn", line.Location.Start.Column);
            json.WriteNumber("endLine", line.Location.End.Line);
            json.WriteNumber("endColumn", line.Location.End.Column);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (line.Waiver is { } waiver)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", waiver);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (line.Fingerprint is { } fingerprint)
        {
            json.WriteStartObject("partialFingerprints");
            json.WriteString("policykit/v1", fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // The dialect that Jenkins and GitLab read: one test case a finding, and one that passes when there is none, so
    // that "ran and found nothing" can be seen.
    private static string JUnit(IReadOnlyList<ReportLine> lines)
    {
        var cases = lines.Select(line => new XElement(
            "testcase",
            new XAttribute("classname", line.Location.File.Length > 0 ? line.Location.File : "policykit"),
            new XAttribute("name", $"{line.Id} {line.Location.Start.Line}:{line.Location.Start.Column}"),
            line.Severity == Severity.Error
                ? new XElement(
                    "failure",
                    new XAttribute("type", line.Id),
                    new XAttribute("message", line.Message),
                    line.Whole
                )
                : new XElement("system-out", line.Whole)
        ));
        if (lines.Count == 0)
            cases =
            [
                new XElement("testcase", new XAttribute("classname", "policykit"), new XAttribute("name", "policykit")),
            ];
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", "policykit"),
            new XAttribute("tests", Math.Max(1, lines.Count)),
            new XAttribute("failures", lines.Count(l => l.Severity == Severity.Error)),
            cases
        );
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            + new XElement("testsuites", suite).ToString().ReplaceLineEndings("\n")
            + "\n";
    }

    private static string GitHub(IReadOnlyList<ReportLine> lines) =>
        string.Concat(
            lines.Select(line =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"::{Level(line.Severity, "notice")} {Place(line.Location)}title={Property(line.Id)}::{Data(line.Whole)}\n"
                )
            )
        );

    private static string Place(Location at) =>
        at.File.Length == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"file={Property(at.File)},line={at.Start.Line},col={at.Start.Column},"
            );

    private static string Level(Severity severity, string information) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => information,
        };

    // What a workflow command would read as its own syntax.
    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
