using PolicyKit.Calendar;
using PolicyKit.Evidence;
using PolicyKit.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Systems;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>
/// Reads and writes files of the kind <c>standard</c> (schema <c>urn:policykit:schema:standard:1</c>).
/// </summary>
public static class StandardSerializer
{
    private static readonly Codec<StandardId> StandardName = Named<StandardId>();
    private static readonly Codec<ProvisionId> Provision = Named<ProvisionId>();

    private static readonly Codec<ControlId> ControlCodec = Named<ControlId>();
    private static readonly Codec<ParameterId> ParameterCodec = Named<ParameterId>();
    private static readonly Codec<RoleId> RoleCodec = Named<RoleId>();
    private static readonly Codec<NetworkZoneId> ZoneIdCodec = Named<NetworkZoneId>();
    private static readonly Codec<NetworkZone> ZoneCodec = Object<NetworkZone>(
        (z, value) => new NetworkZone(z.Required("id", value?.Id, ZoneIdCodec), z.Required("name", value?.Name, Text))
    );
    private static readonly Codec<RuleSeverity> SeverityCodec = Object<RuleSeverity>(
        (x, value) =>
            new RuleSeverity(
                x.Required("rule", value?.Rule, Named<RuleId>()),
                x.Required("severity", value?.Severity, Words<Severity>())
            )
    );

    // One value or a list of values, each a string, a number or a boolean, kept as it was written.
    private static readonly Codec<ParameterValue> ValueCodec = new(ReadValue, WriteValue);

    /// <summary>Reads a standard. Never throws on bad data: everything that is wrong is in the result.</summary>
    public static ReadResult<SecurityStandard> Read(SourceDocument source) =>
        DocumentMapper.Read<SecurityStandard>(source, DocumentKind.Standard, Map);

    /// <summary>
    /// Reads a standard from disk. Never throws on bad data: everything that is wrong is in the result.
    /// </summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ReadResult<SecurityStandard> ReadFile(string path) => Read(SourceDocument.ReadFile(path));

    /// <summary>A standard as JSON text that <see cref="Read"/> reads back to an equal one.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public static string Write(SecurityStandard standard, string? schema = null) =>
        DocumentMapper.Write(standard, DocumentKind.Standard, schema, Map);

    private static SecurityStandard Map(ObjectMapper m, SecurityStandard? s)
    {
        var isTailored = m.IsReading ? m.Peek("imports").IsThere : s!.Imports.Count > 0;
        // Neither imports nor anything of its own: said once, and not member by member.
        if (m.IsReading && !isTailored && !m.Peek("zones").IsThere && !m.Peek("controls").IsThere)
        {
            m.Problem("standard.imports-or-controls");
            isTailored = true;
        }

        return new()
        {
            Id = m.Required("id", s?.Id, StandardName),
            Policy = m.Optional("policy", s?.Policy, Named<PolicyId>()),
            Version = m.Required("version", s?.Version, Text),
            Title = m.Required("title", s?.Title, Text),
            ShortTitle = m.Required("shortTitle", s?.ShortTitle, Text),
            Imports = m.List("imports", s?.Imports, Object<StandardImport>(MapImport)),
            // What it imports may bring the zones and the controls.
            Zones = isTailored
                ? m.List("zones", s?.Zones, ZoneCodec, z => z.Id.Value)
                : m.RequiredList("zones", s?.Zones, ZoneCodec, z => z.Id.Value),
            Roles = m.List(
                "roles",
                s?.Roles,
                Object<Role>(
                    (r, value) =>
                        new Role(
                            r.Required("id", value?.Id, RoleCodec),
                            r.Required("title", value?.Title, Text),
                            r.Optional("holder", value?.Holder, Text)
                        )
                ),
                r => r.Id.Value
            ),
            RoleDoublings = m.List(
                "roleDoublings",
                s?.RoleDoublings,
                Object<RoleDoubling>(
                    (r, value) =>
                        new RoleDoubling(
                            r.RequiredList("roles", value?.Roles, RoleCodec),
                            r.Required("reason", value?.Reason, Text),
                            r.Required("approver", value?.Approver, Text)
                        )
                )
            ),
            RiskMatrix = m.Optional("riskMatrix", s?.RiskMatrix, Object<RiskMatrix>(MapMatrix)),
            Documents = m.List("documents", s?.Documents, Object<StandardSource>(SourceMaps.Document), d => d.Id.Value),
            CountingRules = m.List(
                "countingRules",
                s?.CountingRules,
                Object<CountingRule>(SourceMaps.Counting),
                r => r.Id.Value
            ),
            Crosswalks = m.List(
                "crosswalks",
                s?.Crosswalks,
                Object<Crosswalk>(CrosswalkMaps.Crosswalk),
                c => c.Id.Value
            ),
            CrosswalkStatements = m.List(
                "crosswalkStatements",
                s?.CrosswalkStatements,
                Object<CrosswalkStatement>(CrosswalkMaps.Statement)
            ),
            Parameters = m.List("parameters", s?.Parameters, Object<Parameter>(MapParameter), p => p.Id.Value),
            Controls = isTailored
                ? m.List("controls", s?.Controls, Object<Control>(MapControl), c => c.Id.Value)
                : m.RequiredList("controls", s?.Controls, Object<Control>(MapControl), c => c.Id.Value),
            Deviations = m.List(
                "deviations",
                s?.Deviations,
                Object<Deviation>(
                    (d, value) =>
                        new Deviation(
                            d.Required("kind", value?.Kind, Words<DeviationKind>()),
                            d.Required("subject", value?.Subject, Text),
                            d.Required("from", value?.From, StandardName),
                            d.Optional("reason", value?.Reason, Text),
                            d.Optional("approver", value?.Approver, Text)
                        )
                )
            ),
        };
    }

