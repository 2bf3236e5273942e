namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>A name with a value that stands in a text.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value, without quotation marks.</param>
/// <param name="IsQuery">Whether it is part of the query of a URL.</param>
/// <param name="IsWhole">Whether the text is hardly more than this.</param>
internal sealed record SecretPair(string Name, string Value, bool IsQuery, bool IsWhole);
