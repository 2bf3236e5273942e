using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

internal sealed partial class FlowInterpreter
{
    // Statements give nothing; null where the operation is no statement.
    private FlowValue? EvalStatement(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                RunAll(block.Operations);
                return FlowValue.Nothing;
            case IConditionalOperation { Type: null } or IConditionalOperation { WhenFalse: null }:
                Branch((IConditionalOperation)operation);
                return FlowValue.Nothing;
            case IForEachLoopOperation each:
                ForEach(each);
                return FlowValue.Nothing;
            case IForLoopOperation loop:
                RunAll(loop.Before);
                Loop(() =>
                {
                    Eval(loop.Condition);
                    Eval(loop.Body);
                    RunAll(loop.AtLoopBottom);
                });
                return FlowValue.Nothing;
            case IWhileLoopOperation loop:
                Loop(() =>
                {
                    Eval(loop.Condition);
                    Assume(loop.Condition, !loop.ConditionIsUntil);
                    Eval(loop.Body);
                });
                return FlowValue.Nothing;
            case ISwitchOperation choice:
                Switch(choice);
                return FlowValue.Nothing;
            case ITryOperation attempt:
                Try(attempt);
                return FlowValue.Nothing;
            case IReturnOperation back:
                Return(back);
                return FlowValue.Nothing;
            case IThrowOperation failure:
                Eval(failure.Exception);
                // In an expression it is one way of several: name ?? throw …
                if (
                    failure.Parent
                    is IExpressionStatementOperation
                        or IBlockOperation
                        or ISwitchCaseOperation
                        or IConditionalOperation { Type: null }
                )
                    _state = null;
                return FlowValue.Nothing;
            case IBranchOperation branch:
                if (branch.BranchKind != BranchKind.GoTo)
                {
                    _left = Join(_left, _state);
                    _state = null;
                }

                return FlowValue.Nothing;
            case ILocalFunctionOperation function:
                _localFunctions[function.Symbol] = function;
                return FlowValue.Nothing;
            case IVariableDeclaratorOperation variable:
                Declare(variable);
                return FlowValue.Nothing;
            case ILabeledOperation label:
                _state ??= _left;
                Eval(label.Operation);
                return FlowValue.Nothing;
            default:
                return null;
        }
    }

    private void RunAll(IEnumerable<IOperation> operations)
    {
        var all = operations.ToList();
        // Local functions may be called before they stand in the code.
        foreach (var function in all.OfType<ILocalFunctionOperation>())
            _localFunctions[function.Symbol] = function;
        foreach (var operation in all)
            if (_state is not null || operation is ILabeledOperation)
                Eval(operation);
        // What nobody calls here is looked at by itself.
        foreach (var function in all.OfType<ILocalFunctionOperation>())
            Apart(function);
    }

    private void Branch(IConditionalOperation choice)
    {
        Eval(choice.Condition);
        var before = _state;
        Assume(choice.Condition, true);
        Eval(choice.WhenTrue);
        var then = _state;
        _state = before;
        Assume(choice.Condition, false);
        Eval(choice.WhenFalse);
        _state = Join(then, _state);
    }

    private void Loop(Action body)
    {
        var outside = _left;
        _left = null;
        _loops++;
        for (var round = 0; round < (_loops > MaxNesting ? 1 : 2); round++)
        {
            var before = _state;
            body();
            // What goes on with the next round, and what leaves the loop, both come to where it ends.
            _state = Join(before, Join(_state, _left));
        }

        _loops--;
        _left = outside;
    }

    private void ForEach(IForEachLoopOperation each)
    {
        var collection = Eval(each.Collection);
        Loop(() =>
        {
            switch (each.LoopControlVariable)
            {
                case IVariableDeclaratorOperation variable:
                    Set(variable.Symbol, collection.Via(variable.Symbol));
                    break;
                case { } target:
                    Assign(target, collection);
                    break;
            }

            Eval(each.Body);
        });
    }

    private void Switch(ISwitchOperation choice)
    {
        var value = Eval(choice.Value);
        var (outside, before) = (_left, _state);
        _left = null;
        var after = choice.Cases.Any(c => c.Clauses.Any(l => l.CaseKind == CaseKind.Default)) ? null : before;
        foreach (var section in choice.Cases)
        {
            _state = before;
            if (section.Clauses.All(IsConstant))
                Assume(Facts(choice.Value, SinkSet.All));
            foreach (var clause in section.Clauses.OfType<IPatternCaseClauseOperation>())
            {
                Bind(clause.Pattern, value);
                Eval(clause.Guard);
            }

            RunAll(section.Body);
            after = Join(after, _state);
        }

        _state = Join(after, _left);
        _left = outside;
    }

    private static bool IsConstant(ICaseClauseOperation clause) =>
        clause is ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: not null } }
        || (clause is IPatternCaseClauseOperation pattern && IsConstant(pattern.Pattern) == true);

    private void Try(ITryOperation attempt)
    {
        var before = _state;
        Eval(attempt.Body);
        var after = _state;
        // An exception may come from anywhere in the body.
        var thrown = Join(before, after);
        foreach (var handler in attempt.Catches)
        {
            _state = thrown;
            Eval(handler.Filter);
            Eval(handler.Handler);
            after = Join(after, _state);
        }

        _state = after;
        if (attempt.Finally is { } last)
        {
            var isReached = _state is not null;
            _state ??= thrown;
            Eval(last);
            _state = isReached ? _state : null;
        }
    }

    private void Return(IReturnOperation back)
    {
        var value = Eval(back.ReturnedValue);
        if (_state is null)
            return;
        Prove(back.ReturnedValue);
        SeeAnswer(back, value);
        _returned = _returned.Join(value);
        if (back.Kind == OperationKind.YieldReturn)
            return;
        _ends = Join(_ends, _state);
        _state = null;
    }

    private void Declare(IVariableDeclaratorOperation variable)
    {
        var initializer = variable.Initializer ?? (variable.Parent as IVariableDeclarationOperation)?.Initializer;
        if (FunctionOf(initializer?.Value) is { } function)
            _functions[variable.Symbol] = function;
        if (initializer?.Value is IAwaitOperation { Operation: IInvocationOperation awaited })
            _lookUps[variable.Symbol] = awaited;
        else if (initializer?.Value is IInvocationOperation called)
            _lookUps[variable.Symbol] = called;
        if (IsTruth(variable.Symbol.Type) && initializer is not null)
            _conditions[variable.Symbol] = initializer.Value;
        Set(variable.Symbol, initializer is null ? FlowValue.Nothing : Eval(initializer.Value).Via(variable.Symbol));
    }
}
