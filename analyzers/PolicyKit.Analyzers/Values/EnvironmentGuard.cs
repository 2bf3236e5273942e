using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>
/// Reads the conditions around a piece of code: if, ?:, early returns, #if DEBUG, [Conditional], names of methods.
/// </summary>
internal static class EnvironmentGuard
{
    /// <summary>In which environment a piece of code runs, as far as its conditions tell.</summary>
    /// <param name="operation">The piece.</param>
    /// <param name="containing">What it stands in.</param>
    /// <param name="isStrict">Whether an environment that is neither production nor development is one of users,
    /// too.</param>
    public static ExecutionEnvironment EnvironmentOf(IOperation operation, ISymbol containing, bool isStrict = false)
    {
        if (IsUnderDebug(operation.Syntax) || IsNamedSo(containing))
            return ExecutionEnvironment.Development;
        var reach = ExecutionEnvironment.Production;
        var child = operation;
        for (var parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
            switch (parent)
            {
                case IConditionalOperation conditional when child != conditional.Condition:
                    if (
                        IsDevelopment(Polarity(conditional.Condition, isStrict), child == conditional.WhenTrue)
                        is not { } shown
                    )
                        reach = ExecutionEnvironment.Unknown;
                    else if (shown)
                        return ExecutionEnvironment.Development;
                    break;
                case IBlockOperation block when LeavesBefore(block, child, isStrict):
                    return ExecutionEnvironment.Development;
                case ISwitchCaseOperation or ISwitchExpressionArmOperation:
                    reach = ExecutionEnvironment.Unknown;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
                    when child == both.RightOperand:
                    if (Polarity(both.LeftOperand, isStrict) > 0)
                        return ExecutionEnvironment.Development;
                    break;
                case IInvocationOperation { TargetMethod.Name: "UseWhen" or "MapWhen" }:
                    reach = ExecutionEnvironment.Unknown;
                    break;
            }

        return reach;
    }

    private static bool? IsDevelopment(int polarity, bool isTrueSide) =>
        polarity == 0 ? null : (polarity > 0) == isTrueSide;

    // if (!env.IsDevelopment()) return;
    private static bool LeavesBefore(IBlockOperation block, IOperation child, bool isStrict)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == child)
                return false;
            if (
                statement is IConditionalOperation { WhenFalse: null } conditional
                && Polarity(conditional.Condition, isStrict) < 0
                && Leaves(conditional.WhenTrue)
            )
                return true;
        }

        return false;
    }

    private static bool Leaves(IOperation operation) =>
        operation switch
        {
            IBlockOperation { Operations: { Length: > 0 } statements } => Leaves(statements[statements.Length - 1]),
            IReturnOperation or IThrowOperation => true,
            IExpressionStatementOperation { Operation: IThrowOperation } => true,
            _ => false,
        };

    /// <summary>
    /// 1: when the condition holds, this is not production; -1: when it does not hold; 0: it does not say.
    /// </summary>
    private static int Polarity(IOperation? condition, bool isStrict, int depth = 6)
    {
        if (depth == 0)
            return 0;
        switch (condition)
        {
            case IConversionOperation conversion:
                return Polarity(conversion.Operand, isStrict, depth);
            case IParenthesizedOperation parenthesized:
                return Polarity(parenthesized.Operand, isStrict, depth);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return -Polarity(negation.Operand, isStrict, depth - 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both:
                var (a, b) = (
                    Polarity(both.LeftOperand, isStrict, depth - 1),
                    Polarity(both.RightOperand, isStrict, depth - 1)
                );
                return a > 0 || b > 0 ? 1
                    : a < 0 && b < 0 ? -1
                    : 0;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                var (c, d) = (
                    Polarity(either.LeftOperand, isStrict, depth - 1),
                    Polarity(either.RightOperand, isStrict, depth - 1)
                );
                return c > 0 && d > 0 ? 1
                    : c < 0 || d < 0 ? -1
                    : 0;
            case IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            } comparison:
                // env.IsProduction() == false
                if (SwitchOf(comparison) is { } asked)
                    return (asked.IsTrue == (comparison.OperatorKind == BinaryOperatorKind.Equals) ? 1 : -1)
                        * Polarity(asked.Other, isStrict, depth - 1);
                var name =
                    ComparedName(comparison.LeftOperand, comparison.RightOperand)
                    ?? ComparedName(comparison.RightOperand, comparison.LeftOperand);
                if (name is null)
                    return 0;
                if (isStrict && name is "Production" or "Staging")
                    return 0;
                var sign = name == "Production" ? -1 : 1;
                return comparison.OperatorKind == BinaryOperatorKind.Equals ? sign : -sign;
            case IInvocationOperation { TargetMethod.Name: "IsDevelopment" or "IsDevelopmentEnvironment" }:
                return 1;
            case IInvocationOperation { TargetMethod.Name: "IsStaging" }:
                return isStrict ? 0 : 1;
            case IInvocationOperation { TargetMethod.Name: "IsProduction" }:
                return isStrict ? 0 : -1;
            case IInvocationOperation { TargetMethod.Name: "IsEnvironment" } call:
                return PolarityOfNamed(call, isStrict);
            case ILocalReferenceOperation local
                when Polarity(LocalUses.Of(local).OriginOf(local), isStrict, depth - 1) is var polarity and not 0:
                return polarity;
            case ILocalReferenceOperation local:
                return EnvironmentName.PolarityOf(local.Local.Name);
            case IMemberReferenceOperation member:
                return member.Member is { Name: "IsAttached", ContainingType: { Name: "Debugger", IsFramework: true } }
                    ? 1
                    : EnvironmentName.PolarityOf(member.Member.Name);
            case IParameterReferenceOperation parameter:
                return EnvironmentName.PolarityOf(parameter.Parameter.Name);
            default:
                return 0;
        }
    }

    private static int PolarityOfNamed(IInvocationOperation call, bool isStrict)
    {
        var names = call
            .Arguments.Select(a => a.Value.ConstantValue)
            .Where(v => v.HasValue)
            .Select(v => v.Value)
            .ToList();
        if (isStrict && (names.Contains("Production") || names.Contains("Staging")))
            return 0;
        return names.Contains("Production") ? -1 : 1;
    }

    private static (bool IsTrue, IOperation Other)? SwitchOf(IBinaryOperation comparison)
    {
        if (comparison.RightOperand.ConstantValue is { HasValue: true, Value: bool right })
            return (right, comparison.LeftOperand);
        return comparison.LeftOperand.ConstantValue is { HasValue: true, Value: bool left }
            ? (left, comparison.RightOperand)
            : null;
    }

    private static string? ComparedName(IOperation asked, IOperation name)
    {
        asked = asked.UnwrapConversions();
        var isAsked =
            asked
            is IPropertyReferenceOperation { Property.Name: "EnvironmentName" }
                or ILocalReferenceOperation { Local.Name: "environment" or "env" or "environmentName" }
                or IInvocationOperation { TargetMethod.Name: "GetEnvironmentVariable" };
        return isAsked
            ? StringValueTracker.Of(name).FirstOrDefault()?.Text
                ?? (
                    name
                        is IFieldReferenceOperation
                        {
                            Field.ContainingType: { Name: "Environments", IsFramework: true }
                        } field
                        ? field.Field.Name
                        : null
                )
            : null;
    }

    private static bool IsNamedSo(ISymbol containing)
    {
        for (var symbol = containing; symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
            if (
                EnvironmentName.IsOfDevelopment(method.Name)
                || method
                    .GetAttributes()
                    .Any(a =>
                        a.AttributeClass is { Name: "ConditionalAttribute", IsFramework: true }
                        && a.ConstructorArguments.Any(v => v.Value is "DEBUG")
                    )
            )
                return true;
        // ASP.NET Core takes the class StartupDevelopment where the environment has that name.
        return containing.ContainingType is { Name: var type }
            && type.StartsWith("Startup", StringComparison.Ordinal)
            && EnvironmentName.IsOfDevelopment(type.Substring("Startup".Length));
    }

    private static bool IsUnderDebug(SyntaxNode node)
    {
        var open = new Stack<bool>();
        for (
            var directive = (node.SyntaxTree.GetRoot() as CompilationUnitSyntax)?.GetFirstDirective();
            directive is not null && directive.SpanStart < node.SpanStart;
            directive = directive.GetNextDirective()
        )
            switch (directive)
            {
                case IfDirectiveTriviaSyntax begin:
                    open.Push(IsDebug(begin.Condition) && begin.BranchTaken);
                    break;
                case ElifDirectiveTriviaSyntax or ElseDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    open.Push(
                        directive is ElifDirectiveTriviaSyntax { BranchTaken: true } elif && IsDebug(elif.Condition)
                    );
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }

        return open.Contains(true);
    }

    private static bool IsDebug(ExpressionSyntax condition) => condition.ToString() is "DEBUG" or "!RELEASE";
}
