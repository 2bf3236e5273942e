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
    /// <exception cref="CheckException">One of the files is not a SARIF log.</exception>
    public static RuleRun Read(IEnumerable<string> paths) =>
        Merge(paths.Select(path => Read(InputFile.Read(InputFile.FullPath(path)))));

    /// <exception cref="CheckException">The file is not a SARIF log of the version that is read.</exception>
    public static RuleRun Read(SourceDocument log)
    {
        if (
            log.Text.Error is not null
            || !log.Text.Root.TryGetMember("runs", out var runs)
            || runs.Kind != JsonKind.Array
        )
            throw CheckException.Usage("sarif.bad-log", log.Path);
        // What the compiler writes unless it is asked for more: rules and places stand elsewhere in it, and half a
        // result is none.
        if (Text(log.Text.Root, "version") is { } version && version != "2.1.0")
            throw CheckException.Usage("sarif.bad-version", log.Path, VisibleText.Of(version));
        var (judged, findings) = (new List<RuleId>(), new List<Finding>());
        foreach (var run in runs.Items())
        {
            judged.AddRange(Judged(run));
            if (run.TryGetMember("results", out var results))
                foreach (var result in results.Items())
                    if (FindingOf(run, result) is { } finding)
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

    // A rule that the tool lists, that ran to the end, and that nobody switched off or silenced outside of the code
    // has run.
    // Silence about any other says nothing.
    private static IEnumerable<RuleId> Judged(JsonValue run)
    {
        var invocations = Items(run, "invocations").ToList();
        if (
            invocations.Any(i =>
                i.TryGetMember("executionSuccessful", out var succeeded) && succeeded.Kind == JsonKind.False
            )
        )
            return [];
        var off = invocations
            .SelectMany(i => Items(i, "ruleConfigurationOverrides"))
            .Where(o => o.TryGetMember("configuration", out var configuration) && IsOff(configuration))
            .Select(o => o.TryGetMember("descriptor", out var descriptor) ? IdOf(run, descriptor, "id", "index") : null)
            .ToHashSet(StringComparer.Ordinal);
        return Components(run)
            .SelectMany(c => Items(c, "rules"))
            .Where(r => !(r.TryGetMember("defaultConfiguration", out var usual) && IsOff(usual)) && !IsSilenced(r))
            .Select(r => Text(r, "id"))
            .Where(id => id is not null && !off.Contains(id))
            .Select(id => RuleId.TryParse(id, out var rule) ? rule : null)
            .OfType<RuleId>();
    }

    private static bool IsOff(JsonValue configuration) =>
        configuration.TryGetMember("enabled", out var enabled) && enabled.Kind == JsonKind.False;

    // NoWarn and settings leave no result behind: the compiler says of the rule that it was suppressed from outside.
    private static bool IsSilenced(JsonValue rule) =>
        rule.TryGetMember("properties", out var properties)
        && Items(properties, "suppressionKinds")
            .Any(k =>
                k.Kind == JsonKind.String && k.GetString().Equals("external", StringComparison.OrdinalIgnoreCase)
            );

    private static IEnumerable<JsonValue> Components(JsonValue run)
    {
        if (!run.TryGetMember("tool", out var tool))
            return [];
        return (tool.TryGetMember("driver", out var driver) ? [driver] : Array.Empty<JsonValue>()).Concat(
            Items(tool, "extensions")
        );
    }

    // A rule is named by its id, or by its place among the rules of the tool or of one of its extensions.
    private static string? RuleOf(JsonValue run, JsonValue result)
    {
        if (IdOf(run, result, "ruleId", "ruleIndex") is { } id)
            return id;
        return result.TryGetMember("rule", out var rule) ? IdOf(run, rule, "id", "index") : null;
    }

    private static string? IdOf(JsonValue run, JsonValue reference, string id, string index)
    {
        if (Text(reference, id) is { } known)
            return known;
        if (!reference.TryGetMember(index, out var at) || !at.TryGetInt64(out var number) || number < 0)
            return null;
        var component =
            reference.TryGetMember("toolComponent", out var of)
            && of.TryGetMember("index", out var which)
            && which.TryGetInt64(out var extension)
                ? extension + 1
                : 0;
        return
            Components(run).ElementAtOrDefault((int)Math.Min(component, int.MaxValue)) is { } tool
            && Items(tool, "rules").ElementAtOrDefault((int)Math.Min(number, int.MaxValue)) is { } rule
            ? Text(rule, "id")
            : null;
    }

    private static IEnumerable<JsonValue> Items(JsonValue json, string name) =>
        json.TryGetMember(name, out var items) && items.Kind == JsonKind.Array ? items.Items() : [];

    private static Finding? FindingOf(JsonValue run, JsonValue result)
    {
        if (Text(result, "kind") is { } kind && kind != "fail")
            return null;
        if (RuleOf(run, result) is not { } id || !RuleId.TryParse(id, out var rule))
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
