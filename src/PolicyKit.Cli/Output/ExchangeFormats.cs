using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PolicyKit.Analyzers.Engine;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Cli.Output;

/// <summary>The formats by which other tools take results: SARIF 2.1.0, JUnit, GitHub's workflow commands.</summary>
internal static class ExchangeFormats
{
    /// <summary>The formats, by the word that <c>--format</c> takes.</summary>
    public static IReadOnlyDictionary<string, Func<ExchangeReport, string>> ByName { get; } =
        new Dictionary<string, Func<ExchangeReport, string>>(StringComparer.Ordinal)
        {
            ["sarif"] = Sarif,
            ["junit"] = JUnit,
            ["github"] = GitHub,
        };

    private static string Sarif(ExchangeReport report)
    {
        var lines = report.Lines;
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
                Words(json, id, report.Language);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            Invocation(json, report);
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

    // What GitHub and editors show of a rule beside its findings: its title, why it is, and its page.
    private static void Words(Utf8JsonWriter json, string id, MessageLanguage language)
    {
        if (!RuleId.TryParse(id, out var rule) || RulePages.Find(rule) is not { } page)
            return;
        var half = RulePage.Half(page, language);
        void Message(string name, string text)
        {
            json.WriteStartObject(name);
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        Message("shortDescription", RulePage.Title(half));
        Message("fullDescription", RulePage.FirstSection(half));
        // The examples of the page hold what looks like secrets: they stay there.
        Message("help", $"{RulePage.FirstSection(half)}\n\npolicykit explain {id}");
        if (PublicHome.Address is { } home)
            json.WriteString("helpUri", $"{home}/blob/main/{RuleListing.PageOf(rule)}");
    }

    // Whether the tool did what it was asked to: a reader that sees no result must be able to tell "nothing found"
    // from "not looked at".
    private static void Invocation(Utf8JsonWriter json, ExchangeReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.IsWhole);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var notice in report.Notices)
        {
            json.WriteStartObject();
            json.WriteStartObject("descriptor");
            json.WriteString("id", notice.Id);
            json.WriteEndObject();
            json.WriteString("level", Level(notice.Severity, "note"));
            json.WriteStartObject("message");
            json.WriteString("text", notice.Whole);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void SarifLocation(Utf8JsonWriter json, Location place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        // A URI: a Japanese path and a space are escaped.
        json.WriteString("uri", string.Join("/", place.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Start.Line);
        json.WriteNumber("startColumn", place.Start.Column);
        json.WriteNumber("endLine", place.End.Line);
        json.WriteNumber("endColumn", place.End.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
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
            SarifLocation(json, line.Location);
            json.WriteEndArray();
        }

        if (line.Related.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var place in line.Related)
                SarifLocation(json, place);
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
    private static string JUnit(ExchangeReport report)
    {
        var lines = report.Lines;
        var unseen = report.Notices.Where(n => n.Severity == Severity.Error).ToList();
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
        cases = cases.Concat(
            unseen.Select(notice => new XElement(
                "testcase",
                new XAttribute("classname", "policykit"),
                new XAttribute("name", notice.Message),
                new XElement(
                    "error",
                    new XAttribute("type", notice.Id),
                    new XAttribute("message", notice.Message),
                    notice.Whole
                )
            ))
        );
        if (lines.Count + unseen.Count == 0)
            cases =
            [
                new XElement("testcase", new XAttribute("classname", "policykit"), new XAttribute("name", "policykit")),
            ];
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", "policykit"),
            new XAttribute("tests", Math.Max(1, lines.Count + unseen.Count)),
            new XAttribute("errors", unseen.Count),
            new XAttribute("failures", lines.Count(l => l.Severity == Severity.Error)),
            cases
        );
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            + new XElement("testsuites", suite).ToString().ReplaceLineEndings("\n")
            + "\n";
    }

    private static string GitHub(ExchangeReport report) =>
        string.Concat(
            report
                .Lines.Concat(report.Notices.Where(n => n.Severity == Severity.Error))
                .Select(line =>
                    $"::{Level(line.Severity, "notice")} {GitHubPlace(line.Location)}title={Property(line.Id)}::{Data(line.Whole)}\n"
                )
        );

    private static string GitHubPlace(Location at) =>
        at.File.Length == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"file={Property(at.File)},line={at.Start.Line},col={at.Start.Column},"
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
