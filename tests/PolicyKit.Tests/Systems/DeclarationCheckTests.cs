using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>Each predicate: what it must find and, one change away, what it must not.</summary>
public sealed class DeclarationCheckTests
{
    public static TheoryData<string, string, string?, string, string, string, string> Cases =>
        new()
        {
            // predicate, subject, parameter, member, the member that violates, the one that does not, where
            {
                "ServiceClassesSuffice",
                "connections",
                null,
                "assets",
                Assets("3B"),
                Assets("3C"),
                "/connections/0/assets/0"
            },
            {
                "SystemClassHighest",
                "systemClass",
                null,
                "systemClass",
                """{ "confidentiality": "3C", "integrity": "2", "availability": "2", "level": "basic", "ground": "a" }""",
                """{ "confidentiality": "3B", "integrity": "2", "availability": "2", "level": "basic", "ground": "a" }""",
                "/assets/0/confidentiality"
            },
            {
                "SystemClassHighest",
                "systemClass",
                null,
                "systemClass",
                """{ "confidentiality": "3A", "integrity": "1", "availability": "2", "level": "basic", "ground": "a" }""",
                """{ "confidentiality": "3A", "integrity": "2", "availability": "2", "level": "basic", "ground": "a" }""",
                "/assets/0/integrity"
            },
            {
                "SubcontractorsChained",
                "subcontractors",
                null,
                "subcontractors",
                """[{ "name": "a", "work": "a", "place": "a", "tier": 2, "approvedOn": "2026-02-01", "startsOn": "2026-03-01" }]""",
                """[{ "name": "a", "work": "a", "place": "a", "tier": 1, "approvedOn": "2026-02-01", "startsOn": "2026-03-01" }]""",
                "/subcontractors/0"
            },
            {
                "SubcontractorsChained",
                "subcontractors",
                null,
                "subcontractors",
                Below("c", 2, "2026-02-01"),
                Below("b", 2, "2026-02-01"),
                "/subcontractors/0/parent"
            },
            {
                "SubcontractorsChained",
                "subcontractors",
                null,
                "subcontractors",
                Below("b", 3, "2026-02-01"),
                Below("b", 2, "2026-02-01"),
                "/subcontractors/0/parent"
            },
            {
                "SubcontractorsChained",
                "subcontractors",
                null,
                "subcontractors",
                Below("b", 2, "2026-01-31"),
                Below("b", 2, "2026-02-01"),
                "/subcontractors/0/approvedOn"
            },
            {
                "PermissionNumbers",
                "externalServices",
                null,
                "externalServices",
                $"[{Service("bank-transfer", "申請中", "2026-03-01")}]",
                $"[{Service("bank-transfer", "許可第十二号", "2026-03-01")}]",
                "/externalServices/0/permission/number"
            },
            {
                "PermissionNumbers",
                "externalServices",
                null,
                "externalServices",
                $"[{Service("bank-transfer", "第1号", "2026-03-01")}, {Service("other", "第1号", "2026-03-02")}]",
                $"[{Service("bank-transfer", "第1号", "2026-03-01")}, {Service("other", "第1号", "2026-03-01")}]",
                "/externalServices/1/permission"
            },
            {
                "OperationCurrent",
                "operation",
                null,
                "operation",
                """{ "from": "2020-04-01", "until": "2026-03-31" }""",
                """{ "from": "2020-04-01", "until": "2031-03-31" }""",
                "/operation/until"
            },
            {
                "RegisterAgrees",
                "systemRegister",
                null,
                "systemRegister",
                """{ "number": "1", "unit": "a", "administrator": "a", "lines": "なし。", "links": "a", "keys": "a" }""",
                """{ "number": "1", "unit": "a", "administrator": "a", "lines": "専用線", "links": "a", "keys": "a" }""",
                "/systemRegister/lines"
            },
            {
                "RegisterAgrees",
                "systemRegister",
                null,
                "systemRegister",
                """{ "number": "1", "unit": "a", "administrator": "a", "lines": "a", "links": "a", "keys": "該当なし" }""",
                """{ "number": "1", "unit": "a", "administrator": "a", "lines": "a", "links": "a", "keys": "業務課長" }""",
                "/systemRegister/keys"
            },
            {
                "TrafficLimited",
                "specificTraffic",
                null,
                "specificTraffic",
                """[{ "peer": "a", "purpose": "a", "addressLimit": "限っている", "port": 443 }]""",
                """[{ "peer": "a", "purpose": "a", "addressLimit": "ＭＡＣアドレスに限る", "port": 443 }]""",
                "/specificTraffic/0/addressLimit"
            },
            {
                "TrafficLimited",
                "specificTraffic",
                null,
                "specificTraffic",
                $"[{Peer(443)}, {Peer(443)}]",
                $"[{Peer(443)}, {Peer(8443)}]",
                "/specificTraffic/1"
            },
            {
                "DevicesHardened",
                "deviceHardening",
                null,
                "deviceHardening",
                """[{ "device": "複合機", "initialPassword": "まだ変更していない", "functions": "止めた", "exposure": "庁内" }]""",
                """[{ "device": "複合機", "initialPassword": "変更した", "functions": "止めた", "exposure": "庁内" }]""",
                "/deviceHardening/0/initialPassword"
            },
            {
                "DevicesHardened",
                "deviceHardening",
                null,
                "deviceHardening",
                $"[{Hardened("複合機")}, {Hardened("複合機")}]",
                $"[{Hardened("複合機1")}, {Hardened("複合機2")}]",
                "/deviceHardening/1/device"
            },
            {
                "TermsAgree",
                "engagementTerms",
                null,
                "engagementTerms",
                """{ "nonDisclosure": "未締結", "suspension": "第16条" }""",
                """{ "nonDisclosure": "契約書 第8条", "suspension": "第16条" }""",
                "/engagementTerms/nonDisclosure"
            },
            {
                "BackgroundNamed",
                "workforceBackground",
                null,
                "workforceBackground",
                """{ "capital": "a", "officers": "a", "nationality": "なし", "qualification": "a" }""",
                """{ "capital": "a", "officers": "a", "nationality": "作業者名簿", "qualification": "a" }""",
                "/workforceBackground/nationality"
            },
            {
                "ContactReachable",
                "outsideContact",
                null,
                "outsideContact",
                """{ "contact": "総務課", "publishedAt": "https://example.lg.jp/" }""",
                """{ "contact": "総務課 ０００－０００－００００", "publishedAt": "https://example.lg.jp/" }""",
                "/outsideContact/contact"
            },
            {
                "ContactReachable",
                "outsideContact",
                null,
                "outsideContact",
                """{ "contact": "csirt@example.lg.jp", "publishedAt": "http://example.lg.jp/" }""",
                """{ "contact": "csirt@example.lg.jp", "publishedAt": "https://example.lg.jp/" }""",
                "/outsideContact/publishedAt"
            },
            {
                "OwnersKnown",
                "ownership",
                null,
                "ownership",
                """[{ "party": "他社", "headOffice": "JP", "decision": "accept", "ground": "a" }]""",
                """[{ "party": "株式会社サンプル水道システム", "headOffice": "JP", "decision": "accept", "ground": "a" }]""",
                "/ownership"
            },
            {
                "OwnersKnown",
                "ownership",
                null,
                "ownership",
                """[{ "party": "株式会社サンプル水道システム", "headOffice": "JP", "decision": "refuse", "ground": "a" }]""",
                """[{ "party": "株式会社サンプル水道システム", "headOffice": "JP", "decision": "lessen", "ground": "a" }]""",
                "/ownership/0/decision"
            },
            {
                "DomainsOfBody",
                "domains",
                "domains.suffixes",
                "domains",
                """[{ "name": "water.example.com", "use": "a", "dnssec": true, "reviewedOn": "2026-03-01" }]""",
                """[{ "name": "water.example.lg.jp", "use": "a", "dnssec": true, "reviewedOn": "2026-03-01" }]""",
                "/domains/0/name"
            },
            {
                "DomainsOfBody",
                "domains",
                "domains.suffixes",
                "domains",
                """[{ "name": "water.example.com", "use": "a", "dnssec": true, "reviewedOn": "2026-03-01" }]""",
                """[{ "name": "water.example.com", "use": "a", "dnssec": true, "reviewedOn": "2026-03-01", "ground": "a" }]""",
                "/domains/0/name"
            },
            {
                "ServicesAssured",
                "serviceAssurances",
                null,
                "serviceAssurances",
                """[{ "externalService": "other", "terms": "individual", "foreignDisclosure": "a", "keyManagement": "a", "erasure": "a" }]""",
                """[{ "externalService": "bank-transfer", "terms": "individual", "foreignDisclosure": "a", "keyManagement": "a", "erasure": "a" }]""",
                "/serviceAssurances"
            },
            {
                "DaysPast",
                "vendorOath",
                null,
                "vendorOath",
                """{ "document": "a", "submittedOn": "2026-04-02" }""",
                """{ "document": "a", "submittedOn": "2026-04-01" }""",
                "/vendorOath/submittedOn"
            },
            {
                "UniformTermsGrounded",
                "serviceAssurances",
                null,
                "serviceAssurances",
                """[{ "externalService": "bank-transfer", "terms": "uniform", "foreignDisclosure": "a", "keyManagement": "a", "erasure": "a" }]""",
                """[{ "externalService": "bank-transfer", "terms": "uniform", "termsGround": "a","""
                    + """ "foreignDisclosure": "a", "keyManagement": "a", "erasure": "a" }]""",
                "/serviceAssurances/0/terms"
            },
            {
                "UniformTermsGrounded",
                "serviceAssurances",
                null,
                "serviceAssurances",
                """[{ "externalService": "unknown", "terms": "individual", "foreignDisclosure": "a", "keyManagement": "a", "erasure": "a" }]""",
                """[{ "externalService": "bank-transfer", "terms": "individual", "foreignDisclosure": "a", "keyManagement": "a", "erasure": "a" }]""",
                "/serviceAssurances/0/externalService"
            },
            {
                "MediaNumbered",
                "media",
                null,
                "media",
                """[{ "number": "U-1", "kind": "a", "encryption": "a", "keeper": "a", "permission": "a" },"""
                    + """ { "number": "U-1", "kind": "b", "encryption": "a", "keeper": "a", "permission": "a" }]""",
                """[{ "number": "U-1", "kind": "a", "encryption": "a", "keeper": "a", "permission": "a" },"""
                    + """ { "number": "U-2", "kind": "b", "encryption": "a", "keeper": "a", "permission": "a" }]""",
                "/media/1/number"
            },
            { "BetaMeasured", "networkModel", null, "networkModel", "\"beta-prime\"", "\"alpha\"", "/networkModel" },
            {
                "CriteriaDecided",
                "deviceCriteria",
                null,
                "deviceCriteria",
                """{ "document": "a", "decidedOn": "2026-05-01" }""",
                """{ "document": "a", "decidedOn": "2026-03-01" }""",
                "/deviceCriteria/decidedOn"
            },
            {
                "DevicesLabelled",
                "devices",
                "devices.jc-star",
                "devices",
                """[{ "name": "a", "purpose": "a", "jcStar": 0 }]""",
                """[{ "name": "a", "purpose": "a", "jcStar": 0, "selectionGround": "a" }]""",
                "/devices/0/jcStar"
            },
            {
                "TestedRecently",
                "vulnerabilityTests",
                "vulnerability.months",
                "vulnerabilityTests",
                """[{ "scope": "a", "tester": "a", "testedOn": "2026-04-02", "open": { "critical": 0, "high": 0, "medium": 0, "low": 0 } }]""",
                """[{ "scope": "a", "tester": "a", "testedOn": "2026-04-01", "open": { "critical": 0, "high": 0, "medium": 0, "low": 0 } }]""",
                "/vulnerabilityTests/0/testedOn"
            },
            {
                "AssetsClassified",
                "assets",
                null,
                "connections",
                """[{ "host": "a.example.jp", "purpose": "a", "assets": ["letters"], "approvedOn": "2026-03-01" }]""",
                """[{ "host": "a.example.jp", "purpose": "a", "assets": ["bills"], "approvedOn": "2026-03-01" }]""",
                "/connections/0/assets/0"
            },
            {
                "HandlingMatchesClass",
                "assets",
                "handling.by-class",
                "assets",
                """[{ "id": "a", "name": "a", "confidentiality": "2", "integrity": "1", "availability": "1", "owner": "a", "place": "a", "retention": "a" }]""",
                """[{ "id": "a", "name": "a", "confidentiality": "1", "integrity": "1", "availability": "1", "owner": "a", "place": "a", "retention": "a" }]""",
                "/assets/0"
            },
            {
                "FlowsSanitised",
                "flows",
                null,
                "flows",
                """[{ "from": "internet", "to": "lgwan", "purpose": "a", "method": "none", "approvedOn": "2026-03-01" }]""",
                """[{ "from": "internet", "to": "lgwan", "purpose": "a", "method": "file-cdr", "approvedOn": "2026-03-01" }]""",
                "/flows/0/method"
            },
            {
                "ComponentsInZones",
                "components",
                null,
                "components",
                """[{ "id": "a", "name": "a", "kind": "server", "zone": "lgwan" }]""",
                """[{ "id": "a", "name": "a", "kind": "server", "zone": "internet" }]""",
                "/components/0/zone"
            },
            {
                "BreakoutsListed",
                "networkModel",
                null,
                "networkModel",
                "\"alpha-prime\"",
                "\"alpha\"",
                "/networkModel"
            },
            {
                "ApprovedBeforeOperation",
                "connections",
                null,
                "connections",
                """[{ "host": "a.example.jp", "purpose": "a", "approvedOn": "2026-04-02" }]""",
                """[{ "host": "a.example.jp", "purpose": "a", "approvedOn": "2026-04-01" }]""",
                "/connections/0/approvedOn"
            },
            {
                "ServicesPermitted",
                "externalServices",
                null,
                "externalServices",
                """[{ "id": "a", "name": "a", "provider": "a", "confidentiality": "2", "manager": "a","""
                    + """ "permission": { "number": "1", "grantedOn": "2026-05-01" """
                    + """}, "country": "JP", "governingLaw": "a", "exitPlan": "a" }]""",
                """[{ "id": "a", "name": "a", "provider": "a", "confidentiality": "1", "manager": "a" }]""",
                "/externalServices/0"
            },
            {
                "AccountsReviewed",
                "accounts",
                "accounts.review-months",
                "accounts",
                Account("\"reviewedOn\": \"2025-03-31\", \"issuedOn\": \"2024-01-01\""),
                Account("\"reviewedOn\": \"2025-04-01\", \"issuedOn\": \"2024-01-01\""),
                "/accounts/0"
            },
            {
                "AccountsReviewed",
                "accounts",
                "accounts.review-months",
                "accounts",
                Account("\"issuedOn\": \"2024-01-01\""),
                Account("\"issuedOn\": \"2024-01-01\", \"removedOn\": \"2026-03-31\""),
                "/accounts/0"
            },
            {
                "LeaversRemoved",
                "accounts",
                "accounts.leaver-days",
                "accounts",
                Account("\"issuedOn\": \"2024-01-01\", \"leftOn\": \"2026-03-31\""),
                Account("\"issuedOn\": \"2024-01-01\", \"leftOn\": \"2026-03-31\", \"removedOn\": \"2026-03-31\""),
                "/accounts/0"
            },
            {
                "LeaversRemoved",
                "accounts",
                "accounts.leaver-days",
                "accounts",
                Account("\"issuedOn\": \"2024-01-01\", \"leftOn\": \"2026-03-30\", \"removedOn\": \"2026-03-31\""),
                Account("\"issuedOn\": \"2024-01-01\", \"leftOn\": \"2026-04-01\""),
                "/accounts/0"
            },
            {
                "PrivilegesInTime",
                "accounts",
                null,
                "accounts",
                Account(
                    "\"issuedOn\": \"2024-01-01\", \"holder\": \"a\", \"validUntil\": \"2026-03-31\"",
                    privileged: true
                ),
                Account(
                    "\"issuedOn\": \"2024-01-01\", \"holder\": \"a\", \"validUntil\": \"2026-04-01\"",
                    privileged: true
                ),
                "/accounts/0/validUntil"
            },
            {
                "SupportCoversOperation",
                "software",
                null,
                "software",
                """[{ "name": "a", "version": "1", "licence": "MIT", "supportEndsOn": "2031-03-30" }]""",
                """[{ "name": "a", "version": "1", "licence": "MIT", "supportEndsOn": "2031-03-31" }]""",
                "/software/0/supportEndsOn"
            },
            {
                "SupportCoversOperation",
                "software",
                null,
                "software",
                """[{ "name": "a", "version": "1", "licence": "MIT", "supportEndsOn": "2026-03-31", "supportPlan": "a" }]""",
                """[{ "name": "a", "version": "1", "licence": "MIT", "supportEndsOn": "2026-04-01", "supportPlan": "a" }]""",
                "/software/0/supportEndsOn"
            },
            {
                "TestedRecently",
                "vulnerabilityTests",
                "vulnerability.months",
                "vulnerabilityTests",
                """[{ "scope": "a", "tester": "a", "testedOn": "2025-03-31", "open": { "critical": 0, "high": 0, "medium": 0, "low": 0 } }]""",
                """[{ "scope": "a", "tester": "a", "testedOn": "2024-03-31", "open": { "critical": 0, "high": """
                    + """0, "medium": 0, "low": 0 } }, { "scope": "a", "tester": "a", "testedOn": "2025-04-01", "open": """
                    + """{ "critical": 0, "high": 0, "medium": 0, "low": 0 } }]""",
                "/vulnerabilityTests/0"
            },
            {
                "RestoreTested",
                "backups",
                "backups.restore-months",
                "backups",
                """[{ "target": "a", "cycle": "a", "generations": 3, "place": "a", "offline": true }]""",
                """[{ "target": "a", "cycle": "a", "generations": 3, "place": "a", "offline": true, "restoreTestedOn": "2025-04-01" }]""",
                "/backups/0"
            },
            {
                "TrainedRecently",
                "training",
                "training.months",
                "training",
                """[{ "topic": "a", "heldOn": "2025-03-31", "participants": 1 }]""",
                """[{ "topic": "a", "heldOn": "2020-03-31", "participants": 1 }, { "topic": "a", "heldOn": "2025-04-01", "participants": 1 }]""",
                "/training/0/heldOn"
            },
            {
                "ApproverNotApplicant",
                "changes",
                null,
                "changes",
                """[{ "version": "1", "summary": "a", "approvedOn": "2026-03-01", "approvedBy": "株式会社サンプル水道システム" }]""",
                """[{ "version": "1", "summary": "a", "approvedOn": "2026-03-01", "approvedBy": "情報システム管理者" }]""",
                "/changes/0/approvedBy"
            },
            {
                "DisposalCertified",
                "disposals",
                "disposal.destruction-zones",
                "disposals",
                """[{ "item": "a", "method": "destruction", "disposedOn": "2026-03-01", "witness": "a" }]""",
                """[{ "item": "a", "method": "destruction", "disposedOn": "2026-03-01", "witness": "a", "certificate": "1" }]""",
                "/disposals/0"
            },
            {
                "DisposalCertified",
                "disposals",
                "disposal.destruction-zones",
                "disposals",
                """[{ "item": "a", "method": "overwriting", "disposedOn": "2026-03-01", "witness": "a", "certificate": "1" }]""",
                """[{ "item": "a", "method": "return", "disposedOn": "2026-03-01", "witness": "a", "certificate": "1" }]""",
                "/disposals/0/method"
            },
            {
                "StrengthCoversOperation",
                "cryptography",
                null,
                "cryptography",
                Cipher("MD5", null),
                Cipher("SHA-256", null),
                "/cryptography/0/algorithm"
            },
            {
                "StrengthCoversOperation",
                "cryptography",
                null,
                "cryptography",
                Cipher("3DES", 168),
                Cipher("aes", 128),
                "/cryptography/0/algorithm"
            },
            {
                "StrengthCoversOperation",
                "cryptography",
                null,
                "cryptography",
                Cipher("RSA-PSS", 2048),
                Cipher("RSA-PSS", 3072),
                "/cryptography/0"
            },
            {
                "StrengthCoversOperation",
                "cryptography",
                null,
                "cryptography",
                Cipher("RSA-PSS", 2048, 2031),
                Cipher("RSA-PSS", 2048, 2030),
                "/cryptography/0"
            },
            {
                "StrengthCoversOperation",
                "cryptography",
                null,
                "cryptography",
                Cipher("AES", null),
                Cipher("ECDSA", 256),
                "/cryptography/0"
            },
            {
                "StrengthCoversOperation",
                "cryptography",
                null,
                "cryptography",
                Cipher("RSA-PSS", 1024),
                Cipher("Ed25519", 256),
                "/cryptography/0"
            },
            { "WaiversLive", "waivers", null, "waivers", """["w-2026-999"]""", """["w-2026-001"]""", "/waivers/0" },
            {
                "BreachReported",
                "incidentResponse",
                "personal-data.people",
                "incidentResponse",
                """{ "notApplicable": "a" }""",
                """{ "contacts": [{ "role": "a", "contact": "1" }], "firstNoticeHours": 1, "finalReportDays": 30 }""",
                "/personalData"
            },
            {
                "AvailabilityPlanned",
                "availability",
                null,
                "backups",
                """{ "notApplicable": "a" }""",
                """[{ "target": "a", "cycle": "a", "generations": 3, "place": "a", "offline": true }]""",
                "/assets"
            },
        };

