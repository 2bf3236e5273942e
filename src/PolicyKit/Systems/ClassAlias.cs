using PolicyKit.Reading;

namespace PolicyKit.Systems;

/// <summary>What a document calls a class, and the classes that it means.</summary>
/// <param name="Name">The name, for example 3.</param>
/// <param name="Classes">The classes, at least one.</param>
public sealed record ClassAlias(string Name, ValueList<Confidentiality> Classes);
