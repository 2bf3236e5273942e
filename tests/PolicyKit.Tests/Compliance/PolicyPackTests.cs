using PolicyKit.Packs;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Testing;

namespace PolicyKit.Tests.Compliance;

/// <summary>The first body's policy, a standard that imports nothing and the example's declaration, with one thing changed at a time.</summary>
public sealed class PolicyPackTests
{
    private static readonly KnownRules Rules = new(
        new[] { ("PK3002", "connections.schemes"), ("PK6001", ""), ("PK6101", "credentials.names") }.Select(
            r => new KeyValuePair<RuleId, ValueList<ParameterId>>(
                RuleId.Parse(r.Item1),
                r.Item2.Length == 0 ? ValueList<ParameterId>.Empty : ValueList.Create(ParameterId.Parse(r.Item2))
            )
        )
    );

    [Fact]
    public void Reads_the_real_files_without_a_problem()
    {
        var pack = Load();
        Assert.Empty(pack.Problems);
        Assert.True(pack.IsComplete && pack.System is not null);
        Assert.True(pack.System!.Declares("TRANSFER.bank.example.jp"));
        Assert.True(pack.System.DeclaresPublic("tariffs/{year}"));
        Assert.False(pack.System.DeclaresPublic("/bills"));
    }

    [Theory]
    [InlineData("standard", "\"measures.resilience\"]", "\"measures.resiliense\"]", "reference.unknown-provision")]
    [InlineData("standard", "\"threats.disaster\"]", "\"threats.flood\"]", "reference.unknown-provision")]
    [InlineData(
        "standard",
        "\"parameters\": [\"credentials.names\"",
        "\"parameters\": [\"credentials.name\"",
        "reference.unknown-parameter"
    )]
    [InlineData("standard", "\"rule\": \"PK6001\"", "\"rule\": \"PK6099\"", "reference.unknown-rule")]
    [InlineData(
        "standard",
        "\"id\": \"connections.schemes\"",
        "\"id\": \"connections.other\"",
        "reference.missing-parameter",
        "reference.unknown-parameter"
    )]
    [InlineData(
        "standard",
        "\"policy\": \"moh-sewerage.basic-policy\"",
        "\"policy\": \"elsewhere\"",
        "reference.unknown-policy"
    )]
    [InlineData("standard", "\"subject\": \"vendor\"", "\"subject\": \"vender\"", "reference.unknown-subject")]
    [InlineData(
        "standard",
        "\"notMachineCheckable\"",
        "\"checks\": [{ \"kind\": \"source\", \"rule\": \"PK6001\", \"severity\": \"error\" }], \"notMachineCheckable\"",
        "standard.checks-and-not-checkable"
    )]
    [InlineData(
        "standard",
        "\"notMachineCheckable\": \"配線の状態は現地で見るほかなく、機械で確認できるデータがない\"",
        "\"checks\": []",
        "read.empty-list"
    )]
    [InlineData("system", "\"zones\": [\"internet\"]", "\"zones\": [\"lgwan\"]", "reference.unknown-zone")]
    [InlineData("system", "\"service\": \"bank-transfer\"", "\"service\": \"bank\"", "reference.unknown-service")]
    [InlineData("system", "\"assets\": [\"bills\"]", "\"assets\": [\"invoices\"]", "reference.unknown-asset")]
    [InlineData(
        "system",
        "\"host\": \"transfer.bank.example.jp\"",
        "\"host\": \"https://transfer.bank.example.jp\"",
        "system.bad-host"
    )]
    [InlineData("system", "\"until\": \"2031-03-31\"", "\"until\": \"2021-03-31\"", "system.period-reversed")]
    [InlineData("system", "\"port\": 443", "\"port\": 70000", "read.out-of-range")]
    [InlineData("system", "\"confidentiality\": \"3B\"", "\"confidentiality\": \"3\"", "read.unknown-word")]
    [InlineData("system", "\"kind\": \"system\"", "\"kind\": \"sistem\"", "read.no-kind")]
    public void Reports_what_names_nothing(string file, string from, string to, params string[] codes)
    {
        var problems = Load((file, from, to)).Problems;
        Assert.Equal(codes, problems.Select(p => p.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.True(p.Location.Start.Line > 1));
    }

    [Theory]
    [InlineData(
        "src/PolicyKit.Packs.MunicipalBaseline/standard.json",
        "\"minimum\": { \"$parameter\": \"logs.retention-months\" }",
        "\"minimum\": { \"$parameter\": \"logs.retention-month\" }",
        "reference.unknown-parameter"
    )]
    [InlineData(
        "src/PolicyKit.Packs.MunicipalBaseline/standard.json",
        "\"every\": \"logs.review-months\"",
        "\"every\": \"logs.review-month\"",
        "reference.unknown-parameter"
    )]
    [InlineData(
        "src/PolicyKit.Packs.MunicipalBaseline/standard.json",
        "\"attestedBy\": [\"audit-officer\"]",
        "\"attestedBy\": [\"audit-office\"]",
        "reference.unknown-role"
    )]
    [InlineData(
        "examples/pack-of-another-body/standard.json",
        "\"tighten\": [",
        "\"tighten\": [{ \"control\": \"technical.logs\", \"checks\": [{ \"kind\": \"evidence\", "
            + "\"record\": \"audit\", \"cadence\": \"period\", \"every\": \"no.such\" }, { \"kind\": "
            + "\"source\", \"rule\": \"PK6999\", \"severity\": \"error\" }] },",
        "reference.unknown-parameter",
        "reference.unknown-rule"
    )]
    public void Reports_what_names_nothing_in_a_standard_that_is_imported_or_tailored(
        string path,
        string from,
        string to,
        params string[] codes
    )
    {
        var files = new[]
        {
            "examples/pack-of-another-body/policy.json",
            "examples/pack-of-another-body/standard.json",
            "src/PolicyKit.Packs.MunicipalBaseline/standard.json",
        }.Select(p =>
        {
            var text = File.ReadAllText(Repository.PathOf(p));
            if (p != path)
                return SourceDocument.FromText(p, text);
            Assert.Contains(from, text, StringComparison.Ordinal);
            return SourceDocument.FromText(p, text.Replace(from, to, StringComparison.Ordinal));
        });
        var problems = PolicyPack
            .Load(files, OfTheBaseline())
            .Problems.Where(p => p.Code != "tailoring.other-hash")
            .ToList();
        Assert.Equal(codes, problems.Select(p => p.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.Equal(path, p.Location.File));
    }

    [Fact]
    public void Does_not_care_in_which_order_files_come()
    {
        var files = Files().ToList();
        var (one, other) = (PolicyPack.Load(files, Rules), PolicyPack.Load(Enumerable.Reverse(files), Rules));
        Assert.Equal(one.Files.Select(f => f.Path), other.Files.Select(f => f.Path));
    }

    [Theory]
    [InlineData(DocumentKind.System)]
    [InlineData(DocumentKind.Policy)]
    [InlineData(DocumentKind.Standard)]
    public void A_file_that_is_added_later_counts_as_one_that_was_there(DocumentKind kind)
    {
        var files = Files(("system", "\"sewerage-billing\"", "\"Sewerage\"")).ToList();
        var whole = PolicyPack.Load(files, Rules);
        var grown = PolicyPack.Load(files.Where(f => f.Kind != kind), Rules).With(files.Where(f => f.Kind == kind));
        Assert.NotEmpty(whole.Problems);
        Assert.Equal(whole.Problems, grown.Problems);
        Assert.Equal(whole.Files, grown.Files);
        Assert.Equal((whole.Policy, whole.Standard, whole.System), (grown.Policy, grown.Standard, grown.System));
    }

    [Fact]
    public void A_second_declaration_is_one_too_many_when_it_is_added_later()
    {
        var system = Files().Single(f => f.Kind == DocumentKind.System);
        var other = SourceDocument.FromText("other.json", system.Content);
        Assert.Contains(Load().With([other]).Problems, p => p.Code == "pack.two-files");
    }

    [Fact]
    public void The_standard_is_not_read_again_for_a_declaration()
    {
        var pack = PolicyPack.Load(Files().Where(f => f.Kind != DocumentKind.System), Rules);
        var grown = pack.With(Files().Where(f => f.Kind == DocumentKind.System));
        Assert.Same(pack.Standard, grown.Standard);
        Assert.Same(pack.Policy, grown.Policy);
        Assert.NotNull(grown.System);
    }

    [Fact]
    public void Says_so_when_there_are_two_policies() =>
        Assert.Contains(
            PolicyPack.Load(Files().Append(SourceDocument.FromText("other.json", Files().First().Content))).Problems,
            p => p.Code == "pack.two-files"
        );

    [Fact]
    public void Cites_the_provisions_and_the_controls_of_a_rule()
    {
        var basis = Load().BasisOf(RuleId.Parse("PK6101"), ValueList<ProvisionId>.Empty);
        Assert.Equal("基本方針 6(6)・対策基準 6.2-04", basis.Citation);
        Assert.Equal("基本方針 6(6) 技術的セキュリティ ・ 対策基準 6.2-04", basis.LongCitation);
        Assert.Equal(Severity.Error, basis.Severity);
        Assert.Null(Load().BasisOf(RuleId.Parse("PK9999"), ValueList<ProvisionId>.Empty).Severity);
    }

    // Which rules there are is a matter of the analyzers: here it is those that the baseline names.
    private static KnownRules OfTheBaseline() =>
        new(
            Sample
                .Baseline.Value!.Controls.SelectMany(c => c.Checks)
                .OfType<SourceCheck>()
                .Select(c => c.Rule)
                .Distinct()
                .Select(r => new KeyValuePair<RuleId, ValueList<ParameterId>>(r, ValueList<ParameterId>.Empty))
        );

    private static PolicyPack Load((string File, string From, string To)? change = null) =>
        PolicyPack.Load(Files(change), Rules);

    private static IEnumerable<SourceDocument> Files((string File, string From, string To)? change = null)
    {
        foreach (
            var (name, path) in new[]
            {
                ("policy", "src/PolicyKit.Packs.MohSewerage/policy.json"),
                ("standard", "tests/Shared/flat.standard.json"),
                ("system", "examples/sewerage-billing/system.json"),
            }
        )
        {
            var text = File.ReadAllText(Repository.PathOf(path));
            if (change is { } c && c.File == name)
            {
                Assert.Contains(c.From, text, StringComparison.Ordinal);
                text = text.Replace(c.From, c.To, StringComparison.Ordinal);
            }

            yield return SourceDocument.FromText(path, text);
        }
    }
}
