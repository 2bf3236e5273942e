using Microsoft.CodeAnalysis;

namespace PolicyKit.Analyzers.Framework;

/// <summary>A text that an expression can have, as far as the source shows it.</summary>
/// <param name="Text">The text; <see cref="Hole"/> stands for every part that is not known.</param>
/// <param name="Origin">Where its first known part is written.</param>
internal sealed record TextValue(string Text, SyntaxNode Origin)
{
    /// <summary>U+FFFC: an unknown part.</summary>
    public const char Hole = '\uFFFC';

    public bool IsWhole => Text.IndexOf(Hole) < 0;
}
