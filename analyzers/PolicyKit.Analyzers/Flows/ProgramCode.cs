using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Flows;

/// <summary>The code of the members of a program, wherever it stands.</summary>
internal sealed class ProgramCode(Compilation compilation)
{
    private static readonly IReadOnlyList<SyntaxNode> Nothing = Array.Empty<SyntaxNode>();

    private readonly SourceBodies _bodies = SourceBodies.Of(compilation);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<SyntaxNode>> _code = new(
        SymbolEqualityComparer.Default
    );
    private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<string, IMethodSymbol>> _writers = new(
        SymbolEqualityComparer.Default
    );

    /// <summary>The pieces of code that run when a method runs; none for what others declare.</summary>
    public IReadOnlyList<SyntaxNode> Of(IMethodSymbol method) => _code.GetOrAdd(method, m => Find((IMethodSymbol)m));

    /// <summary>A piece of code as the compiler understands it.</summary>
    public IOperation? Bind(SyntaxNode node) => _bodies.Bind(node);

    /// <summary>What a field or property is declared with; null where that is nothing.</summary>
    public SyntaxNode? InitializerOf(ISymbol member) =>
        member.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).FirstOrDefault(_bodies.Holds) switch
        {
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
            _ => null,
        };

    /// <summary>The methods of a type that assign one of its fields or properties.</summary>
    public IEnumerable<IMethodSymbol> WritersOf(ISymbol member) =>
        member.ContainingType is { } type
            ? _writers.GetOrAdd(type, FindWriters)[member.Name].Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            : Array.Empty<IMethodSymbol>();

    private IReadOnlyList<SyntaxNode> Find(IMethodSymbol method)
    {
        var code = method
            .DeclaringSyntaxReferences.Concat(
                (IEnumerable<SyntaxReference>?)method.PartialImplementationPart?.DeclaringSyntaxReferences
                    ?? Array.Empty<SyntaxReference>()
            )
            .Select(r => r.GetSyntax())
            .Where(_bodies.Holds)
            .SelectMany(CodeIn)
            .ToList();
        return code.Count == 0 ? Nothing : code;
    }

    /// <summary>Whether a constructor is written as the parameters of its type.</summary>
    public static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax);

    private static IEnumerable<SyntaxNode> CodeIn(SyntaxNode declaration)
    {
        switch (declaration)
        {
            case ConstructorDeclarationSyntax { Parent: TypeDeclarationSyntax type } constructor:
                return Initializers(type).Append(constructor);
            case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }:
            case AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                return Nothing;
            case BaseMethodDeclarationSyntax:
            case AccessorDeclarationSyntax:
            case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                return new[] { declaration };
            case TypeDeclarationSyntax { ParameterList: not null } type:
                return Initializers(type)
                    .Concat(
                        (IEnumerable<SyntaxNode>?)type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>()
                            ?? Nothing
                    );
            default:
                return Nothing;
        }
    }

    // What the members of an object begin with.
    private static IEnumerable<SyntaxNode> Initializers(TypeDeclarationSyntax type) =>
        type.Members.SelectMany(member =>
            member switch
            {
                PropertyDeclarationSyntax { Initializer: { } initializer } => new[] { initializer },
                FieldDeclarationSyntax field when !field.Modifiers.Any(m => m.ValueText is "static" or "const") => field
                    .Declaration.Variables.Select(v => v.Initializer)
                    .OfType<EqualsValueClauseSyntax>(),
                _ => Enumerable.Empty<SyntaxNode>(),
            }
        );

    private ILookup<string, IMethodSymbol> FindWriters(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IMethodSymbol>()
            .SelectMany(method =>
                Of(method)
                    .Where(code => code is not EqualsValueClauseSyntax)
                    .SelectMany(code => code.DescendantNodes())
                    .Select(AssignedName)
                    .OfType<string>()
                    .Select(name => (name, method))
            )
            .ToLookup(w => w.name, w => w.method, StringComparer.Ordinal);

    private static string? AssignedName(SyntaxNode node) =>
        node switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
            AssignmentExpressionSyntax
            {
                Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: { } name }
            } => name.Identifier.ValueText,
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name }
            } => name.Identifier.ValueText,
            _ => null,
        };
}
