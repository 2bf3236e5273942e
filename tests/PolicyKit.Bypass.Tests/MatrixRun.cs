using NodaTime;
using PolicyKit.Checking;
using PolicyKit.Reading;
using PolicyKit.Testing;

namespace PolicyKit.Bypass.Tests;

/// <summary>All vectors in one solution, built and checked once.</summary>
public sealed class MatrixRun : IAsyncLifetime
{
    private readonly MatrixFolder _folder = new(withPack: false);

    public CheckOutcome Outcome { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var request = new CheckRequest
        {
            Path = _folder.Folder,
            Pack = ValueList.Create(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")),
            AsOf = new LocalDate(2026, 4, 1),
        };
        try
        {
            Outcome = await PolicyCheck.RunAsync(request);
        }
        catch (CheckException e)
        {
            throw new InvalidOperationException(e.Message + "\n" + e.Detail, e);
        }
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What the check made of a vector.</summary>
    public Seen Of(Vector vector)
    {
        var here = Path.Combine(_folder.Folder, vector.Shares ?? "v" + vector.Id) + "/";
        var names = vector
            .Files.Select(f => Path.GetFullPath(Path.Combine(here, MatrixFolder.NameIn(vector, f.Name))))
            .ToList();
        bool IsHere(string path) =>
            Path.GetFullPath(path) is var full
            && (
                (vector.Shares is null && full.StartsWith(here, StringComparison.Ordinal))
                || names.Contains(full)
                || Path.GetFileName(full) == MatrixFolder.GeneratedIn(vector.Id)
            );
        if (
            Outcome.Findings.Any(f =>
                Vectors.Concealed.Contains(f.Rule.Value) && f.Location.File.Length > 0 && IsHere(f.Location.File)
            )
        )
            return Seen.Reported;
        var items = Outcome.Sight.Where(i => IsHere(i.Path)).ToList();
        if (
            items.Any(i => i.State == SightState.NotJudged)
            || Outcome.Problems.Any(p => p.Severity == Severity.Error && IsHere(p.Location.File))
        )
            return Seen.NotJudged;
        return items.Any(i => i.State == SightState.Listed) ? Seen.Listed : Seen.Nothing;
    }
}
