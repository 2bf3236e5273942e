using PolicyKit.Compliance;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Checking;

/// <summary>
/// SARIF 2.1.0 logs of other tools: which rules ran, and what they found. A result that the tool calls suppressed is a
/// finding all the same: only a waiver of the body's waives.
/// </summary>
internal static class SarifLog
{
    /// <exception cref="CheckException">One of the files is no SARIF log.</exception>
    public static RuleRun Read(IEnumerable<string> paths) =>
        Merge(paths.Select(path => Read(InputFile.Read(Path.GetFullPath(path)))));

    /// <exception cref="CheckException">The file is no SARIF log.</exception>
    public static RuleRun Read(SourceDocument log)
    {
        if (
            log.Text.Error is not null
            || !log.Text.Root.TryGetMember("runs", out var runs)
            || runs.Kind != JsonKind.Array
        )
            throw CheckException.Usage("sarif.bad-log", log.Path);
        var (judged, findings) = (new List<RuleId>(), new List<Finding>());
        foreach (var run in runs.Items())
        {
            judged.AddRange(Rules(run));
            if (run.TryGetMember("results", out var results))
                foreach (var result in results.Items())
                    if (FindingOf(result) is { } finding)
                    {
                        findings.Add(finding);
                        judged.Add(finding.Rule);
                    }
        }

        return new RuleRun(judged.Distinct().ToValueList(), findings.ToValueList());
    }

    public static RuleRun Merge(IEnumerable<RuleRun> runs) =>
        runs.Aggregate(
            RuleRun.None,
            (a, b) =>
                new RuleRun(
                    a.Judged.Concat(b.Judged).Distinct().ToValueList(),
                    a.Findings.Concat(b.Findings).Distinct().ToValueList()
                )
        );

    // A rule that the tool lists and has not switched off has run.
    private static IEnumerable<RuleId> Rules(JsonValue run)
    {
        if (
            !run.TryGetMember("tool", out var tool)
            || !tool.TryGetMember("driver", out var driver)
            || !driver.TryGetMember("rules", out var rules)
        )
            yield break;
        foreach (var rule in rules.Items())
        {
            var isOff =
                rule.TryGetMember("defaultConfiguration", out var configuration)
                && configuration.TryGetMember("enabled", out var enabled)
                && enabled.Kind == JsonKind.False;
            if (!isOff && Text(rule, "id") is { } id && RuleId.TryParse(id, out var known))
                yield return known;
        }
    }

    private static Finding? FindingOf(JsonValue result)
    {
        if (Text(result, "kind") is { } kind && kind != "fail")
            return null;
        if (Text(result, "ruleId") is not { } id || !RuleId.TryParse(id, out var rule))
            return null;
        var location = LocationOf(result);
        var written = result.TryGetMember("message", out var said) && Text(said, "text") is { } text ? text : id;
        var message = SecretShapes.Masked(VisibleText.Of(written));
        return new Finding
        {
            Rule = rule,
            Severity = Text(result, "level") switch
            {
                "error" => Severity.Error,
                "note" or "none" => Severity.Information,
                _ => Severity.Warning,
            },
            Message = message,
            Location = location,
            Provisions = ValueList<ProvisionId>.Empty,
            Controls = ValueList<ControlId>.Empty,
            Fingerprint = Fingerprints.Of(rule, location, "", null, message),
        };
    }

    private static Location LocationOf(JsonValue result)
    {
        if (
            !result.TryGetMember("locations", out var locations)
            || locations.Count == 0
            || !locations.Items().First().TryGetMember("physicalLocation", out var physical)
        )
            return Location.StartOf("");
        var file = physical.TryGetMember("artifactLocation", out var artifact)
            ? PathOf(Text(artifact, "uri") ?? "")
            : "";
        if (!physical.TryGetMember("region", out var region))
            return Location.StartOf(file);
        var start = new TextPosition(Number(region, "startLine", 1), Number(region, "startColumn", 1));
        return new Location(
            file,
            start,
            new TextPosition(Number(region, "endLine", start.Line), Number(region, "endColumn", start.Column)),
            ""
        );
    }

    // Compilers write absolute URIs.
    private static string PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile
            ? PathText.Shown(absolute.LocalPath)
            : Uri.UnescapeDataString(uri);

    private static string? Text(JsonValue json, string name) =>
        json.TryGetMember(name, out var value) && value.Kind == JsonKind.String ? value.GetString() : null;

    private static int Number(JsonValue json, string name, int usual) =>
        json.TryGetMember(name, out var value) && value.TryGetInt64(out var number) && number is > 0 and < int.MaxValue
            ? (int)number
            : usual;
}