    private static string Peer(int port) =>
        $$"""{ "peer": "a", "purpose": "a", "addressLimit": "192.0.2.1", "port": {{port}} }""";

    private static string Hardened(string device) =>
        $$"""{ "device": "{{device}}", "initialPassword": "変更した", "functions": "止めた", "exposure": "庁内" }""";

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_predicate_finds_what_it_is_for_and_nothing_one_change_away(
        string predicate,
        string subject,
        string? parameter,
        string member,
        string bad,
        string good,
        string pointer
    )
    {
        // The subject of these two is the topic that the predicate looks at from another.
        if (predicate == "BreachReported")
            subject = "personalData";
        var check = new DeclarationCheck
        {
            Subject = subject,
            Expectation = "期待",
            Predicate = Enum.Parse<DeclarationPredicate>(predicate),
            Parameter = parameter is null ? null : ParameterId.Parse(parameter),
        };
        ReadResult<PolicyKit.Systems.SystemDeclaration> With(string value) =>
            Sample.SystemWith(json => (json["stage"], json[member]) = ("development", JsonNode.Parse(value)));
        var found = Sample.Judge(check, "2026-04-01", With(bad), waivers: Sample.Waivers);
        Assert.True(found.State.IsBreach(), found.State + " " + found.Reasons);
        Assert.Contains(pointer, found.Reasons.Select(r => r.Location!.Pointer));
        Assert.All(found.Reasons, r => Assert.True(r.Location!.Start.Line > 1));
        var silent = Sample.Judge(check, "2026-04-01", With(good), waivers: Sample.Waivers);
        Assert.True(silent.State == ComplianceState.Satisfied, silent.State + " " + silent.Reasons);
    }

