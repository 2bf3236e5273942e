using PolicyKit.Cli.Failures;
using PolicyKit.Cli.Output;

namespace PolicyKit.Cli.Starting;

/// <summary>Files that are written together: all of them or none, and never over what is there.</summary>
internal sealed class NewFiles(string folder)
{
    private readonly List<(string Path, string Text)> _files = [];

    /// <summary>Adds a file.</summary>
    /// <param name="path">Its path in the folder, with slashes.</param>
    /// <param name="text">Its content.</param>
    public void Add(string path, string text) => _files.Add((path, text));

    /// <summary>Writes the files.</summary>
    /// <returns>Their paths in the folder, in the order in which they were added.</returns>
    /// <exception cref="CliException">One of them exists or cannot be written. Nothing is left behind.</exception>
    public IReadOnlyList<string> Write()
    {
        var existing = _files.Select(f => f.Path).Where(p => Path.Exists(Full(p))).ToList();
        if (existing.Count > 0)
            throw CliException.Usage("new.exists", string.Join(", ", existing), PathText.Shown(folder));
        var (made, written) = (new Stack<string>(), new List<string>());
        try
        {
            foreach (var (path, text) in _files)
            {
                MakeFolder(Path.GetDirectoryName(Full(path))!, made);
                AtomicFile.Write(Full(path), text);
                written.Add(Full(path));
            }
        }
        catch (Exception e) when (e is CheckException or IOException or UnauthorizedAccessException)
        {
            written.ForEach(File.Delete);
            foreach (var empty in made)
                Directory.Delete(empty);
            throw;
        }

        return [.. _files.Select(f => f.Path)];
    }

    private string Full(string path) => Path.Combine(folder, path);

    private static void MakeFolder(string folder, Stack<string> made)
    {
        if (folder.Length == 0 || Directory.Exists(folder))
            return;
        MakeFolder(Path.GetDirectoryName(folder) ?? "", made);
        Directory.CreateDirectory(folder);
        made.Push(folder);
    }
}
