using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Standards;

public sealed class StandardResolverTests
{
    private const string Approved = "\"reason\": \"使わない\", \"approver\": \"最高情報セキュリティ責任者\"";

    private static ReadResult<SecurityStandard> Baseline => Sample.Baseline;

    [Fact]
    public void An_import_without_tailoring_brings_everything()
    {
        var resolved = Valid("{}");
        Assert.Equal(Baseline.Value!.Controls, resolved.Controls);
        Assert.Equal(Baseline.Value.Parameters, resolved.Parameters);
        Assert.Equal(Baseline.Value.Zones, resolved.Zones);
        Assert.Empty(resolved.Imports);
        Assert.Empty(resolved.Deviations);
    }

    [Fact]
    public void Exclude_takes_a_control_away_and_says_why()
    {
        var resolved = Valid($$"""{ "exclude": [{ "control": "technical.mail", {{Approved}} }] }""");
        Assert.Null(resolved.Find(Id("technical.mail")));
        Assert.Equal(Baseline.Value!.Controls.Count - 1, resolved.Controls.Count);
        Assert.Equal(
            new Deviation(
                DeviationKind.Excluded,
                "technical.mail",
                Baseline.Value.Id,
                "使わない",
                "最高情報セキュリティ責任者"
            ),
            Assert.Single(resolved.Deviations)
        );
    }

    [Fact]
    public void Include_takes_only_what_it_names()
    {
        var resolved = Valid(
            $$"""{ "include": { "controls": ["technical.logs", "technical.backup"], {{Approved}} } }"""
        );
        Assert.Equal(["technical.backup", "technical.logs"], resolved.Controls.Select(c => c.Id.Value));
        Assert.Equal(
            Baseline.Value!.Controls.Count - 2,
            resolved.Deviations.Count(d => d.Kind == DeviationKind.Excluded)
        );
    }

    [Theory]
    [InlineData("logs.retention-months", "36", DeviationKind.Set)]
    [InlineData("patching.critical-days", "1", DeviationKind.Set)]
    [InlineData("tls.minimum", "\"1.3\"", DeviationKind.Set)]
    public void Set_that_protects_no_less_needs_no_reason(string parameter, string value, DeviationKind kind)
    {
        var resolved = Valid(
            $$"""{ "set": [{ "parameter": "{{parameter}}", "value": {{value}}, "confirmed": true }] }"""
        );
        Assert.Equal(
            new ParameterSource(ParameterSourceKind.Body, null, true),
            resolved.Find(ParameterId.Parse(parameter))!.Source
        );
        Assert.Equal(kind, Assert.Single(resolved.Deviations).Kind);
    }

    [Theory]
    [InlineData("logs.retention-months", "6")]
    [InlineData("patching.critical-days", "30")]
    [InlineData("credentials.names", "[\"password\"]")]
    [InlineData(
        "connections.local-hosts",
        "[\"localhost\", \"127.0.0.1\", \"::1\", \"0.0.0.0\", \"(localdb)\", \".\", \"db1\"]"
    )]
    public void Set_that_protects_less_needs_a_reason_and_an_approver(string parameter, string value)
    {
        Assert.Equal(
            ["tailoring.loosens-without-reason"],
            Codes($$"""{ "set": [{ "parameter": "{{parameter}}", "value": {{value}} }] }""")
        );
        Assert.Equal(
            ["tailoring.loosens-without-reason"],
            Codes($$"""{ "set": [{ "parameter": "{{parameter}}", "value": {{value}}, "reason": "使わない" }] }""")
        );
        Assert.Equal(
            DeviationKind.SetLooser,
            Assert
                .Single(
                    Valid(
                        $$"""{ "set": [{ "parameter": "{{parameter}}", "value": {{value}}, {{Approved}} }] }"""
                    ).Deviations
                )
                .Kind
        );
    }

