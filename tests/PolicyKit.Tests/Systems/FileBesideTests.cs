using PolicyKit.Compliance;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Tests.Compliance;

namespace PolicyKit.Tests.Systems;

/// <summary>What a file beside the declaration shows to be wrong in it breaches the checks of that topic.</summary>
public sealed class FileBesideTests
{
    [Theory]
    [InlineData("/sbom/sha256", ComplianceState.Violated)]
    [InlineData("/sbomOther/sha256", ComplianceState.Satisfied)]
    public void Breaches_its_topic_and_no_other(string pointer, ComplianceState state)
    {
        var check = new DeclarationCheck { Subject = "sbom", Expectation = "a" };
        var otherHash = new Problem(
            ReadContext.Messages.Message("system.bad-host", "a"),
            Severity.Error,
            Location.StartOf("system.json") with
            {
                Pointer = pointer,
            }
        );
        var system = Sample.System with { Problems = ValueList.Create(otherHash) };
        Assert.Equal(state, Sample.Judge(check, "2026-06-01", system).State);
    }
}