    [Fact]
    public void Every_predicate_is_tried() =>
        Assert.Equal(
            Enum.GetNames<DeclarationPredicate>()
                .Except([
                    nameof(DeclarationPredicate.ApprovalBeforeStart),
                    nameof(DeclarationPredicate.ContractCurrent),
                    nameof(DeclarationPredicate.ExceptionsAgree),
                ])
                .Order(StringComparer.Ordinal),
            Cases.Select(c => (string)((object[])c)[0]).Distinct().Order(StringComparer.Ordinal)
        );

    // What is said not to apply, though another topic says otherwise.
    [Theory]
    [InlineData("ServicesAssured", "serviceAssurances", null)]
    [InlineData("CriteriaDecided", "deviceCriteria", null)]
    [InlineData("AvailabilityPlanned", "availability", null)]
    [InlineData("BreachReported", "incidentResponse", "personal-data.people")]
    public void A_topic_does_not_say_away_what_another_topic_shows(string predicate, string subject, string? parameter)
    {
        var check = new DeclarationCheck
        {
            Subject = subject,
            Expectation = "期待",
            Predicate = Enum.Parse<DeclarationPredicate>(predicate),
            Parameter = parameter is null ? null : ParameterId.Parse(parameter),
        };
        ReadResult<PolicyKit.Systems.SystemDeclaration> Without(params string[] others) =>
            Sample.SystemWith(json =>
            {
                json["stage"] = "development";
                foreach (var topic in others.Append(subject))
                    json[topic] = JsonNode.Parse("""{ "notApplicable": "要らない" }""");
            });
        Assert.Equal(ComplianceState.Violated, Sample.Judge(check, "2026-04-01", Without()).State);
        Assert.Equal(
            ComplianceState.NotApplicable,
            Sample.Judge(check, "2026-04-01", Without("externalServices", "devices", "assets", "personalData")).State
        );
    }

