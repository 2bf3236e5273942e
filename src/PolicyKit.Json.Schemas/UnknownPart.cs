namespace PolicyKit.Json.Schemas;

/// <summary>Something that a schema document names and that is not known.</summary>
internal sealed record UnknownPart(string Problem, JsonValue At, string Name);
