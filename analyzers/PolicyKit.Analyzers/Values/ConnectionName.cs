namespace PolicyKit.Analyzers.Values;

/// <summary>What a name says of a connection: where a library gave it, and where the system's own code did.</summary>
internal sealed record ConnectionName(bool IsForeign, bool IsOwn);