    // The reader finds this one already: the declaration has a value all the same, and the control is violated.
    // The rest of the declaration shows what is said not to apply, whatever the check itself looks at.
    [Theory]
    [InlineData("systemClass", "assets")]
    [InlineData("personalData", "assets")]
    [InlineData("assets", "personalData")]
    [InlineData("contract", "workforce")]
    [InlineData("externalServices", "connections")]
    [InlineData("logs", "accounts")]
    [InlineData("patching", "software")]
    [InlineData("incidentResponse", "personalData")]
    public void A_topic_that_is_said_not_to_apply_is_contradicted_by_another(string subject, string other)
    {
        var check = new DeclarationCheck { Subject = subject, Expectation = "期待" };
        ReadResult<PolicyKit.Systems.SystemDeclaration> NotApplicable(params string[] topics) =>
            Sample.SystemWith(json =>
            {
                json["stage"] = "development";
                foreach (var topic in topics)
                    json[topic] = JsonNode.Parse("""{ "notApplicable": "要らない" }""");
                json["components"] = JsonNode.Parse("""{ "notApplicable": "要らない" }""");
                json["subcontractors"] = JsonNode.Parse("""{ "notApplicable": "要らない" }""");
                json["engagementTerms"] = JsonNode.Parse("""{ "notApplicable": "要らない" }""");
                json["serviceAssurances"] = JsonNode.Parse("""{ "notApplicable": "要らない" }""");
            });
        var contradicted = Sample.Judge(check, "2026-04-01", NotApplicable(subject));
        Assert.Equal(ComplianceState.Violated, contradicted.State);
        Assert.Contains($"`{other}`", contradicted.Reasons[0].Message.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ComplianceState.NotApplicable,
            Sample.Judge(check, "2026-04-01", NotApplicable(subject, other)).State
        );
    }