    [Fact]
    public void Tighten_asks_for_more()
    {
        var resolved = Valid(
            """{ "tighten": [{ "control": "outsourcing.ismap", "obligation": "required", "checks": """
                + """[{ "kind": "evidence", "record": "risk-assessment", "cadence": "fiscal-year" }] }, """
                + """{ "control": "technical.mail", "checks": """
                + """[{ "kind": "evidence", "record": "log-review", "cadence": "fiscal-year" }] }] }"""
        );
        Assert.Equal(Obligation.Required, resolved.Find(Id("outsourcing.ismap"))!.Obligation);
        Assert.Equal(2, resolved.Find(Id("outsourcing.ismap"))!.Checks.Count);
        Assert.Null(resolved.Find(Id("technical.mail"))!.NotMachineCheckable);
    }

    [Theory]
    [InlineData("""{ "tighten": [{ "control": "technical.logs", "obligation": "recommended" }] }""")]
    [InlineData(
        """{ "tighten": [{ "control": "technical.credentials", "severities": [{ "rule": "PK6101", "severity": "warning" }] }] }"""
    )]
    public void A_loosening_that_is_called_tightening_is_found(string tailoring) =>
        Assert.Equal(["tailoring.tightening-loosens"], Codes(tailoring));

    [Fact]
    public void Loosen_asks_for_less_and_says_why()
    {
        var resolved = Valid(
            $$"""{ "loosen": [{ "control": "technical.credentials", "severities": """
                + $$"""[{ "rule": "PK6101", "severity": "warning" }], {{Approved}} }, """
                + $$"""{ "control": "technical.logs", "without": ["logs", "PK7003"], {{Approved}} }] }"""
        );
        Assert.Equal(Severity.Warning, resolved.SeverityOf(RuleId.Parse("PK6101")));
        Assert.Equal("使わない", resolved.Find(Id("technical.logs"))!.NotMachineCheckable);
        Assert.All(resolved.Deviations, d => Assert.Equal(("使わない", DeviationKind.Loosened), (d.Reason!, d.Kind)));
    }

    [Theory]
    [InlineData(
        """{ "exclude": [{ "control": "technical.mails", "reason": "a", "approver": "b" }] }""",
        "tailoring.unknown-control",
        "/imports/0/exclude/0/control"
    )]
    [InlineData(
        """{ "set": [{ "parameter": "logs.days", "value": 1 }] }""",
        "tailoring.unknown-parameter",
        "/imports/0/set/0/parameter"
    )]
    [InlineData(
        """{ "set": [{ "parameter": "logs.retention-months", "value": "24" }] }""",
        "tailoring.other-type",
        "/imports/0/set/0/value"
    )]
    [InlineData(
        """{ "loosen": [{ "control": "technical.logs", "without": ["PK6101"], "reason": "a", "approver": "b" }] }""",
        "tailoring.unknown-check",
        "/imports/0/loosen/0/without/0"
    )]
    [InlineData(
        """{ "tighten": [{ "control": "technical.logs", "severities": [{ "rule": "PK6101", "severity": "error" }] }] }""",
        "tailoring.unknown-check",
        "/imports/0/tighten/0/severities/0/rule"
    )]
    public void A_mistake_has_its_place(string tailoring, string code, string pointer)
    {
        var problem = Assert.Single(Resolve(Tailored(tailoring), Baseline).Problems);
        Assert.Equal((code, pointer), (problem.Code, problem.Location.Pointer));
        Assert.True(problem.Location.Start.Line > 1);
    }

    [Fact]
    public void Every_mistake_is_found_at_once() =>
        Assert.Equal(
            3,
            Resolve(
                Tailored(
                    """{ "exclude": [{ "control": "a.b", "reason": "a", "approver": "b" }, """
                        + """{ "control": "c.d", "reason": "a", "approver": "b" }], "set": [{ "parameter": "e.f", "value": """
                        + """1 }] }"""
                ),
                Baseline
            ).Problems.Count
        );

    [Theory]
    [InlineData("standard", "elsewhere", "tailoring.unknown-standard")]
    [InlineData("version", "1999.1", "tailoring.other-version")]
    [InlineData("sha256", "0000000000000000000000000000000000000000000000000000000000000000", "tailoring.other-hash")]
    public void An_import_that_is_another_is_not_taken_for_it(string member, string value, string code) =>
        Assert.Equal(
            [code],
            Resolve(Tailored("{}", json => json["imports"]![0]![member] = value), Baseline).Problems.Select(p => p.Code)
        );

