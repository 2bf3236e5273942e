using PolicyKit.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Systems;

namespace PolicyKit.Standards;

/// <summary>Reads files of the kind <c>standard</c> (schema <c>urn:policykit:schema:standard:1</c>).</summary>
public static class StandardReader
{
    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["information"] = Severity.Information,
    };

    private static readonly Dictionary<string, Obligation> Obligations = Words<Obligation>();
    private static readonly Dictionary<string, ParameterSourceKind> SourceKinds = Words<ParameterSourceKind>();
    private static readonly Dictionary<string, EvidenceKind> EvidenceKinds = Words<EvidenceKind>();
    private static readonly Dictionary<string, Cadence> Cadences = Words<Cadence>();
    private static readonly string[] CheckKinds = { "source", "declaration", "evidence" };

    /// <summary>Reads a standard. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<SecurityStandard> Read(SourceDocument source) => ReadContext.ReadRoot(source, DocumentKind.Standard, ReadStandard);

    private static SecurityStandard? ReadStandard(ObjectReader reader)
    {
        var context = reader.Context;
        var (id, policy) = (reader.RequiredId("id", ProvisionId.TryParse), reader.RequiredId("policy", ProvisionId.TryParse));
        var (version, title, shortTitle) = (reader.RequiredString("version"), reader.RequiredString("title"), reader.RequiredString("shortTitle"));
        var zones = reader.RequiredList("zones", ObjectReader.Object(context, ReadZone));
        var parameters = reader.List("parameters", ObjectReader.Object(context, Unique(context, ReadParameter, p => p.Id.Value)));
        var controls = reader.RequiredList("controls", ObjectReader.Object(context, Unique(context, ReadControl, c => c.Id.Value)));
        if (id is null || policy is null || version is null || title is null || shortTitle is null) return null;
        return new SecurityStandard { Id = id, Policy = policy, Version = version, Title = title, ShortTitle = shortTitle, Zones = zones, Parameters = parameters, Controls = controls };
    }

    private static NetworkZone? ReadZone(ObjectReader reader)
    {
        var (id, name) = (reader.RequiredId("id", NetworkZoneId.TryParse), reader.RequiredString("name"));
        return id is null || name is null ? null : new NetworkZone(id, name);
    }

    private static Parameter? ReadParameter(ObjectReader reader)
    {
        var (id, title) = (reader.RequiredId("id", ParameterId.TryParse), reader.RequiredString("title"));
        var values = reader.Required("value", value => ReadValues(reader.Context, value));
        var unit = reader.OptionalString("unit");
        var source = reader.Required("source", ObjectReader.Object(reader.Context, s =>
        {
            var (kind, edition, confirmed) = (s.RequiredEnum("kind", SourceKinds), s.OptionalString("edition"), s.OptionalBoolean("confirmed"));
            return kind is null ? null : new ParameterSource(kind.Value, edition, confirmed ?? false);
        }));
        var by = reader.RequiredString("changeableBy");
        return id is null || title is null || values is null || source is null || by is null
            ? null
            : new Parameter { Id = id, Title = title, Values = values, Unit = unit, Source = source, ChangeableBy = by };
    }

    private static ValueList<string>? ReadValues(ReadContext context, JsonValue value)
    {
        var items = value.Kind == JsonKind.Array ? value.Items().ToList() : new List<JsonValue> { value };
        foreach (var bad in items.Where(i => i.Kind is JsonKind.Null or JsonKind.Object or JsonKind.Array))
            context.Add("read.bad-parameter-value", bad);
        return items.Select(i => i.Kind == JsonKind.String ? i.GetString() : i.RawText).ToValueList();
    }

    private static Control? ReadControl(ObjectReader reader)
    {
        var (id, number, title) = (reader.RequiredId("id", ControlId.TryParse), reader.RequiredString("number"), reader.RequiredString("title"));
        var english = reader.OptionalString("titleEnglish");
        var measure = reader.RequiredEnum("measure", MeasureKinds.ByName);
        var provisions = reader.RequiredList("provisions", v => reader.ParseId(v, ProvisionId.TryParse));
        var threats = reader.Ids("threats", ProvisionId.TryParse);
        var (requirement, criterion) = (reader.RequiredString("requirement"), reader.RequiredString("criterion"));
        var obligation = reader.RequiredEnum("obligation", Obligations);
        var parameters = reader.Ids("parameters", ParameterId.TryParse);
        var checks = reader.List("checks", ObjectReader.Object(reader.Context, ReadCheck));
        var not = reader.OptionalString("notMachineCheckable");
        // Checks that are there but cannot be read have had their say already.
        if (not is null && (!reader.Value.TryGetMember("checks", out var written) || written.Count == 0))
            reader.Context.Add("standard.no-check", reader.Value);
        else if (checks.Count > 0 && not is not null && reader.Value.TryGetMember("notMachineCheckable", out var at))
            reader.Context.Add("standard.checks-and-not-checkable", at);
        if (id is null || number is null || title is null || measure is null || requirement is null || criterion is null || obligation is null) return null;
        return new Control
        {
            Id = id,
            Number = number,
            Title = title,
            EnglishTitle = english,
            Measure = measure.Value,
            Provisions = provisions,
            Threats = threats,
            Requirement = requirement,
            Criterion = criterion,
            Obligation = obligation.Value,
            Parameters = parameters,
            Checks = checks,
            NotMachineCheckable = not,
        };
    }

    private static Check? ReadCheck(ObjectReader reader)
    {
        switch (reader.RequiredString("kind"))
        {
            case "source":
                var (rule, severity) = (reader.RequiredId("rule", RuleId.TryParse), reader.RequiredEnum("severity", Severities));
                return rule is null || severity is null ? null : new SourceCheck(rule, severity.Value);
            case "declaration":
                var subject = reader.Required("subject", value =>
                {
                    if (reader.ParseString(value) is not { } name) return null;
                    if (SystemReader.Subjects.Contains(name)) return name;
                    reader.Context.Add("reference.unknown-subject", value, name, string.Join(", ", SystemReader.Subjects));
                    return null;
                });
                var expectation = reader.RequiredString("expectation");
                return subject is null || expectation is null ? null : new DeclarationCheck(subject, expectation);
            case "evidence":
                var (record, cadence) = (reader.RequiredEnum("record", EvidenceKinds), reader.RequiredEnum("cadence", Cadences));
                return record is null || cadence is null ? null : new EvidenceCheck(record.Value, cadence.Value);
            case { } other:
                if (reader.Value.TryGetMember("kind", out var at)) reader.Context.Add("read.unknown-word", at, other, string.Join(", ", CheckKinds));
                return null;
            default:
                return null;
        }
    }

    private static Func<ObjectReader, T?> Unique<T>(ReadContext context, Func<ObjectReader, T?> read, Func<T, string> key) where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return reader =>
        {
            var value = read(reader);
            if (value is not null && !seen.Add(key(value)) && reader.Value.TryGetMember("id", out var at)) context.Add("read.duplicate-id", at, key(value));
            return value;
        };
    }

    // PolicyReview in code is policy-review in data.
    private static Dictionary<string, T> Words<T>() where T : struct, Enum => Enum.GetValues(typeof(T)).Cast<T>().ToDictionary(
        v => string.Concat(v.ToString()!.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString())), StringComparer.Ordinal);
}