    [Theory]
    [InlineData("2031-03-31", "2031-03-31", ComplianceState.Satisfied)]
    [InlineData("2031-04-01", "2031-03-31", ComplianceState.Overdue)]
    [InlineData("2031-04-01", null, ComplianceState.Satisfied)]
    public void A_contract_that_has_ended_is_found(string asOf, string? endsOn, ComplianceState state)
    {
        var check = new DeclarationCheck
        {
            Subject = "contract",
            Expectation = "期待",
            Predicate = DeclarationPredicate.ContractCurrent,
        };
        var system = Sample.SystemWith(json => json["contract"]!["endsOn"] = endsOn);
        if (endsOn is null)
            system = Sample.System;
        Assert.Equal(state, Sample.Judge(check, asOf, system).State);
    }

    [Theory]
    [InlineData("なし", ComplianceState.Violated)]
    [InlineData("許可の都度、期限を切って解く", ComplianceState.Satisfied)]
    public void A_lock_without_exceptions_has_no_media_beside_it(string exceptions, ComplianceState state)
    {
        var check = new DeclarationCheck
        {
            Subject = "exportLock",
            Expectation = "期待",
            Predicate = DeclarationPredicate.ExceptionsAgree,
        };
        var system = Sample.SystemWith(json =>
        {
            json["exportLock"] = new JsonObject { ["setting"] = "禁じる", ["exceptions"] = exceptions };
            json["media"] = JsonNode.Parse(
                """[{ "number": "U-1", "kind": "USBメモリ", "encryption": "AES-256", "keeper": "業務課長", "permission": "第1号" }]"""
            );
        });
        Assert.Equal(state, Sample.Judge(check, "2026-04-01", system).State);
    }

