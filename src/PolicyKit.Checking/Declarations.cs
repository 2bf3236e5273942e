using Microsoft.CodeAnalysis;
using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>
/// Which declaration a project belongs to: one system consists of several projects, and declares itself once.
/// </summary>
internal sealed class Declarations
{
    private readonly Dictionary<string, IReadOnlyList<SourceDocument>> _beside = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<CompilerCall> _calls;
    private readonly IReadOnlyList<SourceDocument> _atTop;
    private readonly bool _topIsProject;

    public Declarations(IReadOnlyList<CompilerCall> calls, string folder)
    {
        _calls = calls;
        _atTop = PackFiles.SystemsIn(folder).ToList();
        var top = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _topIsProject = calls.Any(c => Path.GetDirectoryName(c.Project) == top);
        foreach (var call in calls)
            if (!_beside.ContainsKey(call.Project))
                _beside[call.Project] = PackFiles.SystemsBeside(call.Project).ToList();
    }

    /// <summary>
    /// The declarations for a project, the nearest first to be asked: beside it, beside the programs that are built on it, at the top of what is checked,
    /// and for a library at last the only one that there is. A program without one is not declared by its neighbour's.
    /// </summary>
    public IReadOnlyList<SourceDocument> Of(CompilerCall call)
    {
        if (_beside[call.Project].Count > 0)
            return _beside[call.Project];
        var above = Above(call)
            .SelectMany(c => _beside[c.Project])
            .DistinctBy(d => d.Path)
            .OrderBy(d => d.Path, StringComparer.Ordinal)
            .ToList();
        if (above.Count > 0)
            return [above[0]];
        // What lies beside a program is that program's; another program is not declared by it.
        var isProgram = call.Arguments.CompilationOptions.OutputKind is not OutputKind.DynamicallyLinkedLibrary;
        if (_atTop.Count > 0 && !(isProgram && _topIsProject))
            return _atTop;
        if (isProgram)
            return [];
        var all = _beside.Values.SelectMany(d => d).DistinctBy(d => d.Path).ToList();
        return all.Count == 1 ? all : [];
    }

    // Everything that is built on a project, by the names of assemblies.
    private HashSet<CompilerCall> Above(CompilerCall call)
    {
        var (above, open) = (new HashSet<CompilerCall>(), new Queue<CompilerCall>([call]));
        while (open.TryDequeue(out var next))
        {
            var name = next.Arguments.CompilationName;
            foreach (
                var user in _calls.Where(c =>
                    c != call
                    && c.Arguments.MetadataReferences.Any(r =>
                        string.Equals(
                            Path.GetFileNameWithoutExtension(r.Reference),
                            name,
                            StringComparison.OrdinalIgnoreCase
                        )
                    )
                )
            )
                if (above.Add(user))
                    open.Enqueue(user);
        }

        return above;
    }
}
