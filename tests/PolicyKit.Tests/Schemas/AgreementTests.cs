using CsCheck;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

namespace PolicyKit.Tests.Schemas;

/// <summary>Model and schema agree: whatever the model writes is valid, and whatever is valid is read and written back unchanged.</summary>
public sealed class AgreementTests
{
    // What a schema cannot say of a value that it allows: relations between members, and names that must exist.
    private static readonly string[] BeyondSchemas =
    [
        "read.duplicate-id",
        "read.bad-body-code",
        "policy.adoption-dates-differ",
        "policy.layout-incomplete",
        "system.period-reversed",
        "system.contract-reversed",
        "system.flow-within-zone",
        "system.before-issue",
        "system.start-before-approval",
        "system.retest-before-test",
        "system.connection-twice",
        "system.unknown-country",
        "waivers.self-approved",
        "waivers.before-decision",
        "waivers.period-reversed",
        "waivers.review-after-expiry",
        "waivers.review-before-start",
        "waivers.path-never-fits",
        "evidence.self-judged",
        "evidence.years-reversed",
        "evidence.before-fiscal-year",
        "evidence.after-fiscal-year",
        "evidence.years-too-far",
        "evidence.cases-contradict",
        "evidence.closed-before-found",
        "policy.promulgated-before-decision",
        "standard.unknown-risk-level",
        "standard.uneven-risk-matrix",
    ];

    [Fact]
    public void Every_policy_is_written_valid_and_read_back_equal() =>
        WritesWhatItReads<SecurityPolicy>(
            DocumentKind.Policy,
            PolicySerializer.Read,
            p => PolicySerializer.Write(p),
            500
        );

    [Fact]
    public void Every_standard_is_written_valid_and_read_back_equal() =>
        WritesWhatItReads<SecurityStandard>(
            DocumentKind.Standard,
            StandardSerializer.Read,
            s => StandardSerializer.Write(s),
            500
        );

    [Fact]
    public void Every_declaration_is_written_valid_and_read_back_equal() =>
        WritesWhatItReads<SystemDeclaration>(
            DocumentKind.System,
            SystemSerializer.Read,
            s => SystemSerializer.Write(s),
            500
        );

    [Fact]
    public void Every_waiver_register_is_written_valid_and_read_back_equal() =>
        WritesWhatItReads<WaiverRegister>(
            DocumentKind.Waivers,
            WaiverSerializer.Read,
            w => WaiverSerializer.Write(w),
            500
        );

    [Fact]
    public void Every_evidence_register_is_written_valid_and_read_back_equal() =>
        WritesWhatItReads<EvidenceRegister>(
            DocumentKind.Evidence,
            EvidenceSerializer.Read,
            e => EvidenceSerializer.Write(e),
            500
        );

    [Fact]
    public void Every_valid_policy_is_read_and_written_unchanged() =>
        ReadsWhatIsValid(DocumentKind.Policy, PolicySerializer.Read, p => PolicySerializer.Write(p));

    [Fact]
    public void Every_valid_standard_is_read_and_written_unchanged() =>
        ReadsWhatIsValid(DocumentKind.Standard, StandardSerializer.Read, s => StandardSerializer.Write(s), 6_000);

    [Fact]
    public void Every_valid_declaration_is_read_and_written_unchanged() =>
        ReadsWhatIsValid(DocumentKind.System, SystemSerializer.Read, s => SystemSerializer.Write(s), 4_000);

    [Fact]
    public void Every_valid_waiver_register_is_read_and_written_unchanged() =>
        ReadsWhatIsValid(DocumentKind.Waivers, WaiverSerializer.Read, w => WaiverSerializer.Write(w));

    [Fact]
    public void Every_valid_evidence_register_is_read_and_written_unchanged() =>
        ReadsWhatIsValid(DocumentKind.Evidence, EvidenceSerializer.Read, e => EvidenceSerializer.Write(e));

    private static void WritesWhatItReads<T>(
        DocumentKind kind,
        Func<SourceDocument, ReadResult<T>> read,
        Func<T, string> write,
        int count
    )
        where T : class =>
        ModelGen
            .Of<T>()
            .Sample(
                value =>
                {
                    var text = write(value);
                    var document = SourceDocument.FromText("model.json", text);
                    var problems = DocumentSchemas.Validate(document, DocumentSchemas.Of(kind));
                    Assert.True(
                        problems.Count == 0,
                        $"{problems.FirstOrDefault()?.Location} {problems.FirstOrDefault()?.Message}\n{text}"
                    );
                    var result = read(document);
                    Assert.All(result.Problems, p => Assert.Contains(p.Code, BeyondSchemas));
                    Assert.Equal(value, result.Value);
                },
                iter: count
            );

    private static void ReadsWhatIsValid<T>(
        DocumentKind kind,
        Func<SourceDocument, ReadResult<T>> read,
        Func<T, string> write,
        int count = 2_000
    )
        where T : class
    {
        var valid = 0;
        SchemaGen
            .Of(DocumentSchemas.Source(kind).Content)
            .Sample(
                text =>
                {
                    var document = SourceDocument.FromText("instance.json", text);
                    if (DocumentSchemas.Validate(document, DocumentSchemas.Of(kind)).Count > 0)
                        return;
                    Interlocked.Increment(ref valid);
                    var result = read(document);
                    Assert.All(
                        result.Problems,
                        p => Assert.True(BeyondSchemas.Contains(p.Code), $"{p.Location} {p.Code} {p.Message}\n{text}")
                    );
                    // A body code with a wrong check digit has no value.
                    if (result.Problems.Any(p => p.Code == "read.bad-body-code"))
                        return;
                    Assert.NotNull(result.Value);
                    Assert.Equal(SchemaGen.Canonical(text), SchemaGen.Canonical(write(result.Value)));
                },
                iter: count
            );
        Assert.True(valid > 500, $"only {valid} instances were valid");
    }
}