    [Theory]
    [InlineData(443, ComplianceState.Satisfied)]
    [InlineData(8443, ComplianceState.Violated)]
    public void A_connection_of_the_zone_has_a_peer_of_its_port(int port, ComplianceState state)
    {
        var check = new DeclarationCheck
        {
            Subject = "specificTraffic",
            Expectation = "期待",
            Predicate = DeclarationPredicate.TrafficLimited,
        };
        var standard = Sample.StandardOf(check);
        standard = standard with
        {
            Controls = ValueList.Create(
                standard.Controls[0] with
                {
                    AppliesTo = new Applicability(null, null, null, ValueList.Create(Sample.System.Value!.Zones[0])),
                }
            ),
        };
        var system = Sample.SystemWith(json =>
        {
            json["connections"]![0]!["zone"] = json["zones"]![0]!.GetValue<string>();
            json["connections"]![0]!["port"] = port;
            json["specificTraffic"] = JsonNode.Parse(
                """[{ "peer": "a", "purpose": "a", "addressLimit": "192.0.2.1", "port": 443 }]"""
            );
        });
        Assert.Equal(
            state,
            Assert
                .Single(Assert.Single(Sample.Evaluate("2026-04-01", system, standard: standard).Controls).Checks)
                .State
        );
    }

    [Fact]
    public void A_subcontractor_that_began_before_the_approval_violates_the_control()
    {
        var check = new DeclarationCheck
        {
            Subject = "subcontractors",
            Expectation = "期待",
            Predicate = DeclarationPredicate.ApprovalBeforeStart,
        };
        ReadResult<PolicyKit.Systems.SystemDeclaration> With(string starts) =>
            Sample.SystemWith(json =>
                json["subcontractors"] = JsonNode.Parse(
                    $$"""[{ "name": "a", "work": "a", "place": "a", "tier": 1, "approvedOn": "2026-01-10", "startsOn": "{{starts}}" }]"""
                )
            );
        Assert.Equal(ComplianceState.Violated, Sample.Judge(check, "2026-04-01", With("2026-01-09")).State);
        Assert.Equal(ComplianceState.Satisfied, Sample.Judge(check, "2026-04-01", With("2026-01-10")).State);
    }