    [Fact]
    public void A_circle_is_reported_at_its_import()
    {
        var first = Read(
            """{ "kind": "standard", "id": "a", "version": "1", "title": "a", "shortTitle": "a", "imports": """
                + """[{ "standard": "b", "version": "1", "sha256": "HASH" }] }"""
        );
        var second = Read(
            """{ "kind": "standard", "id": "b", "version": "1", "title": "b", "shortTitle": "b", "imports": """
                + """[{ "standard": "a", "version": "1", "sha256": "HASH" }] }"""
        );
        var self = Read(
            """{ "kind": "standard", "id": "c", "version": "1", "title": "c", "shortTitle": "c", "imports": """
                + """[{ "standard": "c", "version": "1", "sha256": "HASH" }] }"""
        );
        Assert.Contains(
            StandardResolver.Resolve(first, [first, second]).Problems,
            p =>
                p.Code == "tailoring.cycle"
                && p.Message.Text(MessageLanguage.English).EndsWith("a → b → a", StringComparison.Ordinal)
        );
        Assert.Contains(
            StandardResolver.Resolve(self, [self]).Problems,
            p => p is { Code: "tailoring.cycle", Location.Pointer: "/imports/0/standard" }
        );
    }

    [Fact]
    public void A_control_of_one_s_own_must_not_take_an_imported_one_s_place()
    {
        var own = Tailored(
            "{}",
            json =>
                json["controls"] = new JsonArray(
                    JsonNode.Parse(
                        """{ "id": "technical.logs", "number": "1", "title": "a", "measure": "technical", "provisions": """
                            + """["measures.technical"], "requirement": "a", "criterion": "a", "obligation": "required","""
                            + """ "notMachineCheckable": "a" }"""
                    )
                )
        );
        Assert.Equal(
            ("tailoring.conflict", "/controls/0/id"),
            Resolve(own, Baseline).Problems.Select(p => (p.Code, p.Location.Pointer)).Single()
        );
    }

    [Fact]
    public void Two_imports_that_set_one_parameter_differently_are_a_conflict()
    {
        var one = Tailored(
            """{ "set": [{ "parameter": "logs.retention-months", "value": 24 }] }""",
            json => json["id"] = "one"
        );
        var two = Tailored(
            """{ "set": [{ "parameter": "logs.retention-months", "value": 36 }] }""",
            json => json["id"] = "two"
        );
        var both = Read(
            $$"""{ "kind": "standard", "id": "both", "version": "1", "title": "a", "shortTitle": "a", "imports":"""
                + $$""" [{ "standard": "one", "version": "1", "sha256": "{{one.Source.Sha256}}" }, """
                + $$"""{ "standard": "two", "version": "1", "sha256": "{{two.Source.Sha256}}" }] }"""
        );
        Assert.Equal(
            ["tailoring.conflict"],
            StandardResolver.Resolve(both, [both, one, two, Baseline]).Problems.Select(p => p.Code)
        );
    }

    [Fact]
    public void An_overlay_tailors_what_is_tailored_already()
    {
        var town = Tailored("""{ "set": [{ "parameter": "logs.retention-months", "value": 24 }] }""");
        var overlay = Read(
            $$"""{ "kind": "standard", "id": "overlay", "version": "1", "title": "a", "shortTitle": "a","""
                + $$""" "imports": [{ "standard": "town", "version": "1", "sha256": "{{town.Source.Sha256}}", "set": """
                + $$"""[{ "parameter": "logs.retention-months", "value": 36 }] }] }"""
        );
        var resolved = StandardResolver.Resolve(overlay, [Baseline, town]);
        Assert.Empty(resolved.Problems);
        Assert.Equal(36, resolved.Value!.NumberOf(ParameterId.Parse("logs.retention-months")));
        Assert.Equal([Baseline.Value!.Id.Value, "town"], resolved.Value.Deviations.Select(d => d.From.Value));
        // What the first import had decided is not loosened silently.
        var loose = Read(overlay.Source.Content.Replace("\"value\": 36", "\"value\": 18", StringComparison.Ordinal));
        Assert.Equal(
            ["tailoring.loosens-without-reason"],
            StandardResolver.Resolve(loose, [Baseline, town]).Problems.Select(p => p.Code)
        );
        Assert.Equal(["overlay"], StandardResolver.Roots([Baseline, town, overlay]).Select(r => r.Value!.Id.Value));
    }

