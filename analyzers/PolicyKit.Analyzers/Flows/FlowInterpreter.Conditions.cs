using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// What conditions say of values: input that was compared with what is allowed is harmless from there on.
/// </summary>
internal sealed partial class FlowInterpreter
{
    private static readonly IReadOnlyList<FlowFact> NoFacts = Array.Empty<FlowFact>();

    // Truth values in locals, by the conditions that made them: var isKnown = allowed.Contains(name).
    private readonly Dictionary<ISymbol, IOperation> _conditions = new(SymbolEqualityComparer.Default);

    // A condition may be made of a local that is made of it (ok = ok && ok), and of thousands of parts: what is not seen
    // within so many steps is not known.
    private const int MaxSteps = 300;

    private int _stepsLeft;

    // What was looked up with a value: var context = await interaction.GetContextAsync(returnUrl).
    private readonly Dictionary<ISymbol, IInvocationOperation> _lookUps = new(SymbolEqualityComparer.Default);

    private void Assume(IOperation? condition, bool outcome)
    {
        if (condition is not null && _program.FollowsInput && _state is not null)
            Assume(FactsOf(condition, outcome));
    }

    private void Assume(IEnumerable<FlowFact> facts)
    {
        foreach (var fact in facts)
        {
            if (_state is null)
                return;
            foreach (var entry in _state)
                if (entry.Value.Each(Cleaned) is var cleaned && !ReferenceEquals(cleaned, entry.Value))
                    Set(entry.Key, cleaned);
            // if (allowed.Contains(filter.Name)): the member is what was looked at, and is known of from here on.
            if (
                fact.Place is IMemberReferenceOperation { Member: { } member, Instance: { } instance }
                && !IsIndexer(member)
            )
            {
                var value = Quietly(fact.Place).Each(Cleaned);
                Replace(instance, owner => owner.With(member.Name, value));
            }

            FlowLabel Cleaned(FlowLabel label) => label.IsSame(fact.Label) ? label.Clean(fact.Sinks) : label;
        }
    }

    private IReadOnlyList<FlowFact> FactsOf(IOperation condition, bool outcome)
    {
        _stepsLeft = MaxSteps;
        return FactsIn(condition, outcome);
    }

    private IReadOnlyList<FlowFact> FactsIn(IOperation condition, bool outcome)
    {
        if (_stepsLeft-- <= 0)
            return NoFacts;
        switch (condition)
        {
            case IParenthesizedOperation inner:
                return FactsIn(inner.Operand, outcome);
            case IConversionOperation conversion:
                return FactsIn(conversion.Operand, outcome);
            case IAwaitOperation waiting:
                return FactsIn(waiting.Operation, outcome);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return FactsIn(not.Operand, !outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                return outcome ? Both(and, true) : Either(and, false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or:
                return outcome ? Either(or, true) : Both(or, false);
            case IBinaryOperation binary:
                return Compared(binary, outcome);
            case IIsPatternOperation test:
                return IsConstant(test.Pattern) is { } isConstant && isConstant == outcome
                    ? Facts(test.Value, SinkSet.All)
                    : NoFacts;
            case ILocalReferenceOperation { Local: { } local } when _conditions.TryGetValue(local, out var made):
                return FactsIn(made, outcome);
            case IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } access when outcome:
                return Called(call, access.Operation, outcome);
            case IInvocationOperation call:
                return Called(call, call.Instance, outcome);
            default:
                return NoFacts;
        }
    }

    private IReadOnlyList<FlowFact> Both(IBinaryOperation binary, bool outcome) =>
        FactsIn(binary.LeftOperand, outcome).Concat(FactsIn(binary.RightOperand, outcome)).ToList();

    private IReadOnlyList<FlowFact> Either(IBinaryOperation binary, bool outcome)
    {
        var left = FactsIn(binary.LeftOperand, outcome);
        if (left.Count == 0)
            return NoFacts;
        var right = FactsIn(binary.RightOperand, outcome);
        return left.SelectMany(fact =>
                right
                    .Where(other => other.Label.IsSame(fact.Label))
                    .Select(other => fact with { Sinks = fact.Sinks.InBoth(other.Sinks) })
            )
            .ToList();
    }

    private IReadOnlyList<FlowFact> Compared(IBinaryOperation binary, bool outcome)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            var isEqual = binary.OperatorKind == BinaryOperatorKind.Equals == outcome;
            if (!isEqual && right.ConstantValue is { HasValue: true, Value: null } && LookedUp(left) is { } call)
                return Found(call);
            if (left.ConstantValue is { HasValue: true, Value: bool first })
                return FactsIn(right, isEqual == first);
            if (right.ConstantValue is { HasValue: true, Value: bool second })
                return FactsIn(left, isEqual == second);
            if (isEqual && !IsTruth(left.Type))
                return Equal(left, right);
        }

