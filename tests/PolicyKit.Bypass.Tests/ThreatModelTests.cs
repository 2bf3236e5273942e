using PolicyKit.Testing;

namespace PolicyKit.Bypass.Tests;

/// <summary>
/// What the threat model says of the vectors is what stands in their table, and <see cref="MatrixTests"/> builds and
/// checks each of them.
/// </summary>
public sealed class ThreatModelTests
{
    [Fact]
    public void Nothing_that_the_compiler_offers_silences_a_rule() =>
        Assert.All(
            Vectors.All.Where(v => VectorGroups.Of(v) == VectorGroup.Suppression),
            v => Assert.Equal((BuildSeen.Reported, Seen.Reported), (v.InBuild, v.Expected))
        );

    [Fact]
    public void Tampering_is_seen_by_a_layer_in_95_of_100_vectors_and_by_a_check_in_90()
    {
        var vectors = Vectors.All.Where(v => VectorGroups.Of(v) <= VectorGroup.Tampering).ToList();
        Assert.True(vectors.Count(IsSeen) >= 0.95 * vectors.Count, Counts());
        Assert.True(vectors.Count(IsSeenByCheck) >= 0.90 * vectors.Count, Counts());
    }

    // With POLICYKIT_UPDATE_EXPECTED=1 the tables are written anew.
    [Fact]
    public void The_threat_model_holds_the_matrix()
    {
        var table =
            "| | vector | build | check |\n|---|---|---|---|\n"
            + string.Concat(
                Vectors
                    .All.OrderBy(v => v.Id, StringComparer.Ordinal)
                    .Select(v => $"| {v.Id} | {v.What} | {v.InBuild} | {v.Expected} |\n")
            );
        Assert.True(Holds("matrix", table) & Holds("counts", Counts()), Counts());
    }

    [Fact]
    public void The_threat_model_names_the_vectors_that_have_a_test_of_their_own()
    {
        var tests = Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories);
        var known = tests.ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText, StringComparer.Ordinal);
        Assert.All(
            OtherVectors.All,
            v =>
                Assert.Contains(
                    known[v.Test.Split('.')[0]],
                    text => text.Contains($" {v.Test.Split('.')[1]}(", StringComparison.Ordinal)
                )
        );
        Assert.True(
            Holds(
                "others",
                "| vector | seen as | test |\n|---|---|---|\n"
                    + string.Concat(OtherVectors.All.Select(v => $"| {v.What} | {v.State} | `{v.Test}` |\n"))
            )
        );
    }

    private static bool IsSeen(Vector vector) =>
        IsSeenByCheck(vector) || vector.InBuild is BuildSeen.Reported or BuildSeen.Stopped;

    private static bool IsSeenByCheck(Vector vector) => vector.Expected is Seen.Reported or Seen.NotJudged;

    private static string Counts() =>
        "| | vectors | seen by a layer | by a check | named only | by neither |\n|---|---|---|---|---|---|\n"
        + string.Concat(
            Vectors.All.GroupBy(VectorGroups.Of).OrderBy(g => g.Key).Select(g => Row(g.Key.ToString(), g.ToList()))
        )
        + Row(
            "Suppression and tampering",
            Vectors.All.Where(v => VectorGroups.Of(v) <= VectorGroup.Tampering).ToList()
        );

    private static string Row(string name, List<Vector> vectors)
    {
        var named = vectors.Count(v => !IsSeen(v) && v.Expected == Seen.Listed);
        var unseen = vectors.Where(v => !IsSeen(v) && v.Expected == Seen.Nothing).Select(v => v.Id);
        return $"| {name} | {vectors.Count} | {Part(vectors.Count(IsSeen), vectors.Count)} |"
            + $" {Part(vectors.Count(IsSeenByCheck), vectors.Count)} | {named} | {string.Join(", ", unseen)} |\n";
    }

    private static string Part(int part, int whole) => $"{part} ({100 * part / whole} %)";

    private static bool Holds(string name, string table)
    {
        var file = Repository.PathOf("docs", "threat-model.md");
        var text = File.ReadAllText(file);
        var (start, end) = (
            text.IndexOf($"<!-- {name} -->", StringComparison.Ordinal) + $"<!-- {name} -->\n".Length,
            text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal)
        );
        if (Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1")
            File.WriteAllText(file, text[..start] + table + text[end..]);
        else
            return table == text[start..end];
        return true;
    }
}
