using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6101_HardCodedCredential() : PolicyRule("PK6101", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Names = ParameterId.Parse("credentials.names");
    private static readonly ParameterId KeyNames = ParameterId.Parse("credentials.key-names");
    private static readonly ParameterId Placeholders = ParameterId.Parse("credentials.placeholders");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names, KeyNames, Placeholders);

    public override bool PointsAtSecrets => true;

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        var judge = new CredentialHeuristics(rule.Values(Names), rule.Values(KeyNames), rule.Values(Placeholders));
        rule.RegisterTexts(
            (value, context) =>
            {
                if (Shape(value.Text, judge) is { } found)
                    context.Report(value.Origin, found.Key, found.Name ?? "");
            }
        );
        var handed = new HandedParameters(judge.TakesPassword);
        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (KeySinks.Is(sink))
                    JudgeKey(sink, context);
                else if (IsComparedInFixedTime(sink))
                    JudgeCompared(judge, sink, context);
                else if (judge.IsCredentialSink(sink))
                    Judge(judge, sink, context, handed);
                else
                    JudgeHanded(judge, sink, context, handed.Of(sink));
            }
        );
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    context.Operation
                        is IInvocationOperation
                        {
                            TargetMethod:
                            { Name: "AppendChar", ContainingType: { Name: "SecureString", IsFramework: true } },
                            Arguments: { Length: 1 } arguments
                        }
                    && StringValueTracker.Of(arguments[0].Value).Any(v => v.IsWhole && v.Text.Length > 0)
                    && !TestCode.Holds(context.ContainingSymbol)
                )
                    context.Report(arguments[0].Syntax, "PK6101", nameof(System.Security.SecureString));
            },
            OperationKind.Invocation
        );
    }

    // Nobody compares in fixed time what is no secret.
    private static bool IsComparedInFixedTime(NamedValue sink) =>
        sink.IsComparison
        && sink.Value.ParentBeyondConversions()
            is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "FixedTimeEquals" } };

    private static void JudgeCompared(CredentialHeuristics judge, NamedValue sink, OperationContext context)
    {
        foreach (var value in StringValueTracker.Of(sink.Value))
            if (
                Shape(value.Text, judge) is null
                && judge.IsPasswordTaken(value.Text)
                && !TestCode.Holds(context.ContainingSymbol)
            )
                context.Report(value.Origin, "PK6101.compared", NameAt(value.Origin) ?? sink.Name);
    }

    // What a method of the program hands on as a key or a password, whatever it calls it.
    private static void JudgeHanded(
        CredentialHeuristics judge,
        NamedValue sink,
        OperationContext context,
        HandedKind kind
    )
    {
        if ((kind & HandedKind.Key) != 0)
            JudgeKey(sink, context);
        else if ((kind & HandedKind.Password) != 0 && !TestCode.Holds(context.ContainingSymbol))
            foreach (var value in StringValueTracker.Of(sink.Value))
                if (
                    Shape(value.Text, judge) is null
                    && judge.IsPasswordTaken(value.Text)
                    && !NamedValueCollector.IsOnlyAName(value.Origin)
                )
                    context.Report(value.Origin, "PK6101", NameAt(value.Origin) ?? sink.Name);
    }

    private static void Judge(
        CredentialHeuristics judge,
        NamedValue sink,
        OperationContext context,
        HandedParameters handed
    )
    {
        if (handed.Of(sink) is var kind and not HandedKind.None)
        {
            JudgeHanded(judge, sink, context, kind);
            return;
        }

        if (IsOverwritten(sink))
            return;
        foreach (var value in StringValueTracker.Of(sink.Value))
            if (
                Shape(value.Text, judge) is null
                && (judge.IsSecret(value.Text, sink.Name) || judge.IsTakenBy(sink, value.Text))
                && (!sink.IsByCall || SecretLook.IsMadeUp(value.Text, 4))
                && (!sink.IsReturned || value.Text.Length > 3)
                && !NamedValueCollector.IsOnlyAName(value.Origin)
                && !TestCode.Holds(context.ContainingSymbol)
            )
                context.Report(
                    value.Origin,
                    sink.IsComparison && value.Origin == sink.Value.Syntax ? "PK6101.compared" : "PK6101",
                    NameAt(value.Origin) ?? sink.Name
                );
    }

    // var password = "x"; password = args[0]; – nobody reads the first value.
    private static bool IsOverwritten(NamedValue sink)
    {
        if (sink is not { IsComparison: false, Symbol: ILocalSymbol { IsConst: false } local })
            return false;
        var uses = LocalUses.Of(sink.Value);
        return uses.ValuesOf(local).Contains(sink.Value)
            && uses.ValuesOf(local).Any(v => v.Syntax.SpanStart > sink.Value.Syntax.SpanStart)
            && uses.ReferencesTo(local).Where(r => !IsTarget(r)).ToList() is { Count: > 0 } reads
            && reads.All(r => !uses.ReachingValuesOf(r).Contains(sink.Value));
    }

    private static bool IsTarget(IOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    // What a cryptographic library takes as a key needs no look of one.
    private static void JudgeKey(NamedValue sink, OperationContext context)
    {
        if (TestCode.Holds(context.ContainingSymbol))
            return;
        var texts = StringValueTracker.Of(sink.Value).Where(v => v.IsWhole && v.Text.Length > 0).ToList();
        foreach (var value in texts)
            context.Report(value.Origin, "PK6101", NameAt(value.Origin) ?? sink.Name);
        if (texts.Count == 0 && ConstantBytes.Are(sink.Value, IsKeySink))
            context.Report(sink.Value.Syntax, "PK6101", sink.Name);
    }

    private static bool IsKeySink(IOperation reference)
    {
        var parent = reference.ParentBeyondConversions();
        return parent switch
        {
            IArgumentOperation { Parameter: { } parameter } => KeySinks.Is(
                new NamedValue(parameter.Name, parameter, reference)
            ),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } =>
                KeySinks.Is(new NamedValue(property.Name, property, reference)),
            _ => false,
        };
    }

    // One literal may reach several sinks: the name beside the literal is the same for all of them, whichever is seen
    // first.
    private static string? NameAt(SyntaxNode origin) =>
        origin.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        };

    // Secrets that are known from their text alone, wherever they stand.
    private static (string Key, string? Name)? Shape(string text, CredentialHeuristics judge)
    {
        if (text.Length < 10)
            return null;
        if (SecretShapes.IsToken(text))
            return ("PK6101.token", null);
        if (
            ConnectionString.Pairs(text) is { } pairs
            && pairs.Any(p => CredentialHeuristics.IsSecretKey(p.Key) && judge.IsConnectionSecret(p.Value))
        )
            return ("PK6101.connection-string", null);
        if (CredentialHeuristics.UserInfoSecret(text) is { } secret && judge.IsUserSecret(secret))
            return ("PK6101.url", null);
        return judge.NamedIn(text) is { } name ? ("PK6101", name) : null;
    }
}
