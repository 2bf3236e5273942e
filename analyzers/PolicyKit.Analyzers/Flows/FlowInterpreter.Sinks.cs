using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

internal sealed partial class FlowInterpreter
{
    private void SeeSinks(
        IMethodSymbol method,
        IOperation call,
        IOperation? instance,
        ImmutableArray<IArgumentOperation> arguments,
        FlowValue owner,
        Func<int, FlowValue> given,
        List<FlowModel> models
    )
    {
        if (IsGeneratedLog(method))
            foreach (var argument in arguments.Where(a => !IsHandledByLogger(a.Parameter)))
                SeeArgument(FlowSink.Log, argument, given, method, showsMembers: false);
        else if (WritesToConsole(method, instance))
            foreach (var argument in arguments)
                SeeArgument(FlowSink.Log, argument, given, method, showsMembers: false);
        else if (IsDataOfException(instance))
            foreach (var argument in arguments)
                SeeArgument(FlowSink.Exception, argument, given, method, showsMembers: false);
        foreach (
            var model in models.Where(m =>
                m.Role == FlowRole.Sinks && m.IsAnswered(arguments) && IsInto(m, owner, arguments, given)
            )
        )
        {
            if (model.TakesReturned)
                continue;
            var destructures = model.Sink == FlowSink.Log && arguments.Any(IsDestructuring);
            var isMarkup = !model.NeedsMarkup || SaysMarkup(call.Syntax);
            foreach (var argument in arguments.Where(a => model.Takes(a.Parameter) && !IsParameterised(a)))
                SeeArgument(
                    model.Sink,
                    argument,
                    given,
                    method,
                    destructures || model.ShowsMembers,
                    isMarkup,
                    model.Sink == FlowSink.External ? () => TargetOf(method, instance, arguments, model) : null
                );
        }
    }

    // cache.GetOrCreate(key, entry => Load(id)): what the function gives is kept.
    private void SeeReturned(
        IMethodSymbol method,
        ImmutableArray<IArgumentOperation> arguments,
        FlowValue returned,
        List<FlowModel> models
    )
    {
        foreach (var model in models.Where(m => m.Role == FlowRole.Sinks && m.TakesReturned))
        {
            var function = arguments.FirstOrDefault(a =>
                FunctionOf(a.Value) is not null || MethodOf(a.Value) is not null
            );
            if (function is null || method.TypeArguments.LastOrDefault() is not { } type)
                continue;
            foreach (var label in WithMembers(returned, type).Labels)
                Hit(model.Sink, function.Value.Syntax, label, DisplayOf(method));
        }
    }

    private void SeeArgument(
        FlowSink sink,
        IArgumentOperation argument,
        Func<int, FlowValue> given,
        IMethodSymbol method,
        bool showsMembers,
        bool isMarkup = true,
        Func<string>? target = null
    )
    {
        var elements = ElementsOf(argument).ToList();
        foreach (var element in elements)
        {
            // The elements of params are looked at one by one; they were evaluated as one array.
            var value =
                elements.Count == 1 && element == argument.Value
                    ? given(argument.Parameter?.Ordinal ?? 0)
                    : Quietly(element);
            var shown = showsMembers && TypeOf(element) is { } type ? WithMembers(value, type) : Shown(value, element);
            shown = AsArgument(sink, shown);
            foreach (var label in shown.Labels)
                if (isMarkup || label.IsMarkup)
                    Hit(sink, element.Syntax, label, DisplayOf(method), target?.Invoke() ?? "");
        }
    }

    // An address is also made of the values of an anonymous object: new { name }.
    private static FlowValue AsArgument(FlowSink sink, FlowValue value) =>
        sink is FlowSink.Address or FlowSink.External or FlowSink.Store or FlowSink.Response ? value.Whole : value;

    // Evaluates again what was evaluated before: it finds nothing new.
    private FlowValue Quietly(IOperation element)
    {
        var value = FlowValue.Nothing;
        Quietly(() => value = Eval(element));
        return value;
    }

    private void Quietly(Action evaluate)
    {
        var state = _state;
        evaluate();
        _state = state;
    }

