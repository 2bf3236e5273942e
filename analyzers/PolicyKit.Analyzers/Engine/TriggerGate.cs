using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyKit.Findings;

namespace PolicyKit.Analyzers.Engine;

/// <summary>Tells by the mere text which pieces of code hold nothing that any rule of a compilation looks for.</summary>
internal sealed class TriggerGate
{
    // Shorter texts are no secret, no host and no setting; two of them may be one in pieces.
    private const int ShortestText = 4;

    private static readonly string[] AuthenticationSchemes = { "Basic ", "Bearer ", "ApiKey " };

    private readonly IdentifierSet _names;
    private readonly HashSet<string> _pieces;
    private readonly WordFinder _inFile;
    private readonly bool _isOpen;

    private TriggerGate(IdentifierSet names, HashSet<string> pieces, WordFinder inFile, bool isOpen) =>
        (_names, _pieces, _inFile, _isOpen) = (names, pieces, inFile, isOpen);

    public static TriggerGate Of(IReadOnlyCollection<Trigger> triggers, Compilation compilation)
    {
        var inFile = new WordFinder(triggers.SelectMany(t => t.InFile));
        var (names, pieces) = (
            new HashSet<string>(triggers.SelectMany(t => t.Names), StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        var isOpen = false;
        foreach (var root in compilation.SyntaxTrees.Select(tree => tree.GetRoot()))
        {
            // What a file may use without naming it may stand anywhere.
            isOpen =
                root is CompilationUnitSyntax unit
                && unit.Usings.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && inFile.IsIn(u.ToString()));
            if (isOpen)
                break;
            AddTexts(root, names, pieces);
        }

        // One name may stand for a piece in one type and for a whole text in another.
        pieces.ExceptWith(names);
        return new TriggerGate(new IdentifierSet(names.Concat(pieces)), pieces, inFile, isOpen);
    }

    /// <summary>Whether a file as a whole is to be looked at.</summary>
    public bool IsOpenFor(string file) => _isOpen || _inFile.IsIn(file);

    /// <summary>Whether a piece of code may hold something. It is read letter by letter, and a token is looked up only where something begins: that takes half of the time that all of its tokens take.</summary>
    /// <param name="body">The code.</param>
    /// <param name="file">The text of its file.</param>
    public bool LetsThrough(SyntaxNode body, string file)
    {
        var (pieces, isTrue, isFunction) = (0, false, false);
        var end = body.Span.End;
        for (var i = body.SpanStart; i < end; )
        {
            isFunction |= file[i] == '=' && i + 1 < end && file[i + 1] == '>';
            var length = _names.Read(file, i, end, out var isKnown);
            if (!isKnown && !Begins(file[i]) && !IsWord(i, length))
            {
                i += Math.Max(1, length);
                continue;
            }

            var token = body.FindToken(i);
            // In a comment or in a directive, before or after the token.
            if (!token.Span.Contains(i))
            {
                i = i < token.SpanStart ? token.SpanStart : Math.Max(i + 1, token.FullSpan.End);
                continue;
            }

            switch (token.Kind())
            {
                case SyntaxKind.IdentifierToken
                    when _names.Contains(token.ValueText) && (!_pieces.Contains(token.ValueText) || ++pieces > 1):
                case var kind when IsText(kind) && kind != SyntaxKind.InterpolatedStringTextToken && Opens(token):
                case SyntaxKind.InterpolatedStringStartToken
                or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken
                or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                    when token.Parent is InterpolatedStringExpressionSyntax text
                        && text.Contents.OfType<InterpolatedStringTextSyntax>().Any(t => Opens(t.TextToken)):
                // new(1024): the type is named elsewhere.
                case SyntaxKind.NewKeyword
                    when token.Parent is ImplicitObjectCreationExpressionSyntax creation
                        && creation.ArgumentList.Arguments.Any(a =>
                            a.Expression.IsKind(SyntaxKind.NumericLiteralExpression)
                        ):
                    return true;
                case SyntaxKind.TrueKeyword:
                    isTrue = true;
                    break;
                case SyntaxKind.DelegateKeyword:
                    isFunction = true;
                    break;
            }

            i = token.Span.End;
        }

        // A function that only says yes may be what validates.
        return isTrue && isFunction;

        bool Opens(SyntaxToken text) =>
            text.ValueText.Length < ShortestText ? IsPiece(text) && ++pieces > 1 : MayMatter(text);

        // A text begins, or a letter written as \u0041.
        bool Begins(char c) => c is '"' or '\\';

        bool IsWord(int at, int length) =>
            length is 3 or 4 or 8
            && string.CompareOrdinal(
                file,
                at,
                length == 3 ? "new"
                    : length == 4 ? "true"
                    : "delegate",
                0,
                length
            ) == 0;
    }

    // Members that hold a text: whoever names one may put its text somewhere. What is short is a piece of one.
    private static void AddTexts(SyntaxNode root, HashSet<string> names, HashSet<string> pieces)
    {
        foreach (
            var node in root.DescendantNodes(n =>
                n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
            )
        )
            switch (node)
            {
                case BaseFieldDeclarationSyntax field:
                    // A constant may be put together from others.
                    var isConstant =
                        field.Modifiers.Any(SyntaxKind.ConstKeyword)
                        && field.Declaration.Type
                            is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword };
                    foreach (var variable in field.Declaration.Variables)
                        Add(variable.Initializer?.Value, variable.Identifier, isConstant);
                    break;
                case PropertyDeclarationSyntax property:
                    Add(StringValueTracker.Shown(property), property.Identifier, false);
                    break;
            }

        void Add(ExpressionSyntax? value, SyntaxToken name, bool isConstant)
        {
            if (
                value is LiteralExpressionSyntax { Token: { ValueText.Length: < ShortestText } piece }
                && IsText(piece.Kind())
            )
                pieces.Add(name.ValueText);
            else if (value is not null && ((isConstant && value is not LiteralExpressionSyntax) || HoldsText(value)))
                names.Add(name.ValueText);
        }
    }

