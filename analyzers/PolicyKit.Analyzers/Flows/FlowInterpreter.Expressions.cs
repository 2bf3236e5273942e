using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

internal sealed partial class FlowInterpreter
{
    private FlowValue Eval(IOperation? operation)
    {
        if (operation is null || _depth >= MaxDepth)
            return FlowValue.Nothing;
        _depth++;
        var value = EvalStatement(operation) ?? EvalExpression(operation);
        _depth--;
        return value.Labels.IsEmpty || operation.Type is not { } type || !HarmlessTypes.Is(type)
            ? value
            : value.Clean(SinkSet.All);
    }

    private FlowValue EvalExpression(IOperation operation)
    {
        switch (operation)
        {
            case ILiteralOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return FlowValue.Nothing;
            case ILocalReferenceOperation local:
                return Get(local.Local);
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter.Parameter);
            case IInstanceReferenceOperation:
                return Get(_self);
            case IMemberReferenceOperation member and (IFieldReferenceOperation or IPropertyReferenceOperation):
                return Read(member);
            case IInvocationOperation call:
                return Call(call);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IAnonymousObjectCreationOperation creation:
                return Initialised(FlowValue.Nothing, creation.Initializers);
            case IWithOperation copy:
                return Initialised(Eval(copy.Operand), copy.Initializer.Initializers);
            case ITupleOperation tuple:
                return Tuple(tuple);
            case IConversionOperation conversion:
                return Eval(conversion.Operand);
            case IParenthesizedOperation inner:
                return Eval(inner.Operand);
            case IAwaitOperation waiting:
                return Eval(waiting.Operation);
            case IBinaryOperation binary:
                return Binary(binary);
            case IInterpolatedStringOperation text:
                return Interpolated(text);
            case IConditionalAccessOperation access:
                return Access(access);
            case IConditionalAccessInstanceOperation:
                return _receivers.Count > 0 ? _receivers.Peek() : FlowValue.Nothing;
            case IConditionalOperation choice:
                return Choose(choice);
            case ICoalesceOperation coalesce:
                return Eval(coalesce.Value).Join(Eval(coalesce.WhenNull));
            case ISwitchExpressionOperation choice:
                return Choose(choice);
            case IIsPatternOperation test:
                Bind(test.Pattern, Eval(test.Value));
                return FlowValue.Nothing;
            case IAssignmentOperation assignment:
                return Assigned(assignment);
            case ISymbolInitializerOperation initializer:
                return Initialise(initializer);
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }:
                return Inline(function, _ => FlowValue.Nothing);
            case IAnonymousFunctionOperation function:
                return Inline(function, _ => FlowValue.Nothing);
            case IArrayElementReferenceOperation element:
                RunAll(element.Indices);
                return Eval(element.ArrayReference);
            case IIsTypeOperation test:
                Eval(test.ValueOperand);
                return FlowValue.Nothing;
            default:
                return Parts(operation);
        }
    }

    // What is not known more closely holds what its parts hold: collections, arrays, ranges; a truth value holds none.
    private FlowValue Parts(IOperation operation)
    {
        var all = FlowValue.Nothing;
        foreach (var child in operation.ChildOperations)
            all = all.Join(Eval(child));
        // The elements of an array stand in a piece of their own, which has no type.
        if (operation is IArrayInitializerOperation)
            return all;
        return operation.Type is null || IsTruth(operation.Type) ? FlowValue.Nothing : all;
    }

    // a + b + c + … leans to the left, and may be long: its parts are gone through one after the other.
    private FlowValue Binary(IBinaryOperation binary)
    {
        var parts = new Stack<IOperation>();
        IOperation first = binary;
        for (
            ;
            first is IBinaryOperation { OperatorMethod: null } part && IsTruth(part.Type) == IsTruth(binary.Type);
            first = part.LeftOperand
        )
            parts.Push(part.RightOperand);
        if (parts.Count == 0)
        {
            parts.Push(binary.RightOperand);
            first = binary.LeftOperand;
        }

        if (binary.Type is { } type && IsText(type))
        {
            var text = new WrittenText();
            Write(text, first);
            while (parts.Count > 0)
                Write(text, parts.Pop());
            return text.Whole;
        }

        var all = Eval(first);
        while (parts.Count > 0)
            all = all.Join(Eval(parts.Pop()));
        return IsTruth(binary.Type) ? FlowValue.Nothing : all;
    }

    private FlowValue Access(IConditionalAccessOperation access)
    {
        _receivers.Push(Eval(access.Operation));
        var value = Eval(access.WhenNotNull);
        _receivers.Pop();
        return value;
    }

    private FlowValue Choose(IConditionalOperation choice)
    {
        Eval(choice.Condition);
        var before = _state;
        Assume(choice.Condition, true);
        var value = Eval(choice.WhenTrue);
        var then = _state;
        _state = before;
        Assume(choice.Condition, false);
        value = value.Join(Eval(choice.WhenFalse));
        _state = Join(then, _state);
        return value;
    }

    private FlowValue Choose(ISwitchExpressionOperation choice)
    {
        var (value, all) = (Eval(choice.Value), FlowValue.Nothing);
        foreach (var arm in choice.Arms)
        {
            var before = _state;
            if (IsConstant(arm.Pattern) == true)
                Assume(Facts(choice.Value, SinkSet.All));
            Bind(arm.Pattern, value);
            Eval(arm.Guard);
            Assume(arm.Guard, true);
            all = all.Join(Eval(arm.Value));
            _state = Join(before, _state);
        }

        return all;
    }

    // The variables that a pattern declares hold the part of the value that it looks at.
    private void Bind(IPatternOperation? pattern, FlowValue value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Set(symbol, value.Via(symbol));
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                    Set(whole, value.Via(whole));
                foreach (var part in recursive.PropertySubpatterns)
                    if (part.Member is IMemberReferenceOperation member)
                        Bind(part.Pattern, ReadFrom(member.Member, value));
                foreach (var part in recursive.DeconstructionSubpatterns)
                    Bind(part, value.Whole);
                break;
            case IBinaryPatternOperation both:
                Bind(both.LeftPattern, value);
                Bind(both.RightPattern, value);
                break;
            case INegatedPatternOperation not:
                Bind(not.Pattern, value);
                break;
            case IListPatternOperation list:
                foreach (var part in list.Patterns)
                    Bind(part, value);
                break;
            case ISlicePatternOperation slice:
                Bind(slice.Pattern, value);
                break;
        }
    }

    private FlowValue Tuple(ITupleOperation tuple)
    {
        var value = FlowValue.Nothing;
        for (var i = 0; i < tuple.Elements.Length; i++)
            value = value.With("Item" + (i + 1), Eval(tuple.Elements[i]));
        return value;
    }

    private FlowValue Create(IObjectCreationOperation creation)
    {
        var value = FlowValue.Nothing;
        if (creation.Constructor is { } constructor)
            value = Kept(constructor, creation, Invoke(constructor, creation, null, creation.Arguments));
        return creation.Initializer is { } initializer ? Initialised(value, initializer.Initializers) : value;
    }

    // record Address(string Street), class Search(string filter): what is handed over is kept under its name.
    private FlowValue Kept(IMethodSymbol constructor, IObjectCreationOperation creation, FlowValue value)
    {
        if (!ProgramCode.IsPrimary(constructor))
            return value;
        foreach (var argument in creation.Arguments)
            if (
                argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
                && FunctionOf(argument.Value) is null
                && Quietly(argument.Value) is { IsNothing: false } given
            )
                value = value.With(parameter.Name, given.Via(parameter));
        return value;
    }

    // In the methods of a type, what its own parameters hold is what the object keeps.
    private FlowValue OfParameter(IParameterSymbol parameter) =>
        _state is not null
        && !_state.ContainsKey(parameter)
        && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingType, _self)
            ? Begin(parameter, Get(_self).Member(parameter.Name))
            : Get(parameter);

    // new Resident { Name = …, Tags = { … } }, with { … }, collection initializers.
    private FlowValue Initialised(FlowValue value, IEnumerable<IOperation> initializers)
    {
        foreach (var initializer in initializers)
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member } } assignment:
                    var given = Eval(assignment.Value);
                    SeeSetter(member, assignment.Value, given);
                    value = IsIndexer(member) ? value.Join(given) : value.With(member.Name, given.Via(member));
                    break;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation inner } nested:
                    value = value.With(
                        inner.Member.Name,
                        Initialised(value.Member(inner.Member.Name), nested.Initializer.Initializers)
                    );
                    break;
                case IInvocationOperation add:
                    value = add.Arguments.Aggregate(value, (all, a) => all.Join(Eval(a.Value)));
                    break;
                default:
                    value = value.Join(Eval(initializer));
                    break;
            }

        return value;
    }

    private static bool IsIndexer(ISymbol member) => member is IPropertySymbol { IsIndexer: true };

    private static bool IsTruth(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Boolean;
}