        // path.IndexOf("..") < 0, path.IndexOfAny(Path.GetInvalidFileNameChars()) == -1
        return
            left is IInvocationOperation { TargetMethod.Name: "IndexOf" or "IndexOfAny" } search
            && right.ConstantValue is { HasValue: true, Value: int number }
            && IsFound(binary.OperatorKind, number) is { } isFound
            ? Called(search, search.Instance, isFound == outcome)
            : NoFacts;
    }

    private IInvocationOperation? LookedUp(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is ILocalReferenceOperation { Local: { } local } && _lookUps.TryGetValue(local, out var call)
            ? call
            : null;
    }

    private IReadOnlyList<FlowFact> Found(IInvocationOperation call) =>
        _program
            .Models.Of(call.TargetMethod)
            .Where(m => m.Role == FlowRole.Guards && m.IsLookUp)
            .SelectMany(m => GuardedBy(m, call, call.Instance))
            .ToList();

    private static bool? IsFound(BinaryOperatorKind comparison, int number) =>
        (comparison, number) switch
        {
            (BinaryOperatorKind.GreaterThanOrEqual, 0) or (BinaryOperatorKind.GreaterThan, -1) => true,
            (BinaryOperatorKind.NotEquals, -1) => true,
            (BinaryOperatorKind.LessThan, 0) or (BinaryOperatorKind.Equals, -1) => false,
            _ => null,
        };

    // What equals something that nobody outside decides is that.
    private IReadOnlyList<FlowFact> Equal(IOperation left, IOperation right)
    {
        if (!IsDecidedOutside(right))
            return Facts(left, SinkSet.All);
        return IsDecidedOutside(left) ? NoFacts : Facts(right, SinkSet.All);
    }

    private bool IsDecidedOutside(IOperation operation) =>
        operation.ConstantValue is not { HasValue: true }
        && Quietly(operation)
            .Whole.Labels.Any(l =>
                l.Kind == FlowLabelKind.Input || (l.Kind == FlowLabelKind.Parameter && l.Parameter != Self)
            );

    // true for a pattern of constants, false for one that leaves constants out; null for any other.
    private static bool? IsConstant(IPatternOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: not null } } => true,
            INegatedPatternOperation not => !IsConstant(not.Pattern),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => IsConstant(or.LeftPattern) == true
            && IsConstant(or.RightPattern) == true
                ? true
                : null,
            _ => null,
        };

    private IReadOnlyList<FlowFact> Called(IInvocationOperation call, IOperation? instance, bool outcome)
    {
        var method = call.TargetMethod;
        if (method.Name == "Equals" && outcome)
        {
            var values = call.Arguments.Take(2).Select(a => a.Value).ToList();
            return instance is not null && values.Count > 0 ? Equal(instance, values[0])
                : values.Count > 1 ? Equal(values[0], values[1])
                : NoFacts;
        }

        if (
            _program.TargetsOf(method).ToList() is { Count: > 0 } targets
            && Proved(call, targets, outcome) is { Count: > 0 } proved
        )
            return proved;
        if (IsTruth(method.ReturnType) && outcome && _program.IsSanitizer(method))
            return call.Arguments.SelectMany(a => Facts(a.Value, SinkSet.All)).ToList();
        return _program
            .Models.Of(method)
            .Where(m => m.Role == FlowRole.Guards && !m.IsLookUp && m.When == outcome && m.IsAnswered(call))
            .SelectMany(m => GuardedBy(m, call, instance))
            .ToList();
    }

    private IEnumerable<FlowFact> GuardedBy(FlowModel model, IInvocationOperation call, IOperation? instance)
    {
        var owner = (model.IsOfAnyType ? null : instance) ?? call.Arguments.FirstOrDefault()?.Value;
        var values =
            model.Parameters.Count > 0
                ? call.Arguments.Where(a => model.Takes(a.Parameter)).Select(a => a.Value)
                : new[] { owner }.OfType<IOperation>();
        var sinks = model.IsPrefix ? PrefixOf(call) : model.Cleans;
        return values
            .SelectMany(value => Facts(value, sinks))
            .Where(fact => !model.NeedsAbsolute || fact.Label.Cleaned.Contains(SinkSet.Absolute));
    }

    private static SinkSet PrefixOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string text }
            ? WrittenText.FixedBy(text)
            : SinkSet.None;

    private IReadOnlyList<FlowFact> Proved(IInvocationOperation call, List<IMethodSymbol> targets, bool outcome)
    {
        var facts = new List<FlowFact>();
        foreach (var argument in call.Arguments)
        {
            var sinks = targets
                .Select(t => Summary(t).Proofs.When(outcome))
                .Select(p => p.TryGetValue(argument.Parameter?.Ordinal ?? 0, out var proved) ? proved : SinkSet.None)
                .Aggregate((a, b) => a.InBoth(b));
            if (sinks != SinkSet.None)
                facts.AddRange(Facts(argument.Value, sinks));
        }

        return facts;
    }
}
