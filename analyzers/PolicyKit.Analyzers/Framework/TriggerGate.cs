using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyKit.Compliance;

namespace PolicyKit.Analyzers.Framework;

/// <summary>Tells by the mere text which pieces of code hold nothing that any rule of a compilation looks for.</summary>
internal sealed class TriggerGate
{
    // Shorter texts are no secret, no host and no setting; two of them may be one in pieces.
    private const int ShortestText = 4;

    private static readonly string[] AuthenticationSchemes = { "Basic ", "Bearer ", "ApiKey " };

    private readonly HashSet<string> _names;
    private readonly string[] _inFile;
    private readonly bool _isOpen;

    private TriggerGate(HashSet<string> names, string[] inFile, bool isOpen) => (_names, _inFile, _isOpen) = (names, inFile, isOpen);

    public static TriggerGate Of(IReadOnlyCollection<Trigger> triggers, Compilation compilation)
    {
        var inFile = triggers.SelectMany(t => t.InFile).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var names = new HashSet<string>(triggers.SelectMany(t => t.Names), StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var root = tree.GetRoot();
            if (root is CompilationUnitSyntax unit && unit.Usings.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && Holds(u.ToString(), inFile)))
                // What a file may use without naming it may stand anywhere.
                return new TriggerGate(names, inFile, true);
            AddTexts(root, names);
        }

        return new TriggerGate(names, inFile, false);
    }

    /// <summary>Whether a file as a whole is to be looked at.</summary>
    public bool IsOpenFor(SyntaxTree tree, CancellationToken cancellation) => _isOpen || Holds(tree.GetText(cancellation).ToString(), _inFile);

    /// <summary>Whether a piece of code may hold something.</summary>
    public bool LetsThrough(SyntaxNode body)
    {
        var (texts, isTrue, isFunction) = (0, false, false);
        foreach (var token in body.DescendantTokens())
            switch (token.Kind())
            {
                case SyntaxKind.IdentifierToken when _names.Contains(token.ValueText):
                case var kind when IsText(kind) && (token.ValueText.Length < ShortestText ? ++texts > 1 : MayMatter(token.ValueText)):
                // new(1024): the type is named elsewhere.
                case SyntaxKind.NumericLiteralToken when token.Parent?.Parent?.Parent?.Parent is ImplicitObjectCreationExpressionSyntax:
                    return true;
                case SyntaxKind.TrueKeyword:
                    isTrue = true;
                    break;
                case SyntaxKind.EqualsGreaterThanToken or SyntaxKind.DelegateKeyword:
                    isFunction = true;
                    break;
            }

        // A function that only says yes may be what validates.
        return isTrue && isFunction;
    }

    // Members that hold a text: whoever names one may put its text somewhere.
    private static void AddTexts(SyntaxNode root, HashSet<string> names)
    {
        foreach (var node in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            switch (node)
            {
                case BaseFieldDeclarationSyntax field:
                    foreach (var variable in field.Declaration.Variables)
                        if (variable.Initializer is { } initializer && HoldsText(initializer))
                            names.Add(variable.Identifier.ValueText);
                    break;
                case PropertyDeclarationSyntax property when (property.Initializer ?? (SyntaxNode?)property.ExpressionBody ?? property.AccessorList) is { } value && HoldsText(value):
                    names.Add(property.Identifier.ValueText);
                    break;
            }
    }

    private static bool HoldsText(SyntaxNode node) => node.DescendantTokens().Any(t => IsText(t.Kind()) && (t.ValueText.Length < ShortestText || MayMatter(t.ValueText)));

    private static bool IsText(SyntaxKind kind) => kind is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    // Sentences, messages and labels are most of the texts of a program. With white space or other letters than ASCII's a text is no secret, no host and no key;
    // what may hold one all the same is a connection string, a URL, a token or a header. (Of a text in pieces, one piece passes or the whole is a sentence.)
    private static bool MayMatter(string text)
    {
        foreach (var c in text)
            if (c is <= ' ' or > '~')
                return text.IndexOf('=') >= 0 || text.IndexOf("://", StringComparison.Ordinal) >= 0 || SecretShapes.IsToken(text) || Array.Exists(AuthenticationSchemes, s => text.StartsWith(s, StringComparison.Ordinal));
        return true;
    }

    private static bool Holds(string text, string[] words)
    {
        foreach (var word in words)
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }
}
