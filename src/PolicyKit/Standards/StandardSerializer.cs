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
            Parameters = m.List(
                "parameters",
                s?.Parameters,
                Object<Parameter>(ParameterMaps.Parameter),
                p => p.Id.Value
            ),
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
                            x.Required("value", value?.Value, ParameterMaps.Value),
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
                            x.List("checks", value?.Checks, Object<Check>(CheckMaps.Check))
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
            Checks = m.List("checks", c?.Checks, Object<Check>(CheckMaps.Check)),
            NotMachineCheckable = m.Optional("notMachineCheckable", c?.NotMachineCheckable, Text),
        };
        var (hasChecks, saysNot) = (m.Peek("checks").IsThere, m.Peek("notMachineCheckable").IsThere);
        if (!hasChecks && !saysNot)
            m.Problem("standard.no-check");
        else if (hasChecks && saysNot)
            m.Problem("standard.checks-and-not-checkable", "notMachineCheckable");
        return control;
    }
}
