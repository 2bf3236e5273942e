using System.Collections.Immutable;
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
                SeeArgument(FlowSink.External, argument, given, method, showsMembers: true, target: () => service);
    }

    private string TargetOf(FlowModel model, ISymbol member) =>
        ServiceOf(_owner) is { Length: > 0 } own ? own
        : member is IPropertySymbol { SetMethod: { } setter } ? TargetOf(model, setter)
        : model.Target;

    private string TargetOf(
        IMethodSymbol method,
        IOperation? instance,
        ImmutableArray<IArgumentOperation> arguments,
        FlowModel model
    )
    {
        if (ServiceOf(method) is { Length: > 0 } service)
            return service;
        if (ServiceOf(_owner) is { Length: > 0 } own)
            return own;
        var given = arguments.OrderBy(a => model.Takes(a.Parameter)).Select(a => a.Value);
        return _program.Destinations.HostOf(instance, given, _owner) is { Length: > 0 } host
            ? "host:" + host
            : TargetOf(model, method);
    }

    // What leaves by the library of a service goes to that service, whatever address its settings say.
    private static string TargetOf(FlowModel model, IMethodSymbol method) =>
        model.Target.Length > 0 || Namespaces.IsFramework(method.ContainingType)
            ? model.Target
            : "library:" + method.ContainingType.ContainingNamespace;

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
    private static bool IsInto(
        FlowModel model,
        FlowValue owner,
        ImmutableArray<IArgumentOperation> arguments,
        Func<int, FlowValue> given
    ) =>
        model.Into.Count == 0
        || (model.Into.Contains("this", StringComparer.Ordinal) && IsTemporary(owner))
        || arguments.Any(a =>
            a.Parameter is { } parameter
            && model.Into.Contains(parameter.Name, StringComparer.Ordinal)
            && (IsTemporary(given(parameter.Ordinal)) || IsTemporary(a.Value))
        );

    private static bool IsTemporary(IOperation path) =>
        path.ConstantValue is { HasValue: true, Value: string text }
        && text.StartsWith("/tmp/", StringComparison.Ordinal);

    private static bool IsTemporary(FlowValue value) => value.Labels.Any(l => l.Kind == FlowLabelKind.Temporary);

    private void SeeAnswer(IReturnOperation back, FlowValue value)
    {
        if (_answersAt != _nesting || back.ReturnedValue is not { } returned || !_program.FollowsClasses)
            return;
        var answers = AnswersIn(returned).ToList();
        foreach (var answer in answers)
        {
            if (answer.Type is not { } type || IsResult(type))
                continue;
            var given = answers.Count == 1 ? value : Quietly(answer);
            foreach (var label in WithMembers(given, type).Whole.Labels)
                Hit(FlowSink.Response, answer.Syntax, label, _owner.Name);
        }
    }

    // resident is null ? NotFound() : resident
    private static IEnumerable<IOperation> AnswersIn(IOperation returned) =>
        Unconverted(returned) switch
        {
            IConditionalOperation { WhenFalse: { } other } choice => AnswersIn(choice.WhenTrue)
                .Concat(AnswersIn(other)),
            ICoalesceOperation coalesce => AnswersIn(coalesce.Value).Concat(AnswersIn(coalesce.WhenNull)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => AnswersIn(arm.Value)),
            IParenthesizedOperation inner => AnswersIn(inner.Operand),
            var answer => new[] { answer },
        };

    // Results say by their own calls what they hold.
    private static bool IsResult(ITypeSymbol type) =>
        type.Name.EndsWith("Result", StringComparison.Ordinal)
        || type.AllInterfaces.Any(i => i.Name is "IResult" or "IActionResult");
}
