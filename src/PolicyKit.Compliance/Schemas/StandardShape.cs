using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Compliance;

/// <summary>
/// A standard imports another, or holds zones and controls of its own. One that does neither is told so once, with
/// what to write for each, and not what each of the two shapes lacks.
/// </summary>
internal static class StandardShape
{
    /// <summary>Whether an error says that a standard is of neither shape.</summary>
    public static bool IsUndecided(SourceDocument document, SchemaError error) =>
        document.Kind == DocumentKind.Standard
        && error.Keyword == "required"
        && error.Instance.Pointer.Length == 0
        && error.Schema.Pointer.StartsWith("/anyOf/", StringComparison.Ordinal)
        && !Has(document, "imports");

    /// <summary>What to write, by what there is.</summary>
    public static LocalizedMessage Message(SourceDocument document) =>
        (Has(document, "zones"), Has(document, "controls")) switch
        {
            (true, false) => ComplianceMessages.Catalog.Message("standard.imports-or-controls#half", "controls"),
            (false, true) => ComplianceMessages.Catalog.Message("standard.imports-or-controls#half", "zones"),
            _ => ComplianceMessages.Catalog.Message("standard.imports-or-controls"),
        };

    /// <summary>The errors, the undecided shape among them once.</summary>
    public static IEnumerable<SchemaError> WithoutUnion(SourceDocument document, IReadOnlyList<SchemaError> errors)
    {
        var isTold = false;
        foreach (var error in errors)
        {
            var isUndecided = IsUndecided(document, error);
            if (!(isUndecided && isTold))
                yield return error;
            isTold |= isUndecided;
        }
    }

    private static bool Has(SourceDocument document, string member) => document.Text.Root.TryGetMember(member, out _);
}