    private static RiskMatrix MapMatrix(ObjectMapper m, RiskMatrix? r)
    {
        var matrix = new RiskMatrix(
            m.RequiredList("levels", r?.Levels, Text),
            m.RequiredList("rows", r?.Rows, List(Text)),
            m.Required("acceptedUpTo", r?.AcceptedUpTo, Text)
        );
        if (!m.IsReading || !m.IsComplete)
            return matrix;
        if (!matrix.Levels.Contains(matrix.AcceptedUpTo))
            m.Problem("standard.unknown-risk-level", "acceptedUpTo", matrix.AcceptedUpTo);
        foreach (
            var level in matrix.Rows.SelectMany(row => row).Distinct().Where(level => !matrix.Levels.Contains(level))
        )
            m.Problem("standard.unknown-risk-level", "rows", level);
        if (matrix.Rows.Any(row => row.Count != matrix.Rows[0].Count))
            m.Problem("standard.uneven-risk-matrix", "rows");
        return matrix;
    }

    private static StandardImport MapImport(ObjectMapper m, StandardImport? i) =>
        new()
        {
            Standard = m.Required("standard", i?.Standard, StandardName),
            Version = m.Required("version", i?.Version, Text),
            Sha256 = m.Required("sha256", i?.Sha256, Sha256),
            Include = m.Optional(
                "include",
                i?.Include,
                Object<Inclusion>(
                    (x, value) =>
                        new Inclusion(
                            x.RequiredList("controls", value?.Controls, ControlCodec),
                            x.Required("reason", value?.Reason, Text),
                            x.Required("approver", value?.Approver, Text)
                        )
                )
            ),
            Exclude = m.List(
                "exclude",
                i?.Exclude,
                Object<Exclusion>(
                    (x, value) =>
                        new Exclusion(
                            x.Required("control", value?.Control, ControlCodec),
                            x.Required("reason", value?.Reason, Text),
                            x.Required("approver", value?.Approver, Text)
                        )
                )
            ),
            Set = m.List(
                "set",
                i?.Set,
                Object<Setting>(
                    (x, value) =>
                        new Setting(
                            x.Required("parameter", value?.Parameter, ParameterCodec),
                            x.Required("value", value?.Value, ValueCodec),
                            x.Optional("confirmed", value?.Confirmed, Flag) ?? false,
                            x.Optional("reason", value?.Reason, Text),
                            x.Optional("approver", value?.Approver, Text)
                        )
                )
            ),
            Tighten = m.List(
                "tighten",
                i?.Tighten,
                Object<Tightening>(
                    (x, value) =>
                        new Tightening(
                            x.Required("control", value?.Control, ControlCodec),
                            x.Optional("obligation", value?.Obligation, Words<Obligation>()),
                            x.List("severities", value?.Severities, SeverityCodec),
                            x.List("checks", value?.Checks, Object<Check>(MapCheck))
                        )
                )
            ),
            Loosen = m.List(
                "loosen",
                i?.Loosen,
                Object<Loosening>(
                    (x, value) =>
                        new Loosening(
                            x.Required("control", value?.Control, ControlCodec),
                            x.Optional("obligation", value?.Obligation, Words<Obligation>()),
                            x.List("severities", value?.Severities, SeverityCodec),
                            x.List("without", value?.Without, Text),
                            x.Required("reason", value?.Reason, Text),
                            x.Required("approver", value?.Approver, Text)
                        )
                )
            ),
        };

