namespace PolicyKit.Json.Schemas;

/// <summary>
/// Resolution of URI references (RFC 3986 §5.2). System.Uri changes what it resolves (case, escapes, urn), and two
/// schemas that differ by it would meet.
/// </summary>
internal static class UriReference
{
    /// <summary>The absolute URI of a reference; the reference itself when the base is empty.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        var (b, r) = (Split(baseUri), Split(reference));
        if (r.Scheme is not null)
            return Join(r with { Path = RemoveDots(r.Path) });
        if (r.Authority is not null)
            return Join(r with { Scheme = b.Scheme, Path = RemoveDots(r.Path) });
        if (r.Path.Length == 0)
            return Join(b with { Query = r.Query ?? b.Query, Fragment = r.Fragment });
        var path =
            r.Path[0] == '/' ? r.Path
            : b.Authority is not null && b.Path.Length == 0 ? "/" + r.Path
            : b.Path.Substring(0, b.Path.LastIndexOf('/') + 1) + r.Path;
        return Join(b with { Path = RemoveDots(path), Query = r.Query, Fragment = r.Fragment });
    }

    /// <summary>
    /// One spelling for the URIs of files, which people write as the files are named or escaped: only <c>%</c>,
    /// <c>?</c> and <c>#</c> in the path stay escaped. Other URIs are compared as they are (2020-12 core §9.1.2).
    /// </summary>
    public static string Canonical(string uri)
    {
        if (!uri.StartsWith("file:", StringComparison.Ordinal))
            return uri;
        var end = uri.IndexOfAny(new[] { '?', '#' });
        var path = end < 0 ? uri : uri.Substring(0, end);
        return EscapePath(Uri.UnescapeDataString(path)) + uri.Substring(path.Length);
    }

    /// <summary>A path as it stands in a URI.</summary>
    public static string EscapePath(string path) => path.Replace("%", "%25").Replace("?", "%3F").Replace("#", "%23");

    /// <summary>
    /// The URI without its fragment, and the fragment with percent signs decoded (null when there is none).
    /// </summary>
    public static (string Uri, string? Fragment) Cut(string uri) =>
        uri.IndexOf('#') is var at and >= 0
            ? (uri.Substring(0, at), Uri.UnescapeDataString(uri.Substring(at + 1)))
            : (uri, null);

    private static string RemoveDots(string path)
    {
        if (!path.Contains('.'))
            return path;
        var output = new List<string>();
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] == "..")
            {
                if (output.Count > 1 || (output.Count == 1 && output[0].Length > 0))
                    output.RemoveAt(output.Count - 1);
                if (last)
                    output.Add("");
            }
            else if (segments[i] != ".")
                output.Add(segments[i]);
            else if (last)
                output.Add("");
        }

        return string.Join("/", output);
    }

    // RFC 3986 appendix B, by hand: a schema is split at thousands of references before the first instance is judged.
    private static UriParts Split(string uri)
    {
        string? scheme = null,
            authority = null,
            query = null,
            fragment = null;
        if (Cut(ref uri, '#') is { } f)
            fragment = f;
        if (Cut(ref uri, '?') is { } q)
            query = q;
        var colon = uri.IndexOf(':');
        if (colon > 0 && uri.IndexOf('/', 0, colon) < 0)
            (scheme, uri) = (uri.Substring(0, colon), uri.Substring(colon + 1));
        if (uri.StartsWith("//", StringComparison.Ordinal))
        {
            var end = uri.IndexOf('/', 2);
            (authority, uri) = end < 0 ? (uri.Substring(2), "") : (uri.Substring(2, end - 2), uri.Substring(end));
        }

        return new UriParts(scheme, authority, uri, query, fragment);
    }

    private static string? Cut(ref string uri, char mark)
    {
        var at = uri.IndexOf(mark);
        if (at < 0)
            return null;
        var rest = uri.Substring(at + 1);
        uri = uri.Substring(0, at);
        return rest;
    }

    private static string Join(UriParts parts) =>
        (parts.Scheme is null ? "" : parts.Scheme + ":")
        + (parts.Authority is null ? "" : "//" + parts.Authority)
        + parts.Path
        + (parts.Query is null ? "" : "?" + parts.Query)
        + (parts.Fragment is null ? "" : "#" + parts.Fragment);

    private sealed record UriParts(string? Scheme, string? Authority, string Path, string? Query, string? Fragment);
}
