namespace PolicyKit.Systems;

/// <summary>How the system is used from outside the office.</summary>
/// <param name="Terminals">Issued terminals.</param>
/// <param name="MultiFactor">Second factor.</param>
/// <param name="Limits">Limits on terminals.</param>
/// <param name="Updates">How terminals stay current.</param>
public sealed record RemoteWork(string Terminals, bool MultiFactor, string Limits, string Updates);
