using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// Looks at the files of one compilation: each piece of code is bound once, and each operation is handed to all rules
/// that asked for its kind.
/// </summary>
internal sealed class TreeWalker
{
    private readonly Subscriptions _subscriptions;
    private readonly ConcurrentDictionary<string, ConnectionName> _names = new(StringComparer.Ordinal);

    public TreeWalker(Subscriptions subscriptions)
    {
        _subscriptions = subscriptions;
        if (subscriptions.Sinks.Count > 0)
            subscriptions.AddOperation(subscriptions.Sinks[0].Rule, SeeSinks, NamedValueCollector.Kinds);
        if (subscriptions.Strings.Count > 0)
            subscriptions.AddOperation(subscriptions.Strings[0].Rule, SeeStrings, StringValueTracker.Kinds);
        if (subscriptions.Cryptography.Count > 0)
            subscriptions.AddOperation(
                subscriptions.Cryptography[0].Rule,
                SeeCryptography,
                CryptographicUseFinder.Kinds
            );
    }

    public bool HasWork =>
        LooksAtBodies || _subscriptions.DeclaredTypes.Count > 0 || _subscriptions.Attributes.Count > 0;

    private bool LooksAtBodies => _subscriptions.HasOperations || _subscriptions.Flows.Count > 0;

    public void Walk(SemanticModel model, Action<RuleFinding> found, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        // A rule that fails takes no other with it: the rest is asked first, and the failure is the caller's to report.
        var failures = new Failures();
        SeeTypes(root, model, found, failures, cancellation);
        SeeAttributes(root, model, found, failures, cancellation);
        if (LooksAtBodies)
            foreach (var body in CodeBodies.Of(root))
            {
                cancellation.ThrowIfCancellationRequested();
                SeeBody(body, model, found, failures, cancellation);
            }

        failures.Throw();
    }

    private void SeeTypes(
        SyntaxNode root,
        SemanticModel model,
        Action<RuleFinding> found,
        Failures failures,
        CancellationToken cancellation
    )
    {
        if (_subscriptions.DeclaredTypes.Count == 0)
            return;
        var declarations = root.DescendantNodes(n =>
                n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
            )
            .OfType<TypeDeclarationSyntax>();
        foreach (var declaration in declarations)
            if (model.GetDeclaredSymbol(declaration, cancellation) is { } type && IsFirst(type, declaration))
                foreach (var (rule, judge) in _subscriptions.DeclaredTypes)
                    failures.Try(t => judge(t, new TypeContext(rule, found)), type);
    }

    // A partial type is one type.
    private static bool IsFirst(INamedTypeSymbol type, TypeDeclarationSyntax declaration) =>
        type.DeclaringSyntaxReferences[0].Span == declaration.Span
        && type.DeclaringSyntaxReferences[0].SyntaxTree == declaration.SyntaxTree;

    private void SeeAttributes(
        SyntaxNode root,
        SemanticModel model,
        Action<RuleFinding> found,
        Failures failures,
        CancellationToken cancellation
    )
    {
        if (_subscriptions.Attributes.Count == 0)
            return;
        foreach (var attribute in root.DescendantNodes().OfType<AttributeSyntax>())
        foreach (var (rule, judge) in _subscriptions.Attributes)
            failures.Try(judge, new AttributeContext(rule, attribute, model, found, cancellation));
    }

    private void SeeBody(
        SyntaxNode body,
        SemanticModel model,
        Action<RuleFinding> found,
        Failures failures,
        CancellationToken cancellation
    )
    {
        if (
            model.GetOperation(body, cancellation) is not { } whole
            || CodeBodies.OwnerOf(body, model, cancellation) is not { } owner
        )
            return;
        foreach (var operation in whole.DescendantsAndSelf())
            if (_subscriptions.Of(operation.Kind) is { } asked)
                foreach (var (rule, action) in asked)
                    failures.Try(
                        action,
                        new OperationContext(rule, operation, owner, model.Compilation, found, cancellation)
                    );
        if (_subscriptions.Flows.Count > 0 && _subscriptions.Program.IsNeeded)
            failures.Try(
                SeeFlows,
                new OperationContext(_subscriptions.Flows[0].Rule, whole, owner, model.Compilation, found, cancellation)
            );
    }

    private void SeeSinks(OperationContext context)
    {
        foreach (var sink in NamedValueCollector.Of(context.Operation, context.ContainingSymbol))
        {
            var named = sink with { Names = _names };
            foreach (var (rule, judge) in _subscriptions.Sinks)
                judge(named, context with { Rule = rule });
        }
    }

    private void SeeStrings(OperationContext context)
    {
        if (!StringValueTracker.IsWorthALook(context.Operation))
            return;
        foreach (var value in StringValueTracker.Of(context.Operation))
        foreach (var (rule, judge) in _subscriptions.Strings)
            judge(value, context with { Rule = rule });
    }

    private void SeeFlows(OperationContext context)
    {
        foreach (var hit in _subscriptions.Program.HitsIn(context.Operation, context.ContainingSymbol))
        foreach (var (rule, kind, judge) in _subscriptions.Flows)
            if (hit.Label.Kind == kind)
                judge(hit, context with { Rule = rule });
    }

    private void SeeCryptography(OperationContext context)
    {
        foreach (var use in CryptographicUseFinder.Of(context.Operation))
        foreach (var (rule, judge) in _subscriptions.Cryptography)
            judge(use, context with { Rule = rule });
    }

    private sealed class Failures
    {
        private ExceptionDispatchInfo? _first;

        public void Try<T>(Action<T> action, T about)
        {
            try
            {
                action(about);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _first ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        public void Throw() => _first?.Throw();
    }
}
