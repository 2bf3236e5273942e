using PolicyKit.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Systems;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>Reads and writes files of the kind <c>standard</c> (schema <c>urn:policykit:schema:standard:1</c>).</summary>
public static class StandardReader
{
    private static readonly Codec<ProvisionId> Provision = Parsed(ProvisionId.TryParse);

    // One value or a list of values, each a string, a number or a boolean, kept as it was written.
    private static readonly Codec<ParameterValue> ValueCodec = new(ReadValue, WriteValue);

    /// <summary>Reads a standard. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<SecurityStandard> Read(SourceDocument source) => DocumentMapper.Read<SecurityStandard>(source, DocumentKind.Standard, Map);

    /// <summary>A standard as JSON text that <see cref="Read"/> reads back to an equal one.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public static string Write(SecurityStandard standard, string? schema = null) => DocumentMapper.Write(standard, DocumentKind.Standard, schema, Map);

    private static SecurityStandard Map(ObjectMapper m, SecurityStandard? s) => new()
    {
        Id = m.Required("id", s?.Id, Provision),
        Policy = m.Required("policy", s?.Policy, Provision),
        Version = m.Required("version", s?.Version, Text),
        Title = m.Required("title", s?.Title, Text),
        ShortTitle = m.Required("shortTitle", s?.ShortTitle, Text),
        Zones = m.RequiredList("zones", s?.Zones, Object<NetworkZone>((z, value) => new NetworkZone(z.Required("id", value?.Id, Parsed(NetworkZoneId.TryParse)), z.Required("name", value?.Name, Text)))),
        Parameters = m.List("parameters", s?.Parameters, Object<Parameter>(MapParameter), p => p.Id.Value),
        Controls = m.RequiredList("controls", s?.Controls, Object<Control>(MapControl), c => c.Id.Value),
    };

    private static Parameter MapParameter(ObjectMapper m, Parameter? p) => new()
    {
        Id = m.Required("id", p?.Id, Parsed(ParameterId.TryParse)),
        Title = m.Required("title", p?.Title, Text),
        Value = m.Required("value", p?.Value, ValueCodec),
        Unit = m.Optional("unit", p?.Unit, Text),
        Source = m.Required("source", p?.Source, Object<ParameterSource>((s, value) => new ParameterSource(
            s.Required("kind", value?.Kind, Words<ParameterSourceKind>()), s.Optional("edition", value?.Edition, Text), s.Optional("confirmed", value?.Confirmed, Flag) ?? false))),
        ChangeableBy = m.Required("changeableBy", p?.ChangeableBy, Text),
    };

    private static Control MapControl(ObjectMapper m, Control? c)
    {
        var control = new Control
        {
            Id = m.Required("id", c?.Id, Parsed(ControlId.TryParse)),
            Number = m.Required("number", c?.Number, Text),
            Title = m.Required("title", c?.Title, Text),
            EnglishTitle = m.Optional("titleEnglish", c?.EnglishTitle, Text),
            Measure = m.Required("measure", c?.Measure, Words<MeasureKind>()),
            Provisions = m.RequiredList("provisions", c?.Provisions, Provision),
            Threats = m.List("threats", c?.Threats, Provision),
            Requirement = m.Required("requirement", c?.Requirement, Text),
            Criterion = m.Required("criterion", c?.Criterion, Text),
            Obligation = m.Required("obligation", c?.Obligation, Words<Obligation>()),
            Parameters = m.List("parameters", c?.Parameters, Parsed(ParameterId.TryParse)),
            Checks = m.List("checks", c?.Checks, Object<Check>(MapCheck)),
            NotMachineCheckable = m.Optional("notMachineCheckable", c?.NotMachineCheckable, Text),
        };
        var (hasChecks, saysNot) = (m.Peek("checks").IsThere, m.Peek("notMachineCheckable").IsThere);
        if (!hasChecks && !saysNot) m.Problem("standard.no-check");
        else if (hasChecks && saysNot) m.Problem("standard.checks-and-not-checkable", "notMachineCheckable");
        return control;
    }

    private static Check MapCheck(ObjectMapper m, Check? c) => m.Required("kind", CheckKindOf(c), Words<CheckKind>()) switch
    {
        _ when !m.IsComplete => null!,
        CheckKind.Source => MapSource(m, c as SourceCheck),
        CheckKind.Declaration => MapDeclaration(m, c as DeclarationCheck),
        _ => MapEvidence(m, c as EvidenceCheck),
    };

    private static CheckKind? CheckKindOf(Check? check) => check switch { null => null, SourceCheck => CheckKind.Source, DeclarationCheck => CheckKind.Declaration, _ => CheckKind.Evidence };

    private static SourceCheck MapSource(ObjectMapper m, SourceCheck? c) => new(m.Required("rule", c?.Rule, Parsed(RuleId.TryParse)), m.Required("severity", c?.Severity, Words<Severity>()));

    private static DeclarationCheck MapDeclaration(ObjectMapper m, DeclarationCheck? c)
    {
        var check = new DeclarationCheck(m.Required("subject", c?.Subject, Text), m.Required("expectation", c?.Expectation, Text));
        if (m.IsReading && check.Subject is { } subject && !SystemReader.Subjects.Contains(subject)) m.Problem("reference.unknown-subject", "subject", subject, string.Join(", ", SystemReader.Subjects));
        return check;
    }

    private static EvidenceCheck MapEvidence(ObjectMapper m, EvidenceCheck? c) => new(m.Required("record", c?.Record, Words<EvidenceKind>()), m.Required("cadence", c?.Cadence, Words<Cadence>()));

    private static bool ReadValue(ReadContext context, JsonValue json, out ParameterValue value)
    {
        var (items, isList) = (new List<ParameterScalar>(), json.Kind == JsonKind.Array);
        value = null!;
        if (isList && json.Count == 0) return context.Wrong("read.empty-list", json);
        foreach (var item in isList ? json.Items() : new[] { json })
        {
            if (item.Kind is JsonKind.Null or JsonKind.Object or JsonKind.Array) return context.Wrong("read.bad-parameter-value", item);
            items.Add(item.Kind switch
            {
                JsonKind.String => new ParameterScalar(ParameterScalarKind.Text, item.GetString()),
                JsonKind.Number => new ParameterScalar(ParameterScalarKind.Number, item.RawText),
                _ => new ParameterScalar(ParameterScalarKind.Boolean, item.RawText),
            });
        }

        value = new ParameterValue(items.ToValueList(), isList);
        return true;
    }

    private static void WriteValue(JsonWriter writer, ParameterValue value)
    {
        if (value.IsList) writer.Open('[');
        foreach (var item in value.Items)
        {
            if (value.IsList) writer.Next();
            if (item.Kind == ParameterScalarKind.Text) writer.Text(item.Text);
            else writer.Raw(item.Text);
        }

        if (value.IsList) writer.Close(']');
    }

    private enum CheckKind
    {
        Source,
        Declaration,
        Evidence,
    }
}
