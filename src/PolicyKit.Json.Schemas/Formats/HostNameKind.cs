namespace PolicyKit.Json.Schemas;

/// <summary>Which labels a host name may have.</summary>
internal enum HostNameKind
{
    /// <summary>Letters, digits and hyphens.</summary>
    Rfc1123,

    /// <summary>The same, and what looks like an A-label is one (RFC 5890).</summary>
    ALabels,

    /// <summary>U-labels too.</summary>
    International,
}
