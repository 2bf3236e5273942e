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
}
