using System.Diagnostics;

namespace PolicyKit.Fuzz;

/// <summary>
/// Gives mutated inputs to one reader until the time is over, and keeps those that it does not survive.
/// </summary>
internal sealed class Fuzzer(Target target, string kept)
{
    // A reader that takes this long over a text of at most some hundred kilobytes would hang a pipeline with a large
    // one.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    // What grows only costs time.
    private const int Largest = 100_000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private byte[]? _current;

    public int Inputs { get; private set; }

    public int Findings { get; private set; }

    /// <summary>How many inputs went where none went before.</summary>
    public int Kept { get; private set; }

    public void Run(int seed, TimeSpan time)
    {
        var (mutator, corpus) = (new Mutator(seed), target.Corpus.ToList());
        Coverage.Start();
        var clock = Stopwatch.StartNew();
        using var watch = new Timer(_ => EndIfStuck(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        foreach (var input in target.Corpus.TakeWhile(_ => clock.Elapsed < time))
        {
            Give(input);
            Coverage.IsNew();
        }

        while (clock.Elapsed < time)
        {
            var input = mutator.Mutate(corpus);
            var survived = Give(input);
            if (Coverage.IsNew() && survived && input.Length <= Largest)
                corpus.Add(input);
        }

        Kept = corpus.Count - target.Corpus.Count;
    }

    /// <summary>One input; whether the reader survived.</summary>
    public bool Give(byte[] input)
    {
        _current = input;
        Inputs++;
        Coverage.BeforeInput();
        // The time of the processor: a machine that is busy elsewhere makes no reader slow.
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            target.Read(input);
        }
        catch (Exception e)
        {
            // The same exception from the same line is one finding.
            Keep(input, e.GetType().Name, $"{e.GetType().Name}{FirstLine(e)}", e.ToString());
            return false;
        }

        var spent = Environment.CpuUsage.TotalTime - before;
        if (spent > Slow)
            Keep(input, "slow", "slow", $"{spent.TotalSeconds:F0} seconds");
        return spent <= Slow;
    }

    private static string FirstLine(Exception e) => e.StackTrace?.Split('\n').FirstOrDefault() ?? "";

    private void Keep(byte[] input, string name, string key, string text)
    {
        if (!_seen.Add(key))
            return;
        Findings++;
        var path = Path.Combine(kept, $"{target.Name}-{name}-{Inputs}.input");
        Directory.CreateDirectory(kept);
        File.WriteAllBytes(path, input);
        Console.WriteLine($"{path}\n{text}");
    }

    // Nothing else ends a reader that never comes back.
    private void EndIfStuck()
    {
        var (input, count) = (_current, Inputs);
        Thread.Sleep(TimeSpan.FromSeconds(30));
        if (input is null || count != Inputs || !ReferenceEquals(input, _current))
            return;
        Keep(input, "hang", "hang", "the reader did not come back");
        Environment.Exit(1);
    }
}