    private static IEnumerable<IOperation> ElementsOf(IArgumentOperation argument)
    {
        var value = argument.Value;
        while (value is IConversionOperation { IsImplicit: true } conversion)
            value = conversion.Operand;
        return
            argument.ArgumentKind == ArgumentKind.ParamArray
            && value is IArrayCreationOperation { Initializer: { } initializer }
            ? initializer.ElementValues.Select(Unconverted)
            : new[] { argument.Value };
    }

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation { IsImplicit: true } conversion ? Unconverted(conversion.Operand) : value;

    private static ITypeSymbol? TypeOf(IOperation operation) => Unconverted(operation).Type;

    // "{@Resident}" of structured logs shows the members.
    private static bool IsDestructuring(IArgumentOperation argument) =>
        argument.Value.ConstantValue is { HasValue: true, Value: string template }
        && template.IndexOf("{@", StringComparison.Ordinal) >= 0;

    private static bool WritesToConsole(IMethodSymbol method, IOperation? instance) =>
        method.Name is "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync"
        && instance
            is IPropertyReferenceOperation
            {
                Property:
                { Name: "Out" or "Error", ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } }
            };

    // exception.Data["number"] = number: handlers log what is in there.
    private static bool IsDataOfException(IOperation? instance) =>
        instance is IPropertyReferenceOperation { Property: { Name: "Data", ContainingType: { } type } }
        && type.SelfAndBaseTypes().Any(t => t is { Name: "Exception", IsFramework: true });

    // [LoggerMessage] partial void Registered(ILogger logger, string name)
    private static bool IsGeneratedLog(IMethodSymbol method) =>
        method.GetAttributes().Any(a => a.AttributeClass?.Name == "LoggerMessageAttribute");

    // The generator redacts what its parameter classifies, and takes the logger and the exception by themselves.
    private bool IsHandledByLogger(IParameterSymbol? parameter) =>
        parameter is null
        || _program.Classes.Of(parameter) > 0
        || parameter.Type is { Name: "ILogger" or "LogLevel" or "Exception", IsFramework: true };

    private void SeeSetter(ISymbol member, IOperation written, FlowValue value, IOperation? target = null)
    {
        if (member is not IPropertySymbol { SetMethod: { } setter } || value.IsNothing)
            return;
        if (IsDataOfException((target as IPropertyReferenceOperation)?.Instance))
            foreach (var label in value.Labels)
                Hit(FlowSink.Exception, written.Syntax, label, "Exception.Data");
        var indices = (target as IPropertyReferenceOperation)?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty;
        // TempData["name"] = name: what declares the indexer says less than what it is called on.
        var owner =
            (target as IPropertyReferenceOperation)?.Instance?.Type as INamedTypeSymbol ?? setter.ContainingType;
        foreach (
            var model in _program
                .Models.Of(setter)
                .Concat(_program.Models.Of(setter.Name, owner))
                .Distinct()
                .Where(m => m.Role == FlowRole.Sinks && m.IsAnswered(indices))
        )
        {
            var isMarkup = !model.NeedsMarkup || SaysMarkup(written.Parent?.Parent?.Syntax);
            foreach (var label in value.Labels)
                if (isMarkup || label.IsMarkup)
                    Hit(model.Sink, written.Syntax, label, NameOf(member), TargetOf(model, member));
        }
    }

    // Content(text, "text/html"), new ContentResult { Content = text, ContentType = "text/html" }
    private static bool SaysMarkup(SyntaxNode? call) =>
        call is not null
        && call.DescendantTokens()
            .Any(t =>
                (t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.IdentifierToken))
                && (t.ValueText == "Html" || t.ValueText.IndexOf("text/html", StringComparison.OrdinalIgnoreCase) >= 0)
            );

    // FromSql($"… {name}"): the values are handed over as parameters.
    private static bool IsParameterised(IArgumentOperation argument) =>
        argument.Parameter?.Type is { Name: "FormattableString", IsFramework: true };

    private bool IsRedactor(IMethodSymbol method) =>
        method.GetAttributes().Any(a => a.AttributeClass?.Name == "RedactorAttribute")
        || (_program.Redactors.Count > 0 && IdentifierWords.HasWord(method.Name, _program.Redactors));

    private static string DisplayOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor
            ? method.ContainingType.Name
            : method.ContainingType.Name + "." + method.Name;
}
