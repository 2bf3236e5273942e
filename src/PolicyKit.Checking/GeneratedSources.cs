using Microsoft.CodeAnalysis;
using PolicyKit.Messages;

namespace PolicyKit.Checking;

/// <summary>
/// Whether the generators of a delivery wrote for the check what they wrote for the compiler: the compiler embeds
/// it in the debug information.
/// </summary>
internal static class GeneratedSources
{
    /// <summary>What speaks against it; null where nothing does, or nothing was embedded.</summary>
    public static LocalizedMessage? Compare(CompilerCall call, IReadOnlyList<SyntaxTree> written)
    {
        if (call.Arguments.OutputFileName is not { } name)
            return null;
        var assembly = Path.Combine(call.Arguments.OutputDirectory ?? "", name);
        var embedded = File.Exists(assembly)
            ? DebugDocument
                .Of(assembly, call.Arguments.PdbPath)
                .Where(d => d.Value.Text is not null)
                .Select(d => (Name: d.Key.Replace('\\', '/'), d.Value.Text))
                .ToList()
            : [];
        var other = written
            .Where(tree => Find(embedded, tree) is { } text && text != tree.ToString())
            .Select(tree => PathText.Shown(tree.FilePath))
            .Concat(embedded.Where(d => IsUnwritten(d.Name, call, written)).Select(d => PathText.Shown(d.Name)))
            .ToList();
        return other.Count == 0
            ? null
            : CheckException.Messages.Message("sight.generated-differs", other.Count, CompiledSources.Some(other));
    }

    // The compiler names them below its output, and the check as the generator does.
    private static string? Find(List<(string Name, string? Text)> embedded, SyntaxTree tree)
    {
        var path = tree.FilePath.Replace('\\', '/');
        return embedded.Find(d => EndsWith(d.Name, path)).Text;
    }

    private static bool EndsWith(string name, string path) =>
        name == path || name.EndsWith("/" + path, StringComparison.Ordinal);

    // What a generator of the delivery wrote for the compiler and not for the check.
    private static bool IsUnwritten(string name, CompilerCall call, IReadOnlyList<SyntaxTree> written)
    {
        var writers = written.Select(WriterOf).Distinct(StringComparer.Ordinal);
        return writers.Any(w => ("/" + name).Contains($"/{w}/", StringComparison.Ordinal))
            && !written.Any(t => EndsWith(name, t.FilePath.Replace('\\', '/')))
            && call.Arguments.SourceFiles.All(f => !File.Exists(name) || f.Path != name);
    }

    // assembly/type/name
    private static string WriterOf(SyntaxTree tree) =>
        string.Join('/', tree.FilePath.Replace('\\', '/').Split('/').SkipLast(1).TakeLast(2));
}
