using CsCheck;
using NodaTime;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Waivers;

namespace PolicyKit.Tests.Compliance;

/// <summary>What holds of every evaluation.</summary>
public sealed class EvaluationPropertyTests
{
    private static readonly LocalDate Start = new(2026, 4, 1);

    private static readonly Gen<LocalDate> Days = Gen.Int[0, 1500].Select(d => Start.PlusDays(d));

    private static readonly RuleId[] Rules = Sample.Clean.Judged.ToArray();

    private static readonly Gen<Finding> AnyFinding = Gen.Select(
        Gen.Int[0, Rules.Length - 1],
        Gen.Int[0, 5],
        (rule, file) => EvaluationTests.Found(Rules[rule], $"F{file}.cs")
    );

    private static readonly Gen<RuleRun> Runs = Gen.Select(
        AnyFinding.Array[0, 6],
        Gen.Int[0, Rules.Length],
        (findings, judged) =>
            new RuleRun(
                Rules.Take(judged).Concat(findings.Select(f => f.Rule)).Distinct().ToValueList(),
                findings.ToValueList()
            )
    );

    private static readonly Gen<Waiver> Waivers = Gen.Select(
        Gen.Int[0, Sample.Standard.Controls.Count - 1],
        Gen.Int[0, 900],
        Gen.Int[0, 500],
        (control, from, length) =>
            EvaluationTests.Waiver($"w-{control}-{from}-{length}") with
            {
                Control = Sample.Standard.Controls[control].Id,
                DecidedOn = Start.PlusDays(from),
                ValidFrom = Start.PlusDays(from),
                Expires = Start.PlusDays(from + length),
                ReviewOn = Start.PlusDays(from),
            }
    );

    private static Gen<EvidenceRegister> Registers(int lastDay) =>
        Gen.Select(
                Gen.Int[0, Enum.GetValues<EvidenceKind>().Length - 1],
                Gen.Int[0, lastDay],
                Gen.Int[0, 400],
                Gen.Bool,
                (kind, on, due, closed) => (Kind: (EvidenceKind)kind, On: on, Due: due, Closed: closed)
            )
            .Array[0, 12]
            .Select(rows =>
                Sample.Register(
                    rows.Select(
                            (r, i) =>
                                Sample.Record($"r-{i}", r.Kind, IsoDate.Format(Start.PlusDays(r.On))) with
                                {
                                    BasedOn = Enumerable
                                        .Range(0, i)
                                        .Select(k => EvidenceId.Parse($"r-{k}"))
                                        .ToValueList(),
                                    Findings = ValueList.Create(
                                        new EvidenceFinding(
                                            EvidenceId.Parse("f-1"),
                                            "漏れ",
                                            "業務課長",
                                            Start.PlusDays(r.On + r.Due),
                                            r.Closed ? Start.PlusDays(r.On) : null
                                        )
                                    ),
                                }
                        )
                        .ToArray()
                )
            );

    [Fact]
    public void It_does_not_depend_on_the_order_of_anything() =>
        Gen.Select(Runs, Registers(1500), Waivers.Array[0, 4], Days, Gen.Int[0, 1000])
            .Sample(
                (run, evidence, waivers, asOf, seed) =>
                {
                    Assert.Equal(
                        Of(run, evidence, waivers, asOf),
                        Of(
                            new RuleRun(Shuffled(run.Judged, seed), Shuffled(run.Findings, seed)),
                            new EvidenceRegister(evidence.Id, Shuffled(evidence.Records, seed)),
                            Shuffled(waivers.ToValueList(), seed).ToArray(),
                            asOf
                        )
                    );
                },
                iter: 60
            );

