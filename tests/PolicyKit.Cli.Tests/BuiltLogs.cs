using System.Collections.Concurrent;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Binary logs of projects that several tests look at: each project is built once, as a check builds it.</summary>
internal static class BuiltLogs
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("policykit-logs-").FullName;
    private static readonly ConcurrentDictionary<string, Lazy<string>> Examples = new(StringComparer.Ordinal);

    static BuiltLogs() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>The log of an example of the repository.</summary>
    public static string OfExample(string name) =>
        Examples.GetOrAdd(name, n => new Lazy<string>(() => Build(Repository.PathOf("examples", n)))).Value;

    /// <summary>Builds what lies in a folder.</summary>
    /// <returns>The log.</returns>
    public static string Build(string folder)
    {
        var log = Path.Combine(Folder, Path.GetRandomFileName() + ".binlog");
        SystemBuilder.BuildAsync(CheckTarget.Find(folder).Path, null, log, default).GetAwaiter().GetResult();
        return log;
    }
}
