namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>
/// Hosts whose addresses are names of namespaces and terms. Each is said in full: anybody can call a machine of
/// theirs <c>schemas.…</c>.
/// </summary>
internal static class Vocabularies
{
    private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "docs.oasis-open.org",
        "docs.oasisopen.org",
        "json-schema.org",
        "ns.adobe.com",
        "purl.org",
        "schema.org",
        "schemas.android.com",
        "schemas.datacontract.org",
        "schemas.google.com",
        "schemas.microsoft.com",
        "schemas.openxmlformats.org",
        "schemas.xmlsoap.org",
        "tempuri.org",
        "uri.etsi.org",
        "www.openarchives.org",
        "www.sitemaps.org",
        "www.w3.org",
        "xmlns.com",
        "xmlns.oracle.com",
    };

    public static bool Holds(string host) => Hosts.Contains(host);
}
