using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Findings;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6101_HardCodedCredential() : PolicyRule("PK6101", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId Names = ParameterId.Parse("credentials.names");
    private static readonly ParameterId Placeholders = ParameterId.Parse("credentials.placeholders");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names, Placeholders);

    public override bool PointsAtSecrets => true;

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        var judge = new CredentialHeuristics(rule.Values(Names), rule.Values(Placeholders));
        rule.RegisterTexts(
            (value, context) =>
            {
                if (Shape(value.Text, judge) is { } key)
                    rule.Report(context.ReportDiagnostic, value.Origin.GetLocation(), key);
            }
        );
        rule.RegisterTextSinks(
            (sink, context) =>
            {
                if (!judge.IsCredentialSink(sink))
                    return;
                foreach (var value in StringValueTracker.Of(sink.Value))
                    if (
                        Shape(value.Text, judge) is null
                        && judge.IsSecret(value.Text, sink.Name)
                        && !NamedValueCollector.IsOnlyAName(value.Origin)
                        && !TestCode.Holds(context.ContainingSymbol)
                    )
                        rule.Report(
                            context.ReportDiagnostic,
                            value.Origin.GetLocation(),
                            sink.IsComparison && value.Origin == sink.Value.Syntax ? "PK6101.compared" : "PK6101",
                            NameAt(value.Origin) ?? sink.Name
                        );
            }
        );
    }

    // One literal may reach several sinks: the name beside the literal is the same for all of them, whichever is seen first.
    private static string? NameAt(SyntaxNode origin) =>
        origin.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        };

    // Secrets that are known from their text alone, wherever they stand.
    private static string? Shape(string text, CredentialHeuristics judge)
    {
        if (text.Length < 12)
            return null;
        if (SecretShapes.IsToken(text))
            return "PK6101.token";
        if (ConnectionString.Pairs(text) is { } pairs)
            return pairs.Any(p => judge.IsSecretKey(p.Key) && judge.IsSecretValue(p.Value.Trim('"', '\'')))
                ? "PK6101.connection-string"
                : null;
        return CredentialHeuristics.UserInfoSecret(text) is { } secret && judge.IsUserSecret(secret)
            ? "PK6101.url"
            : null;
    }
}
