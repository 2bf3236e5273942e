namespace PolicyKit.Policies;

/// <summary>A line before the first provision.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Text">
/// What it says; null where the policy says it elsewhere: the title, the body's name, the adoption, the heading of the
/// table of contents.
/// </param>
/// <param name="Layout">
/// How the line is printed, with <c>{text}</c> for what it says; null for the text alone on its line.
/// </param>
public sealed record FrontLine(FrontRole Role, string? Text, string? Layout);
