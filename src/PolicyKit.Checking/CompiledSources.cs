using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Checking;

/// <summary>
/// Whether the sources that are judged are those that were compiled: the compiler writes their checksums beside the
/// assembly.
/// </summary>
internal static class CompiledSources
{
    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");

    /// <summary>
    /// What speaks against it; null where nothing does. <paramref name="isKnown"/> says whether there were checksums
    /// to compare.
    /// </summary>
    public static LocalizedMessage? Compare(CompilerCall call, out bool isKnown)
    {
        isKnown = false;
        var arguments = call.Arguments;
        if (arguments.OutputFileName is not { } name)
            return null;
        var assembly = Path.Combine(arguments.OutputDirectory ?? "", name);
        if (!File.Exists(assembly))
            return null;
        // What the compiler wrote goes to the output as it is: another file there is another program.
        if (call.Logged?.Output is { Length: > 0 } target && File.Exists(target) && !SameBytes(assembly, target))
            return CheckException.Messages.Message("sight.assembly-replaced", PathText.Shown(target));
        var compiled = Here(DebugDocument.Of(assembly, arguments.PdbPath), call.Map);
        if (compiled.Count == 0)
            return null;
        isKnown = true;
        var sources = arguments.SourceFiles.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var changed = sources.Where(f => IsOther(f, arguments.PathMap, compiled)).Select(PathText.Shown).ToList();
        if (changed.Count > 0)
            return CheckException.Messages.Message("sight.sources-changed", changed.Count, Some(changed));
        // A file with a checksum that no generator wrote and the command line does not name: something else was
        // compiled.
        var strange = compiled
            .Where(d => d.Value.Text is null && !sources.Any(s => Named(s, arguments.PathMap) == d.Key))
            .Where(d => arguments.PathMap.IsEmpty && Path.IsPathRooted(d.Key) && !IsMapped(d.Key))
            .Select(d => PathText.Shown(d.Key))
            .ToList();
        return strange.Count > 0
            ? CheckException.Messages.Message("sight.other-sources", strange.Count, Some(strange))
            : null;
    }

    // The compiler wrote the paths of the machine of the build.
    private static Dictionary<string, DebugDocument> Here(
        IReadOnlyDictionary<string, DebugDocument> compiled,
        PathMap? map
    )
    {
        var here = new Dictionary<string, DebugDocument>(StringComparer.Ordinal);
        foreach (var (path, document) in compiled)
            here[map is null ? path : DebugDocument.Normal(map.Map(path))] = document;
        return here;
    }

    /// <summary>The first of some files.</summary>
    public static string Some(List<string> files) =>
        string.Join(", ", files.Order(StringComparer.Ordinal).Take(3)) + (files.Count > 3 ? ", …" : "");

    // Files that #line speaks of stand among the documents, too.
    private static bool IsMapped(string document) => !document.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static bool IsOther(
        string path,
        IEnumerable<KeyValuePair<string, string>> map,
        IReadOnlyDictionary<string, DebugDocument> compiled
    )
    {
        if (
            !compiled.TryGetValue(Named(path, map), out var document)
            || document.Hash.Length == 0
            || !File.Exists(path)
        )
            return false;
        var bytes = InputFile.Bytes(path, PathText.Shown(path));
        var here =
            document.Algorithm == Sha256 ? SHA256.HashData(bytes)
            : document.Algorithm == Sha1 ? LegacyChecksum(bytes)
            : null;
        return here is not null && !here.AsSpan().SequenceEqual(document.Hash);
    }

    // /pathmap writes other names than those of this machine.
    private static string Named(string path, IEnumerable<KeyValuePair<string, string>> map)
    {
        foreach (var (from, to) in map)
            if (path.StartsWith(from, StringComparison.Ordinal))
                return DebugDocument.Normal(to + path[from.Length..]);
        return DebugDocument.Normal(path);
    }

    private static bool SameBytes(string one, string other) =>
        new FileInfo(one).Length == new FileInfo(other).Length
        && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

#pragma warning disable CA5350 // The compiler of a log may have been told to write checksums of this kind; nothing is kept safe by them.
    private static byte[] LegacyChecksum(byte[] bytes) => SHA1.HashData(bytes);
#pragma warning restore CA5350
}