    private static Parameter MapParameter(ObjectMapper m, Parameter? p) =>
        new()
        {
            Id = m.Required("id", p?.Id, ParameterCodec),
            Title = m.Required("title", p?.Title, Text),
            Value = m.Required("value", p?.Value, ValueCodec),
            Unit = m.Optional("unit", p?.Unit, Text),
            Stricter = m.Optional("stricter", p?.Stricter, Words<Stricter>()),
            Source = m.Required(
                "source",
                p?.Source,
                Object<ParameterSource>(
                    (s, value) =>
                        new ParameterSource(
                            s.Required("kind", value?.Kind, Words<ParameterSourceKind>()),
                            s.Optional("edition", value?.Edition, Text),
                            s.Optional("confirmed", value?.Confirmed, Flag) ?? false
                        )
                )
            ),
            ChangeableBy = m.Required("changeableBy", p?.ChangeableBy, Text),
            Sources = m.List("sources", p?.Sources, SourceMaps.Reference),
            SourceState = m.Optional("sourceState", p?.SourceState, Words<SourceState>()),
            SourceNote = m.Optional("sourceNote", p?.SourceNote, Text),
        };

    private static Control MapControl(ObjectMapper m, Control? c)
    {
        var control = new Control
        {
            Id = m.Required("id", c?.Id, Named<ControlId>()),
            Number = m.Required("number", c?.Number, Text),
            Title = m.Required("title", c?.Title, Text),
            EnglishTitle = m.Optional("titleEnglish", c?.EnglishTitle, Text),
            Measure = m.Required("measure", c?.Measure, Words<MeasureKind>()),
            Provisions = m.RequiredList("provisions", c?.Provisions, Provision),
            Threats = m.List("threats", c?.Threats, Provision),
            Requirement = m.Required("requirement", c?.Requirement, Text),
            Criterion = m.Required("criterion", c?.Criterion, Text),
            Obligation = m.Required("obligation", c?.Obligation, Words<Obligation>()),
            AppliesTo = m.Optional(
                "appliesTo",
                c?.AppliesTo,
                Object<Applicability>(
                    (a, value) =>
                        new Applicability(
                            a.Optional("confidentiality", value?.Confidentiality, SystemSerializer.Class),
                            a.Optional("integrity", value?.Integrity, Words<Integrity>("1", "2")),
                            a.Optional("availability", value?.Availability, Words<Availability>("1", "2")),
                            a.List("zones", value?.Zones, ZoneIdCodec)
                        )
                        {
                            NetworkModels = a.List("networkModels", value?.NetworkModels, SystemSerializer.Model),
                        }
                )
            ),
            Sources = m.List("sources", c?.Sources, SourceMaps.Reference),
            SourceState = m.Optional("sourceState", c?.SourceState, Words<SourceState>()),
            SourceNote = m.Optional("sourceNote", c?.SourceNote, Text),
            Parameters = m.List("parameters", c?.Parameters, ParameterCodec),
            Checks = m.List("checks", c?.Checks, Object<Check>(MapCheck)),
            NotMachineCheckable = m.Optional("notMachineCheckable", c?.NotMachineCheckable, Text),
        };
        var (hasChecks, saysNot) = (m.Peek("checks").IsThere, m.Peek("notMachineCheckable").IsThere);
        if (!hasChecks && !saysNot)
            m.Problem("standard.no-check");
        else if (hasChecks && saysNot)
            m.Problem("standard.checks-and-not-checkable", "notMachineCheckable");
        return control;
    }

    private static Check MapCheck(ObjectMapper m, Check? c) =>
        m.Required("kind", CheckKindOf(c), Words<CheckKind>()) switch
        {
            _ when !m.IsComplete => null!,
            CheckKind.Source => MapSource(m, c as SourceCheck),
            CheckKind.Declaration => MapDeclaration(m, c as DeclarationCheck),
            _ => MapEvidence(m, c as EvidenceCheck),
        };

    private static CheckKind? CheckKindOf(Check? check) =>
        check switch
        {
            null => null,
            SourceCheck => CheckKind.Source,
            DeclarationCheck => CheckKind.Declaration,
            EvidenceCheck => CheckKind.Evidence,
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
        };

    private static SourceCheck MapSource(ObjectMapper m, SourceCheck? c) =>
        new(m.Required("rule", c?.Rule, Named<RuleId>()), m.Required("severity", c?.Severity, Words<Severity>()));

