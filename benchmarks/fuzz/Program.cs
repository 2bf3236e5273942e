using System.Globalization;
using PolicyKit.Fuzz;

// run and docs/threat-model.md say how it is called.
switch (args)
{
    case ["--afl", var root, var name]:
        return WithTargets(root, all => RunAfl(all, name));
    case ["--replay", var root, var name, var file]:
        return WithTargets(
            root,
            all => new Fuzzer(all.Single(t => t.Name == name), Kept(root)).Give(File.ReadAllBytes(file)) ? 0 : 1
        );
    case [var root, var seconds, .. var rest]:
        return WithTargets(root, all => RunAll(all, root, seconds, rest));
    default:
        return 2;
}

static string Kept(string root) => Path.Combine(root, "artifacts", "fuzz");

static int WithTargets(string root, Func<IReadOnlyList<Target>, int> run)
{
    Coverage.Start();
    var work = Directory.CreateTempSubdirectory("policykit-fuzz-");
    try
    {
        return run(new Targets(Path.GetFullPath(root), work.FullName).All.ToList());
    }
    finally
    {
        work.Delete(recursive: true);
    }
}

static int RunAll(IReadOnlyList<Target> targets, string root, string seconds, string[] rest)
{
    var time = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
    var seed = rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 1;
    var findings = 0;
    foreach (var target in targets.Where(t => rest.Length == 0 || rest[0] == t.Name))
    {
        var fuzzer = new Fuzzer(target, Kept(root));
        fuzzer.Run(seed, time);
        Console.WriteLine(
            $"{target.Name}: {fuzzer.Inputs} inputs, {Coverage.Edges} edges, {fuzzer.Kept} new ways, {fuzzer.Findings} findings"
        );
        findings += fuzzer.Findings;
    }

    return findings == 0 ? 0 : 1;
}

// Whoever has AFL lets it choose the inputs.
static int RunAfl(IReadOnlyList<Target> targets, string name)
{
    var target = targets.Single(t => t.Name == name);
    SharpFuzz.Fuzzer.OutOfProcess.Run(stream =>
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        target.Read(memory.ToArray());
    });
    return 0;
}
