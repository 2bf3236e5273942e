using PolicyKit.Checking;

namespace PolicyKit.Bypass.Tests;

/// <summary>Ways to keep code from being checked, against a check and against a build with the body's pack.</summary>
public sealed class MatrixTests(MatrixRun run, MatrixBuild build) : IClassFixture<MatrixRun>, IClassFixture<MatrixBuild>
{
    public static TheoryData<string> Ids => [.. Vectors.All.Select(v => v.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_makes_of_a_vector_what_the_threat_model_says(string id)
    {
        var vector = Vectors.All.Single(v => v.Id == id);
        Assert.True(vector.Expected == run.Of(vector), $"{vector}: {run.Of(vector)}\n{Said(vector)}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_build_with_the_pack_makes_of_a_vector_what_the_threat_model_says(string id)
    {
        var vector = Vectors.All.Single(v => v.Id == id);
        var seen = build.Of(vector);
        Assert.True(
            seen == vector.InBuild || seen == vector.InWarmCompiler,
            $"{vector}: {build.Of(vector)} {string.Join("\n", build.Lines(vector))}"
        );
    }

    [Fact]
    public void The_whole_is_never_called_conforming_where_something_was_not_judged() =>
        Assert.Equal(Verdict.NotJudged, run.Outcome.Verdict);

    private string Said(Vector vector) =>
        string.Join(
            "\n",
            run.Outcome.Sight.Where(i => i.Path.Contains("/v" + vector.Id + "/", StringComparison.Ordinal))
                .Select(i => $"{i.Kind} {i.Path} {i.State} {i.Reason}")
        );
}