    private static DeclarationCheck MapDeclaration(ObjectMapper m, DeclarationCheck? c)
    {
        var predicate = m.Optional("predicate", c?.Predicate, Words<DeclarationPredicate>());
        var check = new DeclarationCheck
        {
            Subject = m.Required("subject", c?.Subject, Text),
            Expectation = m.Required("expectation", c?.Expectation, Text),
            EnglishExpectation = m.Optional("expectationEnglish", c?.EnglishExpectation, Text),
            Schema = m.Optional("schema", c?.Schema, Fragment),
            Predicate = predicate,
            Parameter = m.RequiredIf(NeedsParameter(predicate), "parameter", c?.Parameter, ParameterCodec),
        };
        if (m.IsReading && check.Subject is { } subject && !SystemSerializer.Subjects.Contains(subject))
            m.Problem(
                ProblemFamily.Reference,
                "reference.unknown-subject",
                "subject",
                subject,
                string.Join(", ", SystemSerializer.Subjects)
            );
        return check;
    }

    private static bool NeedsParameter(DeclarationPredicate? predicate) =>
        predicate
            is DeclarationPredicate.HandlingMatchesClass
                or DeclarationPredicate.AccountsReviewed
                or DeclarationPredicate.LeaversRemoved
                or DeclarationPredicate.TestedRecently
                or DeclarationPredicate.RestoreTested
                or DeclarationPredicate.TrainedRecently
                or DeclarationPredicate.DisposalCertified
                or DeclarationPredicate.BreachReported
                or DeclarationPredicate.DomainsOfBody
                or DeclarationPredicate.DevicesLabelled;

    private static EvidenceCheck MapEvidence(ObjectMapper m, EvidenceCheck? c)
    {
        var record = m.Required("record", c?.Record, Words<EvidenceKind>());
        var cadence = m.Required("cadence", c?.Cadence, Words<Cadence>());
        // A word that is not known asks for nothing more.
        var isKnown = m.IsComplete;
        return new EvidenceCheck
        {
            Record = record,
            Cadence = cadence,
            Event = m.RequiredIf(isKnown && cadence == Cadence.OnEvent, "event", c?.Event, Words<EvidenceKind>()),
            Every = m.RequiredIf(isKnown && cadence == Cadence.Period, "every", c?.Every, ParameterCodec),
            Within = m.RequiredIf(
                isKnown && cadence is Cadence.OnEvent or Cadence.PerRevision,
                "within",
                c?.Within,
                ParameterCodec
            ),
            WithinFor = m.List(
                "withinFor",
                c?.WithinFor,
                Object<CaseTerm>(
                    (t, value) =>
                        new CaseTerm(
                            t.Required("case", value?.Case, Words<BreachCase>()),
                            t.Required("within", value?.Within, ParameterCodec)
                        )
                )
            ),
            Cases = m.List("cases", c?.Cases, Words<BreachCase>()),
            Counting = m.Optional("counting", c?.Counting, Named<CountingRuleId>()),
            Grace = m.Optional("grace", c?.Grace, ParameterCodec),
            DueMonth = m.Optional("dueMonth", c?.DueMonth, Integer(1, 12)),
            AttestedBy = m.List("attestedBy", c?.AttestedBy, RoleCodec),
        };
    }

    private static bool ReadValue(ReadContext context, JsonValue json, out ParameterValue value)
    {
        var (items, isList) = (new List<ParameterScalar>(), json.Kind == JsonKind.Array);
        value = null!;
        if (isList && json.Count == 0)
            return context.Wrong("read.empty-list", json);
        if (!isList && !ReadScalar(context, json, items))
            return false;
        foreach (var item in json.Items())
            if (!ReadScalar(context, item, items))
                return false;
        value = new ParameterValue(items.ToValueList(), isList);
        return true;
    }

    private static bool ReadScalar(ReadContext context, JsonValue json, List<ParameterScalar> items)
    {
        if (json.Kind is JsonKind.Null or JsonKind.Object or JsonKind.Array)
            return context.Wrong("read.bad-parameter-value", json);
        items.Add(
            json.Kind switch
            {
                JsonKind.String => new ParameterScalar(ParameterScalarKind.Text, json.GetString()),
                JsonKind.Number => new ParameterScalar(ParameterScalarKind.Number, json.RawText),
                _ => new ParameterScalar(ParameterScalarKind.Boolean, json.RawText),
            }
        );
        return true;
    }

    private static void WriteValue(JsonWriter writer, ParameterValue value)
    {
        if (value.IsList)
            writer.Open('[');
        foreach (var item in value.Items)
        {
            if (value.IsList)
                writer.Next();
            ParameterJson.Write(writer, item);
        }

        if (value.IsList)
            writer.Close(']');
    }

    private enum CheckKind
    {
        Source,
        Declaration,
        Evidence,
    }
}
