using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Conventions by which a program decides about pages by their paths: AuthorizeFolder, AllowAnonymousToPage.
/// Concurrent; read it when the compilation ends.
/// </summary>
internal sealed class PageConventions(bool isAnonymous)
{
    private readonly ConcurrentBag<(string Path, bool IsFolder)> _paths = new();

    /// <summary>Names of the conventions.</summary>
    public static string[] Names { get; } =
        {
            "AllowAnonymousToPage",
            "AllowAnonymousToFolder",
            "AllowAnonymousToAreaPage",
            "AllowAnonymousToAreaFolder",
            "AuthorizeFolder",
            "AuthorizePage",
            "AuthorizeAreaFolder",
            "AuthorizeAreaPage",
        };

    /// <summary>Whether any convention of the kind that is looked for was seen.</summary>
    public bool Any => !_paths.IsEmpty;

    /// <summary>Takes a convention up; gives the path that it lets everybody into, where that is looked for.</summary>
    public string? See(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var isOpen = name.StartsWith("AllowAnonymous", StringComparison.Ordinal);
        var texts = call
            .Arguments.Where(a => a.Parameter is { Name: "areaName" or "folderPath" or "pageName" })
            .Select(a => a.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null)
            .ToList();
        if (texts.Count == 0 || texts.Contains(null))
            return null;
        var path = texts.Count == 2 ? $"/{texts[0]}/{texts[1]!.TrimStart('/')}" : texts[0]!;
        // Whether everybody is let in or nobody without a name: somebody decided.
        if (!isAnonymous || isOpen)
            _paths.Add((path, name.EndsWith("Folder", StringComparison.Ordinal)));
        return isAnonymous && isOpen ? path : null;
    }

    /// <summary>Whether a convention covers a page.</summary>
    public bool Covers(string page) =>
        _paths.Any(p =>
            string.Equals(p.Path, page, StringComparison.OrdinalIgnoreCase)
            || (
                p.IsFolder
                && (
                    p.Path.TrimEnd('/').Length == 0
                    || page.StartsWith(p.Path.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase)
                )
            )
        );
}
