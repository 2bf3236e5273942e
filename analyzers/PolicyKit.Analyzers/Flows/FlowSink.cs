namespace PolicyKit.Analyzers.Flows;

/// <summary>Where values leave the code: what a sink does with them.</summary>
internal enum FlowSink
{
    /// <summary>A log, a trace, the console or telemetry.</summary>
    Log,

    /// <summary>The text of an exception.</summary>
    Exception,

    /// <summary>An address or its query.</summary>
    Address,

    /// <summary>A service of somebody else: the body of a request, a mail, a message, a file in a cloud.</summary>
    External,

    /// <summary>A temporary file, a cache, a session or a cookie.</summary>
    Store,

    /// <summary>The answer to a request.</summary>
    Response,

    /// <summary>A command to a database.</summary>
    Sql,

    /// <summary>A command to the operating system.</summary>
    Command,

    /// <summary>The path of a file.</summary>
    Path,

    /// <summary>A filter or a name of a directory service.</summary>
    Ldap,

    /// <summary>A query of an XML document.</summary>
    XPath,

    /// <summary>The address of a request that the server makes.</summary>
    Request,

    /// <summary>The address that a browser is sent to.</summary>
    Redirect,

    /// <summary>Text that a browser reads as HTML.</summary>
    Html,

    /// <summary>Text that is XML and is not encoded any more.</summary>
    Xml,

    /// <summary>The pattern of a regular expression.</summary>
    Regex,

    /// <summary>Code that is compiled or loaded.</summary>
    Code,
}
