using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// The schema documents that references may name. There is no network: what is not registered is not found. Register
/// and compile on one thread at a time; compiled schemas may be shared by all.
/// </summary>
public sealed class SchemaRegistry
{
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonText> _pending = new(StringComparer.Ordinal);
    private readonly HashSet<SchemaDocument> _published = new();
    private readonly SchemaDraft _draft;

    /// <summary>A registry that knows the published meta-schemas.</summary>
    /// <param name="defaultDraft">The draft of documents that name none.</param>
    public SchemaRegistry(SchemaDraft defaultDraft = SchemaDraft.Draft202012) => _draft = defaultDraft;

    /// <summary>
    /// Asked for a document that is not registered, by its absolute URI; it gives null where there is none. A
    /// <c>file:</c> URI comes in one spelling: only <c>%</c>, <c>?</c> and <c>#</c> in its path are escaped. Null
    /// asks nobody.
    /// </summary>
    public Func<string, JsonText?>? Fallback { get; init; }

    /// <summary>Registers a document under the URI that references use. It is read when it is first needed.</summary>
    /// <param name="uri">An absolute URI without a fragment.</param>
    /// <param name="document">A text that is JSON.</param>
    public void Register(string uri, JsonText document)
    {
        if (document is null)
            throw new ArgumentNullException(nameof(document));
        if (document.Error is { } error)
            throw new ArgumentException(error.Message.Text(MessageLanguage.English), nameof(document));
        _pending[UriReference.Canonical(UriReference.Cut(uri).Uri)] = document;
    }

    /// <summary>Whether a document is one of the meta-schemas that come with this library, whatever it calls itself.</summary>
    internal bool IsPublished(SchemaDocument document) => _published.Contains(document);

    internal SchemaDocument Add(JsonText text, string uri, SchemaDraft? draft = null)
    {
        uri = UriReference.Canonical(uri);
        var document = new SchemaDocument(text, uri, new Dialect(draft ?? _draft), this);
        _resources[uri] = document.Root;
        foreach (var resource in document.Resources)
            if (!_resources.ContainsKey(resource.Uri) || resource == document.Root)
                _resources[resource.Uri] = resource;
        return document;
    }

    internal SchemaResource? Find(string uri)
    {
        uri = UriReference.Canonical(uri);
        if (_resources.TryGetValue(uri, out var known))
            return known;
        if (!_pending.TryGetValue(uri, out var text))
        {
            if (MetaSchema(uri) is { Error: null } published)
            {
                _published.Add(Add(published, uri));
                return _resources.TryGetValue(uri, out var meta) ? meta : null;
            }

            text = Fallback?.Invoke(uri);
        }

        if (text is null || text.Error is not null)
            return null;
        _pending.Remove(uri);
        Add(text, uri);
        return _resources.TryGetValue(uri, out var resource) ? resource : null;
    }

    // The published meta-schemas are embedded under the last parts of their URIs, and read when one is asked for.
    private static JsonText? MetaSchema(string uri)
    {
        const string Dated = "draft/",
            Suffix = "/schema";
        if (Dialect.AfterHost(uri) is not { } path)
            return null;
        string name;
        if (path.StartsWith(Dated, StringComparison.Ordinal))
            name = path.Substring(Dated.Length).Replace("/meta/", ".").Replace('/', '.') + ".json";
        else if (path.EndsWith(Suffix, StringComparison.Ordinal))
            name = path.Substring(0, path.Length - Suffix.Length) + ".json";
        else
            return null;
        using var stream = typeof(SchemaRegistry).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return JsonText.Read(memory.ToArray());
    }

    /// <summary>The value that an absolute URI with a fragment names; null when there is none.</summary>
    internal JsonValue? Resolve(string absolute)
    {
        var (uri, fragment) = UriReference.Cut(absolute);
        if (Find(uri) is not { } resource)
            return null;
        var text = resource.Document.Text;
        var root = new JsonValue(text, resource.RootIndex);
        if (fragment is null or "")
            return root;
        if (fragment[0] != '/')
            return resource.Anchors.TryGetValue(fragment, out var index) ? new JsonValue(text, index) : null;
        return text.TryFind(root.Pointer + fragment, out var target) ? target : null;
    }

    internal Dialect? DialectOf(string metaSchema)
    {
        var uri = UriReference.Cut(metaSchema).Uri;
        if (Dialect.Find(uri) is { } draft)
            return new Dialect(draft);
        if (Find(uri) is not { } meta)
            return null;
        var root = new JsonValue(meta.Document.Text, meta.RootIndex);
        return root.TryGetMember("$vocabulary", out var vocabularies)
            ? Dialect.Of(meta.Dialect.Draft, vocabularies)
            : meta.Dialect;
    }

    internal IEnumerable<SchemaResource> Resources => _resources.Values.Distinct();
}
