using NodaTime;
using PolicyKit.Checking;
using PolicyKit.Testing;

namespace PolicyKit.Bypass.Tests;

/// <summary>All vectors in one solution, built and checked once.</summary>
public sealed class MatrixRun : IAsyncLifetime
{
    private readonly MatrixFolder _folder = new(withPack: false);

    public CheckOutcome Outcome { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Outcome = await PolicyCheck.RunAsync(
            new CheckRequest
            {
                Path = _folder.Folder,
                Pack = ValueList.Create(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")),
                AsOf = new LocalDate(2026, 4, 1),
            }
        );
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What the check made of a vector.</summary>
    public Seen Of(Vector vector)
    {
        var here = Path.Combine(_folder.Folder, "v" + vector.Id) + "/";
        var names = vector.Files.Select(f => Path.GetFullPath(Path.Combine(here, f.Name))).ToList();
        bool IsHere(string path) =>
            Path.GetFullPath(path) is var full
            && (full.StartsWith(here, StringComparison.Ordinal) || names.Contains(full));
        if (
            Outcome.Findings.Any(f =>
                f.Rule.Value is "PK6101" or "PK6102" or "CA5369"
                && f.Location.File.Length > 0
                && IsHere(f.Location.File)
            )
        )
            return Seen.Reported;
        var items = Outcome.Sight.Where(i => IsHere(i.Path)).ToList();
        if (items.Any(i => i.State == SightState.NotJudged))
            return Seen.NotJudged;
        return items.Any(i => i.State == SightState.Listed) || IsAssembly(vector) ? Seen.Listed : Seen.Nothing;
    }

    // An assembly that is referenced by its path lies where it lies.
    private bool IsAssembly(Vector vector) =>
        vector.Extra.Contains("HintPath", StringComparison.Ordinal)
        && Outcome.Sight.Any(i => i.Kind == SightKind.Assembly && i.State == SightState.Listed);
}
