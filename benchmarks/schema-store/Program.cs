using SchemaStoreBenchmark;

if (args is ["--mutants", var mutants, var count, .. var schemas])
    return Mutants.Write(mutants, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), schemas);
var folder = Path.GetFullPath(args[0]);
var only = args.Skip(1).ToHashSet(StringComparer.Ordinal);
var reasons = Reasons();
var counts = new Dictionary<bool, (int Sets, int Files, int Different)> { [true] = default, [false] = default };
var unexplained = 0;
foreach (var set in SchemaSet.In(folder))
{
    if (only.Count > 0 && !only.Contains(Path.GetFileNameWithoutExtension(set.Schema)))
        continue;
    var different = set.Differences().ToList();
    var (sets, files, before) = counts[set.IsValid];
    counts[set.IsValid] = (sets + 1, files + set.Files.Count, before + different.Count);
    foreach (var (file, said) in different)
    {
        var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
        if (!reasons.Remove(name, out var reason))
            unexplained++;
        Console.WriteLine($"{name}\t{said}\t{reason ?? "NOT EXPLAINED"}");
    }
}

foreach (var (isValid, (sets, files, different)) in counts)
    Console.WriteLine(
        $"{(isValid ? "valid" : "not valid")}: {sets} sets, {files} files, {files - different} judged so, {different} otherwise"
    );
if (only.Count > 0)
    reasons.Clear();
foreach (var name in reasons.Keys)
    Console.WriteLine($"{name}\texplained, but judged as its folder says");
Console.WriteLine($"not explained: {unexplained}");
return unexplained + reasons.Count == 0 ? 0 : 1;

static Dictionary<string, string> Reasons()
{
    using var stream = typeof(SchemaSet).Assembly.GetManifestResourceStream("differences.tsv")!;
    using var reader = new StreamReader(stream);
    return reader
        .ReadToEnd()
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.TrimEnd('\r').Split('\t'))
        .Where(fields => !fields[0].StartsWith('#'))
        .ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
}