    [Fact]
    public void The_result_is_the_same_whatever_the_order_of_what_is_available()
    {
        var town = Tailored("{}");
        Assert.Equal(
            StandardResolver.Resolve(town, [town, Baseline]).Value,
            StandardResolver.Resolve(town, [Baseline, town]).Value
        );
        Assert.Equal(
            StandardSerializer.Write(StandardResolver.Resolve(town, [Baseline]).Value!),
            StandardSerializer.Write(StandardResolver.Resolve(town, [Baseline]).Value!)
        );
    }

    [Fact]
    public void What_is_resolved_is_written_as_a_valid_standard_and_read_back_equal()
    {
        var text = StandardSerializer.Write(Sample.Standard);
        var document = SourceDocument.FromText("resolved.json", text);
        Assert.Empty(DocumentSchemas.Validate(document, DocumentSchemas.Of(DocumentKind.Standard)));
        Assert.Equal(Sample.Standard, StandardSerializer.Read(document).Value);
    }

    [Fact]
    public void An_imported_control_cites_the_nearest_provision_that_the_policy_has()
    {
        var control = Sample.Standard.Find(Id("outsourcing.contract"))!;
        Assert.Equal(["measures.outsourcing.contractors"], control.Provisions.Select(p => p.Value));
        var bare = Sample.Policy with
        {
            Provisions = Sample
                .Policy.Provisions.Select(p =>
                    p.Id.Value == "measures"
                        ? p with
                        {
                            Provisions = p
                                .Provisions.Select(m =>
                                    m with
                                    {
                                        Provisions = ValueList<PolicyKit.Policies.Provision>.Empty,
                                    }
                                )
                                .ToValueList(),
                        }
                        : p
                )
                .ToValueList(),
        };
        var resolved = StandardResolver.Resolve(Tailored("{}"), [Baseline], bare);
        Assert.Equal(
            ["measures.outsourcing"],
            resolved.Value!.Find(Id("outsourcing.contract"))!.Provisions.Select(p => p.Value)
        );
        var none = Sample.Policy with
        {
            Provisions = Sample.Policy.Provisions.Where(p => p.Id.Value != "review").ToValueList(),
        };
        Assert.Contains(
            StandardResolver.Resolve(Tailored("{}"), [Baseline], none).Problems,
            p => p.Code == "tailoring.no-provision"
        );
    }

    private static ControlId Id(string id) => ControlId.Parse(id);

    private static SecurityStandard Valid(string tailoring)
    {
        var result = Resolve(Tailored(tailoring), Baseline);
        Assert.Empty(result.Problems);
        return result.Value!;
    }

    private static IEnumerable<string> Codes(string tailoring) =>
        Resolve(Tailored(tailoring), Baseline).Problems.Select(p => p.Code);

    private static ReadResult<SecurityStandard> Resolve(
        ReadResult<SecurityStandard> standard,
        params ReadResult<SecurityStandard>[] available
    ) => StandardResolver.Resolve(standard, available);

    private static ReadResult<SecurityStandard> Tailored(string tailoring, Action<JsonObject>? change = null)
    {
        var import = JsonNode.Parse(tailoring)!.AsObject();
        (import["standard"], import["version"], import["sha256"]) = (
            Baseline.Value!.Id.Value,
            Baseline.Value.Version,
            Baseline.Source.Sha256
        );
        var json = new JsonObject
        {
            ["kind"] = "standard",
            ["id"] = "town",
            ["version"] = "1",
            ["title"] = "町",
            ["shortTitle"] = "基準",
            ["imports"] = new JsonArray(import),
        };
        change?.Invoke(json);
        return Read(json.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }));
    }

    private static ReadResult<SecurityStandard> Read(string text)
    {
        var result = StandardSerializer.Read(
            SourceDocument.FromText(
                "standard.json",
                text.Replace("HASH", new string('0', 64), StringComparison.Ordinal)
            )
        );
        Assert.Empty(result.Problems);
        return result;
    }
}
