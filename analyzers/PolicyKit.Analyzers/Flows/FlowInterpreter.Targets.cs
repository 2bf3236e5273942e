using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

/// <summary>Where classified values go that leave the system: which service, which folder, whose answer.</summary>
internal sealed partial class FlowInterpreter
{
    // A method or a type marked [ExternalService("id")] or [SnsAccount("id")] hands on what it gets; where the code of
    // a marked type is at hand, that code shows what it hands on.
    private void SeeService(
        IMethodSymbol method,
        ImmutableArray<IArgumentOperation> arguments,
        Func<int, FlowValue> given
    )
    {
        if (_program.FollowsClasses && ServiceOf(method) is { Length: > 0 } service)
            foreach (var argument in arguments)
                SeeArgument(FlowSink.External, argument, given, method, showsMembers: true, target: service);
    }

    private string TargetOf(FlowModel model) => ServiceOf(_owner) is { Length: > 0 } own ? own : model.Target;

    private string TargetOf(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, FlowModel model)
    {
        if (ServiceOf(method) is { Length: > 0 } service)
            return service;
        if (TargetOf(model) is { Length: > 0 } own)
            return own;
        return
            arguments
                .SelectMany(a => a.Syntax.DescendantTokens())
                .Where(t => t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.InterpolatedStringTextToken))
                .Select(t => Uri.TryCreate(t.ValueText, UriKind.Absolute, out var uri) ? uri.Host : "")
                .FirstOrDefault(host => host.Length > 0)
                is { } named
            ? "host:" + named
            : "";
    }

    private static string ServiceOf(ISymbol symbol)
    {
        for (ISymbol? at = symbol; at is IMethodSymbol or INamedTypeSymbol; at = at.ContainingType)
            if (ServiceNamedBy(at) is { Length: > 0 } service)
                return service;
        return "";
    }

    private static string ServiceNamedBy(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (
                attribute.AttributeClass?.Name is "ExternalServiceAttribute" or "SnsAccountAttribute"
                && attribute.ConstructorArguments is { Length: > 0 } values
                && values[0].Value is string id
            )
                return (attribute.AttributeClass.Name == "SnsAccountAttribute" ? "sns:" : "service:") + id;
        return "";
    }

    // File.WriteAllText(path, text) is a temporary file where the path is one.
    private bool IsInto(FlowModel model, ImmutableArray<IArgumentOperation> arguments, Func<int, FlowValue> given) =>
        model.Into.Count == 0
        || arguments.Any(a =>
            a.Parameter is { } parameter
            && model.Into.Contains(parameter.Name, StringComparer.Ordinal)
            && (
                given(parameter.Ordinal).Labels.Any(l => l.Kind == FlowLabelKind.Temporary)
                || a.Value.ConstantValue is { HasValue: true, Value: string text }
                    && text.StartsWith("/tmp/", StringComparison.Ordinal)
            )
        );

    private void SeeAnswer(IReturnOperation back, FlowValue value)
    {
        if (_answersAt != _nesting || back.ReturnedValue is not { } returned || !_program.FollowsClasses)
            return;
        var answer = Unconverted(returned);
        if (answer.Type is not { } type || IsResult(type))
            return;
        foreach (var label in WithMembers(value, type).Whole.Labels)
            Hit(FlowSink.Response, answer.Syntax, label, _owner.Name);
    }

    // Results say by their own calls what they hold.
    private static bool IsResult(ITypeSymbol type) =>
        type.Name.EndsWith("Result", StringComparison.Ordinal)
        || type.AllInterfaces.Any(i => i.Name is "IResult" or "IActionResult");
}
