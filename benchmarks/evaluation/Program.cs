using System.Diagnostics;
using PolicyKit.Compliance;
using PolicyKit.Evidence;
using PolicyKit.Json;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Systems;
using PolicyKit.Waivers;

// Loads the first body's policy, its standard and the baseline, resolves them and evaluates systems. The argument is the repository.
var files = new[]
{
    "src/PolicyKit.Packs.MohSewerage/policy.json",
    "src/PolicyKit.Packs.MohSewerage/standard.json",
    "src/PolicyKit.Packs.MunicipalBaseline/standard.json",
    "examples/sewerage-billing/system.json",
    "examples/sewerage-billing/evidence.json",
    "examples/sewerage-billing/waivers.json",
}.ToDictionary(f => f, f => File.ReadAllBytes(Path.Combine(args[0], f)));
var asOf = new NodaTime.LocalDate(2027, 3, 31);
SourceDocument Document(string name) => SourceDocument.FromBytes(name, files[name]);

Evaluation Everything()
{
    var policy = PolicySerializer.Read(Document("src/PolicyKit.Packs.MohSewerage/policy.json")).Value!;
    var standard = StandardResolver
        .Resolve(
            StandardSerializer.Read(Document("src/PolicyKit.Packs.MohSewerage/standard.json")),
            [StandardSerializer.Read(Document("src/PolicyKit.Packs.MunicipalBaseline/standard.json"))],
            policy
        )
        .Value!;
    return One(new ComplianceEvaluator(policy, standard));
}

Evaluation One(ComplianceEvaluator evaluator) =>
    evaluator.Evaluate(
        SystemSerializer.Read(Document("examples/sewerage-billing/system.json")),
        RuleRun.None,
        EvidenceSerializer.Read(Document("examples/sewerage-billing/evidence.json")).Value,
        WaiverSerializer.Read(Document("examples/sewerage-billing/waivers.json")).Value,
        asOf
    );

double Milliseconds(Action work)
{
    var watch = Stopwatch.StartNew();
    work();
    return watch.Elapsed.TotalMilliseconds;
}

double Median(Action work, int times) =>
    Enumerable.Range(0, times).Select(_ => Milliseconds(work)).Order().ElementAt(times / 2);

// Cold: the first time in this process, the compiler of the runtime included.
var cold = Milliseconds(() => Everything());
Console.WriteLine(
    $"cold: load, resolve, evaluate one system: {cold:0} ms ({(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds:0} ms since the process began)"
);
if (args.Length > 1)
    return;
for (var i = 0; i < 200; i++)
    Everything();
var parse = Median(
    () =>
    {
        foreach (var file in files)
            JsonText.Read(file.Value);
    },
    201
);
var warm = Median(() => Everything(), 201);
Console.WriteLine(
    $"warm: the same: {warm:0.00} ms, {warm / parse:0.0} times the parsing of the six files alone ({parse:0.00} ms)"
);

var policyOnce = PolicySerializer.Read(Document("src/PolicyKit.Packs.MohSewerage/policy.json")).Value!;
var standardOnce = StandardResolver
    .Resolve(
        StandardSerializer.Read(Document("src/PolicyKit.Packs.MohSewerage/standard.json")),
        [StandardSerializer.Read(Document("src/PolicyKit.Packs.MunicipalBaseline/standard.json"))],
        policyOnce
    )
    .Value!;
var shared = new ComplianceEvaluator(policyOnce, standardOnce);
Console.WriteLine(
    $"warm: evaluate one system by a standard at hand, its three files read: {Median(() => One(shared), 201):0.00} ms"
);
foreach (var count in new[] { 1_000, 10_000 })
{
    GC.Collect();
    var before = GC.GetTotalMemory(forceFullCollection: true);
    var (summary, allocated) = (ComplianceSummary.Empty, GC.GetTotalAllocatedBytes(precise: true));
    var sync = new Lock();
    var time = Milliseconds(() =>
        Parallel.For(
            0,
            count,
            () => ComplianceSummary.Empty,
            (_, _, sum) => sum.Merge(ComplianceSummary.Of(One(shared))),
            sum =>
            {
                lock (sync)
                    summary = summary.Merge(sum);
            }
        )
    );
    allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
    Console.WriteLine(
        $"{count} systems on {Environment.ProcessorCount} cores: {time / 1000:0.00} s, allocated {allocated / count / 1024} kB a system, kept {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024} kB in all, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB ({summary.Systems} in the summary)"
    );
}