    private static bool HoldsText(SyntaxNode node) =>
        node.DescendantTokens().Any(t => IsText(t.Kind()) && (t.ValueText.Length < ShortestText || MayMatter(t)));

    private static bool IsText(SyntaxKind kind) =>
        kind
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    // Only what is joined to others is a piece of a text: what is compared, and what is handed to a call that joins nothing, stands by itself.
    private static bool IsPiece(SyntaxToken token) =>
        token.Parent is not LiteralExpressionSyntax literal
        || literal.Parent switch
        {
            ArgumentSyntax { Parent: BracketedArgumentListSyntax }
            or CaseSwitchLabelSyntax
            or ConstantPatternSyntax
            or AttributeArgumentSyntax => false,
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AddExpression)
                || binary.IsKind(SyntaxKind.CoalesceExpression),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => StringValueTracker.Joins(call),
            _ => true,
        };

    // Sentences, messages and labels are most of the texts of a program. With white space or other letters than ASCII's a text is no secret, no host and no key;
    // what may hold one all the same is a connection string, a URL, a token or a header. (Of a text in pieces, one piece passes or the whole is a sentence.)
    private static bool MayMatter(SyntaxToken token)
    {
        var text = token.ValueText;
        if (StringValue.IsNothing(text))
            return false;
        var isSentence = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] is '='
                && (i == 0 || text[i - 1] is not ('=' or '!' or '<' or '>'))
                && (i + 1 == text.Length || text[i + 1] is not ('=' or '>'))
            )
                return true;
            isSentence |= text[i] is <= ' ' or > '~';
        }

        return (!isSentence && !NamedValueCollector.IsOnlyAName(token.Parent))
            || text.IndexOf("://", StringComparison.Ordinal) >= 0
            || SecretShapes.IsToken(text)
            || Array.Exists(AuthenticationSchemes, s => text.StartsWith(s, StringComparison.Ordinal));
    }
}