    [Fact]
    public void Adding_a_finding_never_improves_a_state() =>
        Gen.Select(Runs, AnyFinding, Waivers.Array[0, 4], Days)
            .Sample(
                (run, finding, waivers, asOf) =>
                {
                    var before = Of(run, null, waivers, asOf);
                    var after = Of(
                        new RuleRun(
                            run.Judged.Append(finding.Rule).Distinct().ToValueList(),
                            run.Findings.Append(finding).ToValueList()
                        ),
                        null,
                        waivers,
                        asOf
                    );
                    foreach (var (one, other) in before.Controls.Zip(after.Controls))
                        // A rule that had not run says something now: a violation, unless it is waived.
                        if (
                            one.Checks.All(c =>
                                c.Check is not SourceCheck s || s.Rule != finding.Rule || run.Judged.Contains(s.Rule)
                            )
                        )
                            Assert.True(other.AsFound >= one.AsFound && other.State >= one.State);
                    Assert.True(
                        after
                            .Controls.Where(c => c.Checks.Any(k => k.Check is SourceCheck s && s.Rule == finding.Rule))
                            .All(c => c.AsFound == ComplianceState.Violated)
                    );
                },
                iter: 60
            );

    [Fact]
    public void An_expired_waiver_never_counts() =>
        Gen.Select(Runs, Registers(900), Waivers.Array[1, 4], Gen.Int[1, 400])
            .Sample(
                (run, evidence, waivers, later) =>
                {
                    var asOf = waivers.Max(w => w.Expires)!.PlusDays(later);
                    var (with, without) = (Of(run, evidence, waivers, asOf), Of(run, evidence, [], asOf));
                    Assert.Equal(
                        without.Controls.Select(c => c.State),
                        with.Controls.Where(c => true).Select(c => c.State)
                    );
                    Assert.All(with.Controls, c => Assert.Null(c.Waiver));
                },
                iter: 60
            );

    [Fact]
    public void Going_forward_without_new_evidence_never_improves_what_rests_on_evidence() =>
        Gen.Select(Registers(700), Gen.Int[700, 1500], Gen.Int[0, 800])
            .Sample(
                (evidence, day, later) =>
                {
                    var (before, after) = (
                        Of(RuleRun.None, evidence, [], Start.PlusDays(day)),
                        Of(RuleRun.None, evidence, [], Start.PlusDays(day + later))
                    );
                    foreach (var (one, other) in Evidenced(before).Zip(Evidenced(after)))
                        Assert.True(other.State >= one.State, $"{one.Check} {one.State} → {other.State}");
                },
                iter: 100
            );

    [Fact]
    public void Summaries_merge_in_any_order_and_grouping() =>
        Gen.Select(
                Runs,
                Registers(1500),
                Days,
                (run, evidence, asOf) => ComplianceSummary.Of(Of(run, evidence, [], asOf))
            )
            .Array[3]
            .Sample(
                all =>
                {
                    var (a, b, c) = (all[0], all[1], all[2]);
                    Assert.Equal(a.Merge(b), b.Merge(a));
                    Assert.Equal(a.Merge(b).Merge(c), a.Merge(b.Merge(c)));
                    Assert.Equal(a, a.Merge(ComplianceSummary.Empty));
                    Assert.Equal(3, a.Merge(b).Merge(c).Systems);
                    Assert.All(a.Merge(b).Controls, control => Assert.Equal(2, control.Counts.Sum()));
                },
                iter: 30
            );

    private static readonly ComplianceEvaluator Evaluator = new(Sample.Policy, Sample.Standard);

    private static Evaluation Of(RuleRun run, EvidenceRegister? evidence, Waiver[] waivers, LocalDate asOf) =>
        Evaluator.Evaluate(
            Sample.System,
            run,
            evidence,
            waivers.Length == 0
                ? null
                : new WaiverRegister(RegisterId.Parse("a"), waivers.DistinctBy(w => w.Id).ToValueList()),
            asOf
        );

    private static IEnumerable<CheckResult> Evidenced(Evaluation evaluation) =>
        evaluation.Controls.SelectMany(c => c.Checks).Where(c => c.Check is EvidenceCheck);

    private static ValueList<T> Shuffled<T>(ValueList<T> items, int seed)
    {
        var array = items.ToArray();
        new Random(seed).Shuffle(array);
        return array.ToValueList();
    }
}
