using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace PolicyKit.Analyzers.Topics.Logs;

/// <summary>
/// The retention that code sets by keys of the configuration:
/// <c>["Serilog:WriteTo:0:Args:retainedFileCountLimit"] = "14"</c>.
/// </summary>
internal static class KeyedRetention
{
    private static readonly string[] Limits =
    {
        "retainedFileCountLimit",
        "retainedFileTimeLimit",
        "maxArchiveDays",
        "maxArchiveFiles",
    };

    /// <summary>Where an operation sets how many files are kept, with the days that they last.</summary>
    public static (SyntaxNode Place, double Days)? Of(IOperation operation)
    {
        if (
            Pair(operation) is not { } limit
            || !Limits.Any(l => limit.Key.EndsWith(":" + l, StringComparison.OrdinalIgnoreCase))
        )
            return null;
        var section = limit.Key.Substring(0, limit.Key.LastIndexOf(':'));
        IOperation body = operation;
        while (body.Parent is { } parent)
            body = parent;
        var entries = body.Descendants()
            .Select(Pair)
            .Where(p => p is { Key: { } key } && key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase))
            .Select(p => new ConfigurationEntry(p!.Value.Key, p.Value.Value, default(LinePositionSpan)))
            .ToList();
        return
            ConfiguredRetention.OfSection(entries, isUnlimited: false) is { } found
            && string.Equals(found.Entry.Key, limit.Key, StringComparison.OrdinalIgnoreCase)
            ? (operation.Syntax, found.Days)
            : null;
    }

    // settings["…"] = "…", { "…", "…" }, new KeyValuePair<string, string?>("…", "…")
    private static (string Key, string Value)? Pair(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } index }
            } set:
                return Pair(index[0].Value, set.Value);
            case IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: { Length: 2 } given }:
                return Pair(given[0].Value, given[1].Value);
            case IObjectCreationOperation
            {
                Type: { Name: "KeyValuePair", IsFramework: true },
                Arguments: { Length: 2 } given
            }:
                return Pair(given[0].Value, given[1].Value);
            default:
                return null;
        }
    }

    private static (string Key, string Value)? Pair(IOperation key, IOperation value) =>
        KeyedValues.Key(key) is { } name
        && name.IndexOf(':') > 0
        && StringValueTracker.Of(value).FirstOrDefault() is { Text: { } text }
            ? (name, text)
            : null;
}
