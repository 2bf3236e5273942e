using NodaTime;
using PolicyKit.Checking;
using PolicyKit.Testing;

namespace PolicyKit.Bypass.Tests;

/// <summary>All vectors in one solution, built and checked once.</summary>
public sealed class MatrixRun : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policykit-matrix-").FullName;

    public CheckOutcome Outcome { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        foreach (var vector in Vectors.All)
            Write(vector);
        // Vectors that lie beside a project are those that no solution names.
        var projects = Vectors.All.Select(v => $"<Project Path=\"v{v.Id}/v{v.Id}.csproj\" />");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "all.slnx"),
            $"<Solution>{string.Concat(projects)}</Solution>"
        );
        File.Copy(
            Repository.PathOf("examples", "sewerage-billing", "system.json"),
            Path.Combine(_folder, "system.json")
        );
        Outcome = await PolicyCheck.RunAsync(
            new CheckRequest
            {
                Path = _folder,
                Pack = ValueList.Create(Repository.PathOf("src", "PolicyKit.Packs.MohSewerage")),
                AsOf = new LocalDate(2026, 4, 1),
            }
        );
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>What the check made of a vector.</summary>
    public Seen Of(Vector vector)
    {
        var here = Path.Combine(_folder, "v" + vector.Id) + "/";
        var names = vector.Files.Select(f => Path.GetFullPath(Path.Combine(here, f.Name))).ToList();
        bool IsHere(string path) =>
            Path.GetFullPath(path) is var full
            && (full.StartsWith(here, StringComparison.Ordinal) || names.Contains(full));
        if (
            Outcome.Findings.Any(f =>
                f.Rule.Value is "PK6101" or "PK6102" && f.Location.File.Length > 0 && IsHere(f.Location.File)
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

    private void Write(Vector vector)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "v" + vector.Id)).FullName;
        File.WriteAllText(
            Path.Combine(folder, $"v{vector.Id}.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              {vector.Extra}
            </Project>
            """
        );
        foreach (var (name, text) in vector.Files.Append(Vectors.EntryPoint))
        {
            var file = Path.GetFullPath(Path.Combine(folder, name));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
