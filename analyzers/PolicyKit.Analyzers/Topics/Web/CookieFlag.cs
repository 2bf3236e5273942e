namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>What keeps a cookie from those it is not for.</summary>
internal enum CookieFlag
{
    /// <summary>It travels over TLS alone.</summary>
    Secure,

    /// <summary>Scripts cannot read it.</summary>
    HttpOnly,

    /// <summary>Requests from other sites do not carry it.</summary>
    SameSite,
}
