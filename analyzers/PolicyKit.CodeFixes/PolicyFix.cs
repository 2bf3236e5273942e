using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace PolicyKit.CodeFixes;

/// <summary>
/// A fix of one rule. The base finds the place, offers the change, and applies it; a fix only says what becomes of
/// the place.
/// </summary>
public abstract class PolicyFix : CodeFixProvider
{
    private readonly string _japanese;
    private readonly string _english;

    private protected PolicyFix(string id, string japanese, string english)
    {
        FixableDiagnosticIds = ImmutableArray.Create(id);
        (_japanese, _english) = (japanese, english);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        if (
            await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false)
            is not { } model
        )
            return;
        foreach (var diagnostic in context.Diagnostics.Where(d => d.Location.SourceTree == root.SyntaxTree))
        {
            var place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Change(new FixPlace(place, model, diagnostic, context.CancellationToken)) is not { } change)
                continue;
            // The new file is made only for whoever takes the offer.
            context.RegisterCodeFix(
                CodeAction.Create(
                    TitleFor(context.Document.Project),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(Apply(root, change))),
                    GetType().Name
                ),
                diagnostic
            );
        }
    }

    private static SyntaxNode Apply(SyntaxNode root, (SyntaxNode Old, SyntaxNode? New) change) =>
        change.New is null
            ? root.RemoveNode(change.Old, SyntaxRemoveOptions.KeepNoTrivia)!
            : root.ReplaceNode(
                change.Old,
                change.New.WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation)
            );

    // In the language that the findings are in.
    private string TitleFor(Project project) =>
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(
            "build_property.PolicyKitLanguage",
            out var language
        )
        && language == "en"
            ? _english
            : _japanese;

    /// <summary>
    /// The node to replace and what takes its place (null: it goes); null when nothing safe can be offered here.
    /// </summary>
    private protected abstract (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at);

    private protected static LiteralExpressionSyntax True =>
        SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);

    /// <summary>An expression with whole names, which are made as short as the file allows.</summary>
    private protected static ExpressionSyntax Expression(string code)
    {
        var expression = SyntaxFactory.ParseExpression(code);
        return expression.ReplaceNodes(
            expression.DescendantNodesAndSelf().Where(n => n is NameSyntax or MemberAccessExpressionSyntax),
            (_, now) => now.WithAdditionalAnnotations(Simplifier.Annotation)
        );
    }

    /// <summary>An object creation with one more member set.</summary>
    private protected static BaseObjectCreationExpressionSyntax With(
        BaseObjectCreationExpressionSyntax creation,
        string member,
        ExpressionSyntax value
    )
    {
        var assignment = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(member),
            value
        );
        var initializer = creation.Initializer is { } old
            ? old.WithExpressions(old.Expressions.Add(assignment))
            : SyntaxFactory.InitializerExpression(
                SyntaxKind.ObjectInitializerExpression,
                SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(assignment)
            );
        return creation.WithInitializer(initializer);
    }
}

/// <summary>Where a fix works.</summary>
internal sealed record FixPlace(
    SyntaxNode Node,
    SemanticModel Model,
    Diagnostic Diagnostic,
    CancellationToken CancellationToken
)
{
    /// <summary>What of the place the finding is about, where several things can be wrong with it.</summary>
    public string? Aspect => Diagnostic.Properties.TryGetValue("PolicyKit.Aspect", out var aspect) ? aspect : null;

    public T? Ancestor<T>()
        where T : SyntaxNode => Node.FirstAncestorOrSelf<T>();

    public ITypeSymbol? TypeOf(SyntaxNode node) => Model.GetTypeInfo(node, CancellationToken).Type;
}
