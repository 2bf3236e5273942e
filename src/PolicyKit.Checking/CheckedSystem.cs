using PolicyKit.Findings;
using PolicyKit.Messages;
using PolicyKit.Packs;

namespace PolicyKit.Checking;

/// <summary>What became of one compilation.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Pack">What it was judged by.</param>
/// <param name="Findings">The findings.</param>
/// <param name="TreeCount">How many files were looked at.</param>
/// <param name="Failures">What could not be looked at.</param>
internal sealed record CheckedSystem(
    string Project,
    PolicyPack Pack,
    IReadOnlyList<Finding> Findings,
    int TreeCount,
    IReadOnlyList<string> Failures
)
{
    /// <summary>The compilation; null where nothing was built.</summary>
    public CompilerCall? Call { get; init; }

    /// <summary>The folder that is checked: waivers name paths from there.</summary>
    public string Folder { get; init; } = "";

    /// <summary>What says that something else was compiled than what was judged; null where nothing does.</summary>
    public LocalizedMessage? Mismatch { get; init; }

    /// <summary>Whether the sources could be compared with what was compiled.</summary>
    public bool IsCompared { get; init; }

    public IReadOnlyList<string> Configuration { get; init; } = [];

    /// <summary>The rules of others that the standard cites and that ran.</summary>
    public IReadOnlyList<RuleId> CitedRules { get; init; } = [];

    /// <summary>The rules of PolicyKit that had nothing to follow in it.</summary>
    public IReadOnlyList<RuleId> WithoutSubject { get; init; } = [];

    /// <summary>The generators whose code ran.</summary>
    public IReadOnlyList<GeneratorFile> Generators { get; init; } = [];

    /// <summary>Configuration of kinds that no rule reads.</summary>
    public IReadOnlyList<string> UnreadConfiguration { get; init; } = [];
}
