using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

internal sealed partial class FlowInterpreter
{
    private FlowValue Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return CallFunction(call);
        if (_localFunctions.TryGetValue(method.OriginalDefinition, out var local))
            return Inline(local, ArgumentsOf(call.Arguments));
        return Invoke(method, call, call.Instance, call.Arguments);
    }

    private FlowValue CallFunction(IInvocationOperation call)
    {
        var arguments = ArgumentsOf(call.Arguments);
        return
            call.Instance is ILocalReferenceOperation { Local: { } local }
            && _functions.TryGetValue(local, out var function)
            ? Inline(function, arguments)
            : FlowValue.Nothing;
    }

    private FlowValue Invoke(
        IMethodSymbol method,
        IOperation call,
        IOperation? instance,
        ImmutableArray<IArgumentOperation> arguments
    )
    {
        var owner = Eval(instance);
        var given = ArgumentsOf(arguments);
        var models = _program.Models.Of(method).ToList();
        var targets = _program.TargetsOf(method).ToList();
        if (IsRedactor(method))
        {
            RunFunctions(arguments, FlowValue.Nothing);
            return FlowValue.Nothing;
        }

        if (targets.Count == 0 || ServiceNamedBy(method).Length > 0)
            SeeService(method, arguments, given);
        if (targets.Count == 0 || IsGeneratedLog(method))
            SeeSinks(method, call, instance, arguments, owner, given, models);
        var result =
            targets.Count > 0
                ? InvokeOurs(targets, call, instance, arguments, owner, given)
                : InvokeOthers(method, instance, arguments, owner, given, models);
        if (_program.IsSanitizer(method))
            result = result.Clean(SinkSet.All);
        return _program.Classes.Of(method) is > 0 and var rank
            ? result.Join(FlowValue.Of(FlowLabel.Classified(NameOf(method), rank, method)))
            : result;
    }

    // The values of the arguments by the position of their parameters. Functions are not run here.
    private Func<int, FlowValue> ArgumentsOf(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new Dictionary<int, FlowValue>();
        foreach (var argument in arguments)
            if (FunctionOf(argument.Value) is null)
                values[argument.Parameter?.Ordinal ?? 0] = Eval(argument.Value);
        return i => values.TryGetValue(i, out var value) ? value : FlowValue.Nothing;
    }

    private FlowValue InvokeOurs(
        List<IMethodSymbol> targets,
        IOperation call,
        IOperation? instance,
        ImmutableArray<IArgumentOperation> arguments,
        FlowValue owner,
        Func<int, FlowValue> given
    )
    {
        var result = FlowValue.Nothing;
        foreach (var target in targets)
        {
            var summary = Summary(target);
            result = result.Join(summary.Returned.For(Given));
            foreach (var hit in summary.Hits)
                if (hit.Label.Kind == FlowLabelKind.Parameter)
                    foreach (var label in FlowValue.ForLabel(hit.Label, Given).Whole.Labels)
                        Hit(hit.Sink, PlaceOf(hit.Label, call, arguments), label, hit);
            foreach (var after in summary.After)
                if (after.Key == Self)
                    result = AfterSelf(after.Value.For(Given), call, instance, result);
                else if (arguments.FirstOrDefault(a => a.Parameter?.Ordinal == after.Key) is { } argument)
                    AfterArgument(argument, after.Value.For(Given));
        }

        RunFunctions(arguments, FlowValue.Nothing);
        AssumeAlways(targets, arguments);
        return result;

        FlowValue Given(int i) =>
            FlowValue.ParameterOfWhole(i) is { } whole ? AllOf(whole)
            : i == Self ? owner
            : given(i);

        FlowValue AllOf(int i)
        {
            var value = i == Self ? owner : given(i);
            var handed = i == Self ? instance : arguments.FirstOrDefault(a => a.Parameter?.Ordinal == i)?.Value;
            return handed is not null && TypeOf(handed) is { } type ? WithMembers(value, type) : value.Whole;
        }
    }

    // Guard.IsSafe(path): a method that throws for what it does not allow.
    private void AssumeAlways(List<IMethodSymbol> targets, ImmutableArray<IArgumentOperation> arguments)
    {
        if (!_program.FollowsInput || targets.Count != 1)
            return;
        var proved = Summary(targets[0]).Proofs.Always;
        foreach (var argument in arguments)
            if (proved.TryGetValue(argument.Parameter?.Ordinal ?? 0, out var sinks))
                Assume(Facts(argument.Value, sinks));
    }

    // A constructor gives the object; a method changes it where it stands.
    private FlowValue AfterSelf(FlowValue after, IOperation call, IOperation? instance, FlowValue result)
    {
        if (call is IObjectCreationOperation)
            return result.Join(after);
        Replace(instance, owner => owner.Join(after));
        return result;
    }

    private void AfterArgument(IArgumentOperation argument, FlowValue after)
    {
        if (argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out)
            Assign(argument.Value, after);
        else if (argument.Parameter.Type.IsReferenceType && argument.Parameter.Type.SpecialType == SpecialType.None)
            Replace(argument.Value, old => old.Join(after));
    }

    private static SyntaxNode PlaceOf(FlowLabel label, IOperation call, ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(a => a.Parameter?.Ordinal == label.Parameter)?.Value.Syntax ?? call.Syntax;

    private FlowValue InvokeOthers(
        IMethodSymbol method,
        IOperation? instance,
        ImmutableArray<IArgumentOperation> arguments,
        FlowValue owner,
        Func<int, FlowValue> given,
        List<FlowModel> models
    )
    {
        var shows = IsText(method.ReturnType) || (instance is not null && JoinedText.IsBuilder(method.ContainingType));
        var all = arguments.Aggregate(owner, (value, a) => value.Join(Handed(a)));
        // A function gets the elements of the collection that it is called for.
        var element = instance is null ? given(0) : owner;
        var mapped = models.Any(m => m.Role == FlowRole.Endpoints)
            ? RunHandlers(arguments)
            : RunFunctions(arguments, element);
        SeeReturned(method, arguments, mapped, models);
        var result = FlowValue.Nothing;
        foreach (var model in models)
            switch (model.Role)
            {
                case FlowRole.Passing when model.IsTemporary:
                    result = result.Join(FileAt(Taken(model), arguments));
                    break;
                case FlowRole.Passing or FlowRole.Cleaning when !IsTruth(method.ReturnType):
                    result = result.Join(Taken(model).Clean(model.Cleans));
                    break;
                case FlowRole.Sources:
                    result = result.Join(_program.Given(model, method));
                    break;
                case FlowRole.Mapping:
                    result = result.Join(mapped);
                    break;
                case FlowRole.Showing:
                    foreach (var argument in arguments)
                        result = result.Join(Serialised(argument, given));
                    break;
                case FlowRole.Filling:
                    Fill(instance ?? arguments.FirstOrDefault()?.Value, all.Clean(model.Cleans));
                    break;
            }

        if (method.Name.StartsWith("Try", StringComparison.Ordinal) || models.Count > 0)
            FillOutputs(arguments, all.Join(result));
        return Formatted(method, arguments) ?? result;

        FlowValue Taken(FlowModel model) =>
            model.Parameters.Count == 0
                ? all
                : arguments
                    .Where(a => model.Takes(a.Parameter))
                    .Aggregate(FlowValue.Nothing, (value, a) => value.Join(Handed(a)));

        FlowValue Handed(IArgumentOperation argument)
        {
            // What is looked up is not what is found.
            if (argument.Parameter is { Name: "key" or "index" })
                return FlowValue.Nothing;
            var value = given(argument.Parameter?.Ordinal ?? 0);
            return shows ? Shown(value, argument.Value) : value;
        }
    }

    // What is opened by a path is temporary where the path is; nothing else of the path is in it.
    private static FlowValue FileAt(FlowValue path, ImmutableArray<IArgumentOperation> arguments) =>
        IsTemporary(path) || arguments.Any(a => IsTemporary(a.Value))
            ? FlowValue.Of(FlowLabel.Temporary)
            : FlowValue.Nothing;

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    private FlowValue Serialised(IArgumentOperation argument, Func<int, FlowValue> given)
    {
        var value = argument.Value;
        while (value is IConversionOperation { IsImplicit: true } conversion)
            value = conversion.Operand;
        var known = given(argument.Parameter?.Ordinal ?? 0);
        return value.Type is { } type ? WithMembers(known, type) : known.Whole;
    }

    // dictionary.TryGetValue(key, out var name)
    private void FillOutputs(ImmutableArray<IArgumentOperation> arguments, FlowValue value)
    {
        foreach (var argument in arguments)
            if (argument.Parameter?.RefKind == RefKind.Out)
                Assign(argument.Value, value);
    }

    private MethodSummary Summary(IMethodSymbol method)
    {
        var summary = _program.Of(method, _calls - 1, out var isWhole);
        IsWhole &= isWhole;
        return summary;
    }
}
