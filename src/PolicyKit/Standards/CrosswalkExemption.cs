namespace PolicyKit.Standards;

/// <summary>
/// Systems that exist, and contracts that are being performed, on the day from which a framework binds (経過措置).
/// </summary>
/// <param name="Items">The items from which they are exempt, and no others.</param>
/// <param name="Title">What is exempt, in Japanese.</param>
/// <param name="EnglishTitle">What is exempt, in English; null where nobody has translated it.</param>
public sealed record CrosswalkExemption(ValueList<ExemptItem> Items, string Title, string? EnglishTitle);
