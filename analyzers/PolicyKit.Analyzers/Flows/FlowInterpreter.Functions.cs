using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

/// <summary>Functions that are handed to calls, and those that the code at hand declares.</summary>
internal sealed partial class FlowInterpreter
{
    // Runs the functions among the arguments, each once; gives what they give.
    private FlowValue RunFunctions(ImmutableArray<IArgumentOperation> arguments, FlowValue element)
    {
        var result = FlowValue.Nothing;
        foreach (var argument in arguments)
            if (FunctionOf(argument.Value) is { } function)
                result = result.Join(Inline(function, _ => element));
            else if (MethodOf(argument.Value) is { } method)
                result = result.Join(RunMethod(method, argument.Value.Syntax, element));
        return result;
    }

    // app.MapGet("/bills/{id}", (string id) => …): whoever sends the request decides what the parameters are.
    private FlowValue RunHandlers(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (FunctionOf(argument.Value) is { } function)
                Handler(() => Inline(function, i => InputOf(function.Symbol.Parameters[i])));
            else if (
                MethodOf(argument.Value) is { Method: { } method }
                && _localFunctions.TryGetValue(method, out var local)
            )
                Handler(() => Inline(local, i => InputOf(method.Parameters[i])));
        return FlowValue.Nothing;
    }

    // What a handler returns is the answer to the request.
    private void Handler(Action run)
    {
        var before = _answersAt;
        _answersAt = _nesting + 1;
        run();
        _answersAt = before;
    }

    private FlowValue InputOf(IParameterSymbol parameter) =>
        _program.FollowsInput ? _program.Input.Of(parameter) : FlowValue.Nothing;

    // names.ForEach(Console.WriteLine), names.Select(Format)
    private FlowValue RunMethod(IMethodReferenceOperation reference, SyntaxNode place, FlowValue element)
    {
        var method = reference.Method;
        foreach (var model in _program.Models.Of(method).Where(m => m.Role == FlowRole.Sinks))
        foreach (var label in element.Labels)
            Hit(model.Sink, place, label, DisplayOf(method));
        var result = FlowValue.Nothing;
        foreach (var target in _program.TargetsOf(method))
        {
            var summary = Summary(target);
            result = result.Join(summary.Returned.For(Given));
            foreach (var hit in summary.Hits.Where(h => h.Label.Kind == FlowLabelKind.Parameter))
            foreach (var label in FlowValue.ForLabel(hit.Label, Given).Labels)
                Hit(hit.Sink, place, label, hit);
        }

        return result;

        FlowValue Given(int i) => i == Self ? FlowValue.Nothing : element;
    }

    private static IAnonymousFunctionOperation? FunctionOf(IOperation? value)
    {
        while (value is IConversionOperation or IParenthesizedOperation)
            value = value is IConversionOperation conversion
                ? conversion.Operand
                : ((IParenthesizedOperation)value).Operand;
        return value switch
        {
            IAnonymousFunctionOperation function => function,
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => function,
            _ => null,
        };
    }

    private static IMethodReferenceOperation? MethodOf(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IDelegateCreationOperation { Target: IMethodReferenceOperation method } ? method : null;
    }

    private FlowValue Inline(IAnonymousFunctionOperation function, Func<int, FlowValue> arguments) =>
        Inline(function.Symbol, function.Body, arguments);

    private FlowValue Inline(ILocalFunctionOperation function, Func<int, FlowValue> arguments) =>
        function.Body is { } body ? Inline(function.Symbol, body, arguments) : FlowValue.Nothing;

    // Looks at a local function that may have no caller here.
    private void Apart(ILocalFunctionOperation function)
    {
        var state = _state;
        _state ??= ImmutableDictionary.Create<ISymbol, FlowValue>(SymbolEqualityComparer.Default);
        Inline(function, _ => FlowValue.Nothing);
        _state = state;
    }

    // Runs a function where it stands: it sees the variables around it, and may change them.
    private FlowValue Inline(IMethodSymbol function, IOperation body, Func<int, FlowValue> arguments)
    {
        if (_state is null || _nesting >= MaxNesting || _functionsRun++ >= MaxFunctions)
            return FlowValue.Nothing;
        var (before, returned, ends, left) = (_state, _returned, _ends, _left);
        (_returned, _ends, _left) = (FlowValue.Nothing, null, null);
        _nesting++;
        foreach (var parameter in function.Parameters)
            Set(parameter, Begin(parameter, arguments(parameter.Ordinal).Via(parameter)));
        Eval(body);
        _nesting--;
        var result = _returned;
        _state = Join(before, Join(_ends, _state));
        (_returned, _ends, _left) = (returned, ends, left);
        return result;
    }
}
