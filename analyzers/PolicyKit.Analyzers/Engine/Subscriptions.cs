using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Engine;

/// <summary>What the rules of one compilation want to see. An operation is looked at once, and handed to all that asked for it.</summary>
internal sealed class Subscriptions
{
    // By the number of the kind: a dictionary of the compiler's enumeration would have to be compiled at every start.
    private Action<OperationContext>[]?[] _operations = Array.Empty<Action<OperationContext>[]?>();
    private readonly List<Trigger> _triggers = new();
    private readonly List<Action<INamedTypeSymbol, Action<Diagnostic>>> _types = new();
    private readonly ConcurrentDictionary<string, ConnectionName> _names = new(StringComparer.Ordinal);
    private readonly List<Action<NamedValue, OperationContext>> _sinks = new();
    private readonly List<Action<StringValue, OperationContext>> _texts = new();
    private readonly List<Action<CryptographicUse, OperationContext>> _cryptography = new();

    public void AddOperation(Trigger trigger, Action<OperationContext> action, OperationKind[] kinds)
    {
        _triggers.Add(trigger);
        foreach (var kind in kinds)
        {
            if ((int)kind >= _operations.Length)
                Array.Resize(ref _operations, (int)kind + 1);
            _operations[(int)kind] = _operations[(int)kind] is { } others
                ? others.Append(action).ToArray()
                : new[] { action };
        }
    }

    public void Add(Action<NamedValue, OperationContext> judge) => _sinks.Add(judge);

    public void Add(Action<StringValue, OperationContext> judge) => _texts.Add(judge);

    public void Add(Action<CryptographicUse, OperationContext> judge) => _cryptography.Add(judge);

    public void Add(Action<INamedTypeSymbol, Action<Diagnostic>> judge) => _types.Add(judge);

    public void Register(CompilationStartAnalysisContext start)
    {
        if (_sinks.Count > 0)
            AddOperation(Trigger.OnNames(), Sinks, NamedValueCollector.Kinds);
        if (_texts.Count > 0)
            AddOperation(Trigger.OnNames(), Texts, StringValueTracker.Kinds);
        if (_cryptography.Count > 0)
            AddOperation(Trigger.Cryptography, Cryptography, CryptographicUseFinder.Kinds);
        if (_operations.Length == 0 && _types.Count == 0)
            return;
        // Roslyn's own way to operations makes it look at every member of the program, which costs more than all that rules do there.
        // Made whole by whoever comes first: an editor takes requests back, and what is kept here outlives the request that began it.
        var gate = new Lazy<TriggerGate>(() => TriggerGate.Of(_triggers, start.Compilation));
        start.RegisterSemanticModelAction(context => Walk(context, gate.Value));
    }

    private void Walk(SemanticModelAnalysisContext context, TriggerGate gate)
    {
        var (model, cancellation) = (context.SemanticModel, context.CancellationToken);
        var root = model.SyntaxTree.GetRoot(cancellation);
        ExceptionDispatchInfo? failure = null;
        // A rule that fails takes no other with it: the rest is asked first, and the failure is the compiler's to report.
        void Ask<T>(Action<T> action, T about)
        {
            try
            {
                action(about);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        if (_types.Count > 0)
            foreach (
                var declaration in root.DescendantNodes(n =>
                        n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
                    )
                    .OfType<TypeDeclarationSyntax>()
            )
                // A partial type is one type.
                if (
                    model.GetDeclaredSymbol(declaration, cancellation) is { } type
                    && type.DeclaringSyntaxReferences[0].Span == declaration.Span
                    && type.DeclaringSyntaxReferences[0].SyntaxTree == model.SyntaxTree
                )
                    foreach (var judge in _types)
                        Ask(t => judge(t, context.ReportDiagnostic), type);
        var file = model.SyntaxTree.GetText(cancellation).ToString();
        var isOpen = gate.IsOpenFor(file);
        foreach (var body in CodeBodies.Of(root))
        {
            if (!isOpen && !gate.LetsThrough(body, file))
                continue;
            cancellation.ThrowIfCancellationRequested();
            if (
                model.GetOperation(body, cancellation) is not { } whole
                || CodeBodies.OwnerOf(body, model, cancellation) is not { } owner
            )
                continue;
            foreach (var operation in whole.DescendantsAndSelf())
            {
                if ((int)operation.Kind >= _operations.Length || _operations[(int)operation.Kind] is not { } asked)
                    continue;
                var seen = new OperationContext(
                    operation,
                    owner,
                    model.Compilation,
                    context.ReportDiagnostic,
                    cancellation
                );
                foreach (var action in asked)
                    Ask(action, seen);
            }
        }

        failure?.Throw();
    }

    private void Sinks(OperationContext context)
    {
        foreach (var sink in NamedValueCollector.Of(context.Operation, context.ContainingSymbol))
        {
            var named = sink with { Names = _names };
            foreach (var judge in _sinks)
                judge(named, context);
        }
    }

    private void Texts(OperationContext context)
    {
        if (!StringValueTracker.IsWorthALook(context.Operation))
            return;
        foreach (var value in StringValueTracker.Of(context.Operation))
        foreach (var judge in _texts)
            judge(value, context);
    }

    private void Cryptography(OperationContext context)
    {
        foreach (var use in CryptographicUseFinder.Of(context.Operation))
        foreach (var judge in _cryptography)
            judge(use, context);
    }
}
