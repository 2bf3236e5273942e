using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>Why a reference leads nowhere: there is no such document, no such place in it, or no schema there.</summary>
internal static class MissingReferences
{
    // More names than these help nobody.
    private const int MostNames = 12;

    /// <summary>The problem of a reference that the registry cannot resolve to a schema.</summary>
    /// <param name="registry">The documents that are known.</param>
    /// <param name="absolute">What the reference means, as an absolute URI.</param>
    /// <param name="reference">The reference as it is written.</param>
    public static SchemaProblem Problem(SchemaRegistry registry, string absolute, JsonValue reference)
    {
        var (written, (uri, fragment)) = (reference.GetString(), UriReference.Cut(absolute));
        if (registry.Find(uri) is not { } resource)
            return new SchemaProblem(Wording.Message("schema.unknown-reference", written), reference)
            {
                IsUnknownReference = true,
                MissingUri = uri,
            };
        if (registry.Resolve(absolute) is not null)
            return new SchemaProblem(Wording.Message("schema.unknown-reference#no-schema", written), reference);
        var (parent, missing, names) = Missing(resource, fragment ?? "");
        var message =
            Nearest.Find(missing, names) is { } near
                ? Wording.Message("schema.unknown-reference#nearest", written, parent, missing, near)
            : names.Count is > 0 and <= MostNames
                ? Wording.Message("schema.unknown-reference#known", written, parent, missing, string.Join(", ", names))
            : Wording.Message("schema.unknown-reference#fragment", written, parent, missing);
        return new SchemaProblem(message, reference);
    }

    // The place up to which a fragment leads, the first name that is not there, and the names that are.
    private static (string Parent, string Missing, IReadOnlyList<string> Names) Missing(
        SchemaResource resource,
        string fragment
    )
    {
        if (fragment.Length == 0 || fragment[0] != '/')
            return (
                "#",
                fragment,
                resource.Anchors.Keys.Where(k => k.Length > 0).OrderBy(k => k, StringComparer.Ordinal).ToList()
            );
        var text = resource.Document.Text;
        var (at, way) = (new JsonValue(text, resource.RootIndex), "#");
        foreach (var segment in fragment.Substring(1).Split('/'))
        {
            if (!text.TryFind(at.Pointer + "/" + segment, out var next))
                return (way, Decoded(segment), at.Members().Select(m => m.Name).ToList());
            (at, way) = (next, way + "/" + segment);
        }

        return (way, "", Array.Empty<string>());
    }

    private static string Decoded(string segment) => segment.Replace("~1", "/").Replace("~0", "~");
}
