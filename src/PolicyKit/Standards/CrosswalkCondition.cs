namespace PolicyKit.Standards;

/// <summary>A condition under which, together with the others, a framework does not bind a body.</summary>
/// <param name="Id">Its id, by which a body states whether it holds.</param>
/// <param name="Title">The condition, in Japanese.</param>
/// <param name="EnglishTitle">The condition, in English; null where nobody has translated it.</param>
public sealed record CrosswalkCondition(FrameworkId Id, string Title, string? EnglishTitle);