    [Theory]
    [InlineData("11", ComplianceState.Violated)]
    [InlineData("12", ComplianceState.Satisfied)]
    [InlineData("13", ComplianceState.Satisfied)]
    public void A_schema_takes_its_threshold_from_the_parameter(string months, ComplianceState state)
    {
        var check = new DeclarationCheck
        {
            Subject = "logs",
            Expectation = "12か月以上",
            Schema = JsonFragment.Parse(
                """{ "items": { "properties": { "retentionMonths": { "minimum": { "$parameter": "logs.retention-months" } } } } }"""
            ),
        };
        var result = Sample.Judge(
            check,
            "2026-04-01",
            Sample.SystemWith(json => json["logs"]![0]!["retentionMonths"] = JsonNode.Parse(months))
        );
        Assert.Equal(state, result.State);
        if (state == ComplianceState.Violated)
            Assert.Equal("/logs/0/retentionMonths", Assert.Single(result.Reasons).Location!.Pointer);
    }

    [Fact]
    public void What_is_not_declared_is_not_satisfied()
    {
        var check = new DeclarationCheck { Subject = "logs", Expectation = "ログがある" };
        Assert.Equal(
            ComplianceState.NotEvidenced,
            Sample
                .Judge(
                    check,
                    "2026-04-01",
                    Sample.SystemWith(json =>
                    {
                        json["stage"] = "development";
                        json.Remove("logs");
                    })
                )
                .State
        );
        var notApplicable = Sample.Judge(
            check,
            "2026-04-01",
            Sample.SystemWith(json =>
            {
                json["accounts"] = JsonNode.Parse("""{ "notApplicable": "利用者がいない" }""");
                json["logs"] = JsonNode.Parse("""{ "notApplicable": "記録する操作がない" }""");
            })
        );
        Assert.Equal(ComplianceState.NotApplicable, notApplicable.State);
        Assert.Contains(
            "記録する操作がない",
            Assert.Single(notApplicable.Reasons).Message.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_schema_that_cannot_be_compiled_satisfies_nothing() =>
        Assert.Equal(
            ComplianceState.Violated,
            Sample
                .Judge(
                    new DeclarationCheck
                    {
                        Subject = "logs",
                        Expectation = "a",
                        Schema = JsonFragment.Parse("""{ "pattern": "(" }"""),
                    },
                    "2026-04-01"
                )
                .State
        );

    [Fact]
    public void Every_declaration_check_of_the_baseline_holds_on_the_conforming_example()
    {
        var results = Sample
            .Evaluate("2026-04-01", waivers: Sample.Waivers)
            .Controls.SelectMany(c => c.Checks.Select(k => (c.Control.Id, Result: k)))
            .Where(c => c.Result.Check is DeclarationCheck)
            .ToList();
        Assert.True(results.Count > 55);
        Assert.All(
            results,
            r =>
                Assert.True(
                    r.Result.State is ComplianceState.Satisfied or ComplianceState.NotApplicable,
                    $"{r.Id} {r.Result.State} {r.Result.Reasons}"
                )
        );
    }

    private static string Account(string rest, bool privileged = false) =>
        $$"""[{ "id": "a", "owner": "a", "role": "a", "privileged": {{(privileged ? "true" : "false")}}, "shared": false, "multiFactor": true, {{rest}} }]""";

    private static string Cipher(string algorithm, int? bits, int renewal = 2040) =>
        $$"""[{ "algorithm": "{{algorithm}}", {{(bits is null ? "" : $"\"keyBits\": {bits},")}} "purpose": "a", "renewalYear": {{renewal}} }]""";

    private static string Assets(string confidentiality) =>
        $$"""
            [{
              "id": "bills", "name": "a", "confidentiality": "{{confidentiality}}", "integrity": "1",
              "availability": "1", "owner": "a", "place": "a", "retention": "a"
            }]
            """;

    // One that names another as the one it works for.
    private static string Below(string parent, int tier, string approvedOn) =>
        $$"""
            [
              {
                "name": "a", "work": "a", "place": "a", "tier": {{tier}}, "approvedOn": "{{approvedOn}}",
                "startsOn": "2026-03-01", "parent": "{{parent}}"
              },
              {
                "name": "b", "work": "a", "place": "a", "tier": 1, "approvedOn": "2026-02-01",
                "startsOn": "2026-03-01"
              }
            ]
            """;

    private static string Service(string id, string number, string grantedOn) =>
        $$"""
            {
              "id": "{{id}}", "name": "a", "provider": "a", "confidentiality": "2", "manager": "a",
              "permission": { "number": "{{number}}", "grantedOn": "{{grantedOn}}" },
              "country": "JP", "governingLaw": "a", "exitPlan": "a"
            }
            """;
}
