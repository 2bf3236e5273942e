using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace PolicyKit.Checking;

/// <summary>
/// Loads a project's generators, each folder by itself: two packages may bring different versions of one helper.
/// </summary>
internal sealed class GeneratorLoader(IEnumerable<string> paths) : IAnalyzerAssemblyLoader
{
    private readonly ILookup<string, string> _byName = paths.ToLookup(
        p => Path.GetFileNameWithoutExtension(p),
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<string, FolderContext> _folders = new(StringComparer.Ordinal);

    public void AddDependencyLocation(string fullPath) { }

    public Assembly LoadFromPath(string fullPath)
    {
        var folder = Path.GetDirectoryName(fullPath)!;
        lock (_folders)
        {
            if (!_folders.TryGetValue(folder, out var context))
                _folders.Add(folder, context = new FolderContext(folder, _byName));
            return context.LoadFromAssemblyPath(fullPath);
        }
    }

    private sealed class FolderContext(string folder, ILookup<string, string> byName) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName name)
        {
            // The compiler and the framework are this program's own, as they are the compiler's in a build.
            if (name.Name is null)
                return null;
            if (
                (
                    name.Name.StartsWith("System.", StringComparison.Ordinal)
                    || name.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                ) && TryDefault(name) is not null
            )
                return null;
            var beside = Path.Combine(folder, name.Name + ".dll");
            if (File.Exists(beside))
                return LoadFromAssemblyPath(beside);
            return byName[name.Name].FirstOrDefault(File.Exists) is { } elsewhere
                ? LoadFromAssemblyPath(elsewhere)
                : null;
        }

        private static Assembly? TryDefault(AssemblyName name)
        {
            try
            {
                return Default.LoadFromAssemblyName(new AssemblyName(name.Name!));
            }
            catch (FileNotFoundException)
            {
                return null;
            }
        }
    }
}
