using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// What the members of the program give, wherever they are declared: of a field and a property what is put there, of
/// a method what it returns.
/// Found once for each member, and bound by one model for each file, so that going from member to member costs as
/// much as the code is long.
/// </summary>
internal sealed class SourceBodies(Compilation compilation)
{
    private static readonly ConditionalWeakTable<Compilation, SourceBodies> All = new();
    private static readonly IReadOnlyList<ExpressionSyntax> Nothing = Array.Empty<ExpressionSyntax>();

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<ExpressionSyntax>> _given = new(
        SymbolEqualityComparer.Default
    );
    private readonly ConcurrentDictionary<
        INamedTypeSymbol,
        IReadOnlyDictionary<string, IReadOnlyList<AssignmentExpressionSyntax>>
    > _assigned = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<INamedTypeSymbol>> _implementing = new(
        SymbolEqualityComparer.Default
    );

    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<string>> _changed = new(
        SymbolEqualityComparer.Default
    );

    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<string>> _filled = new(
        SymbolEqualityComparer.Default
    );

    public static SourceBodies Of(Compilation compilation) =>
        All.GetValue(compilation, static c => new SourceBodies(c));

    /// <summary>Whether a piece of code belongs to this program, and not to another that it refers to.</summary>
    public bool Holds(SyntaxNode node) => compilation.ContainsSyntaxTree(node.SyntaxTree);

    /// <summary>
    /// The expressions that a field, property or method of this program can give; none for what others declare.
    /// </summary>
    public IReadOnlyList<ExpressionSyntax> GivenBy(ISymbol member) => _given.GetOrAdd(member.OriginalDefinition, Find);

    /// <summary>The types of the program that implement an interface.</summary>
    public IEnumerable<INamedTypeSymbol> TypesOf(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
            ? _implementing.GetOrAdd(type.OriginalDefinition, FindImplementing)
            : Array.Empty<INamedTypeSymbol>();

    private IReadOnlyList<INamedTypeSymbol> FindImplementing(INamedTypeSymbol type) =>
        compilation
            .GetSymbolsWithName(static _ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(t => t.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, type)))
            .ToList();

    /// <summary>An expression as the compiler understands it.</summary>
    public IOperation? Bind(SyntaxNode expression)
    {
#pragma warning disable RS1030 // The member may stand in another file than the one at hand; each file has one model here.
        var model = _models.GetOrAdd(expression.SyntaxTree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
        return model.GetOperation(expression);
    }

    /// <summary>
    /// Whether a member keeps what its declaration and the constructors give it: nobody else can set it, and nobody
    /// who can fills it.
    /// </summary>
    public bool Keeps(ISymbol member) =>
        member switch
        {
            IMethodSymbol => true,
            IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } => true,
            IPropertySymbol { SetMethod: null } => true,
            IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
            or IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private } => !_changed
                .GetOrAdd(member.ContainingType, ChangedIn)
                .Contains(member.Name),
            _ => false,
        };

    /// <summary>Whether nobody fills the array that a private field was made with.</summary>
    public bool IsLeftAsItIs(ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private }
        && !_filled
            .GetOrAdd(member.ContainingType, type => ChangedIn(type, withConstructors: true))
            .Contains(member.Name);

    private HashSet<string> ChangedIn(INamedTypeSymbol type) => ChangedIn(type, withConstructors: false);

    // The names that the methods of a type assign, or hand to a call that fills what it gets.
    private HashSet<string> ChangedIn(INamedTypeSymbol type, bool withConstructors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var node in type
                .DeclaringSyntaxReferences.Select(r => r.GetSyntax())
                .Where(Holds)
                .SelectMany(t => t.DescendantNodes(n => withConstructors || n is not ConstructorDeclarationSyntax))
        )
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element }
                    when NameOf(element.Expression) is { } name:
                    names.Add(name);
                    break;
                case AssignmentExpressionSyntax assignment when NameOf(assignment.Left) is { } name:
                    names.Add(name);
                    break;
                case ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } argument
                    when NameOf(argument.Expression) is { } name:
                    names.Add(name);
                    break;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
                    when Fills(call) && NameOf(argument.Expression) is { } name:
                    names.Add(name);
                    break;
            }

        return names;
    }

    private static bool Fills(InvocationExpressionSyntax call) =>
        call.Expression
            is MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetBytes"
                    or "GetNonZeroBytes"
                    or "NextBytes"
                    or "Fill"
                    or "Read"
                    or "ReadExactly"
                    or "ReadAsync"
                    or "Copy"
                    or "BlockCopy"
                    or "CopyTo"
                    or "Clear"
            };

    private IReadOnlyList<ExpressionSyntax> Find(ISymbol member)
    {
        var declarations = member.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).Where(Holds).ToList();
        if (declarations.Count == 0)
            return Nothing;
        var found = declarations.SelectMany(Given).ToList();
        if (
            member is IFieldSymbol { IsConst: false } or IPropertySymbol
            && member.ContainingType is { } type
            && _assigned.GetOrAdd(type, AssignedIn).TryGetValue(member.Name, out var assigned)
        )
            found.AddRange(assigned.Where(a => IsTo(member, a.Left)).Select(a => a.Right));
        return found;
    }

    private static IEnumerable<ExpressionSyntax> Given(SyntaxNode declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => new[] { value },
            PropertyDeclarationSyntax property => OfProperty(property),
            MethodDeclarationSyntax method => OfBody(method.Body, method.ExpressionBody),
            LocalFunctionStatementSyntax function => OfBody(function.Body, function.ExpressionBody),
            _ => Nothing,
        };

    private static IEnumerable<ExpressionSyntax> OfProperty(PropertyDeclarationSyntax property)
    {
        if (StringValueTracker.Shown(property) is { } shown)
            return new[] { shown };
        var getter = property.AccessorList?.Accessors.FirstOrDefault(a => a.Keyword.ValueText == "get");
        return OfBody(getter?.Body, getter?.ExpressionBody);
    }

    private static IEnumerable<ExpressionSyntax> OfBody(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow) =>
        arrow is not null
            ? new[] { arrow.Expression }
            : body?.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>()
                .Select(r => r.Expression)
                .OfType<ExpressionSyntax>()
                ?? Nothing;

    // A local may bear the name of a member.
    private bool IsTo(ISymbol member, ExpressionSyntax target) =>
        Bind(target) is IMemberReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member);

    // What the constructors and methods of a type put into its members.
    private IReadOnlyDictionary<string, IReadOnlyList<AssignmentExpressionSyntax>> AssignedIn(INamedTypeSymbol type) =>
        type
            .DeclaringSyntaxReferences.Select(r => r.GetSyntax())
            .Where(Holds)
            .SelectMany(t => t.DescendantNodes(n => n == t || n is not BaseTypeDeclarationSyntax))
            .OfType<AssignmentExpressionSyntax>()
            .Where(a => a.OperatorToken.ValueText is "=" or "??=")
            .Select(a => (Name: NameOf(a.Left), Assignment: a))
            .Where(a => a.Name is not null)
            .GroupBy(a => a.Name!, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyList<AssignmentExpressionSyntax>)g.Select(a => a.Assignment).ToList(),
                StringComparer.Ordinal
            );

    private static string? NameOf(ExpressionSyntax target) =>
        target switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } =>
                name.Identifier.ValueText,
            _ => null,
        };
}
