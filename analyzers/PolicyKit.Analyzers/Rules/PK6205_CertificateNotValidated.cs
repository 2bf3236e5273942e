using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6205_CertificateNotValidated() : PolicyRule("PK6205", MeasureKind.Technical, Severity.Error)
{
    private static readonly ParameterId LocalHosts = ParameterId.Parse("connections.local-hosts");

    private static readonly string[] Checks =
    {
        "Validate",
        "Verify",
        "Check",
        "Ensure",
        "Assert",
        "Authenticate",
        "Throw",
    };

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(LocalHosts);

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        var local = new HashSet<string>(rule.Values(LocalHosts), StringComparer.OrdinalIgnoreCase);
        rule.RegisterEffectiveConfiguration(
            (file, report) =>
            {
                foreach (var entry in file.Entries)
                    if (Trusts(entry.Value, local))
                        report(entry, "PK6205.connection-string", Array.Empty<object>());
                    else if (ConfigurationSwitches.TrustsAnyCertificate(entry))
                        report(entry, "PK6205.setting", new object[] { entry.Name });
            }
        );
        rule.RegisterTexts(
            (value, context) =>
            {
                if (Trusts(value.Text, local))
                    rule.Report(context.ReportDiagnostic, value.Origin.GetLocation(), "PK6205.connection-string");
            }
        );
        if (rule.Type("System.Net.Security.SslPolicyErrors") is { } errors)
            rule.RegisterOperationAction(
                Trigger.OnFile("Certificate", "SslStream", "SslPolicyErrors", "SslClientAuthenticationOptions"),
                context =>
                {
                    var creation = (IDelegateCreationOperation)context.Operation;
                    if (IsValidation(creation.Type, errors) && AlwaysTrue(creation.Target) is { } place)
                        rule.Report(context.ReportDiagnostic, place.GetLocation(), "PK6205");
                },
                OperationKind.DelegateCreation
            );
        rule.RegisterOperationAction(
            Trigger.OnFile("Certificate"),
            context => Reference(rule, context),
            OperationKind.PropertyReference,
            OperationKind.FieldReference
        );
    }

    // A password that travels to whoever answers: TrustServerCertificate of SQL Server, Trust Server Certificate of PostgreSQL. On the machine itself nobody is in between.
    private static bool Trusts(string text, HashSet<string> local) =>
        ConnectionString.Pairs(text) is { } pairs
        && pairs.Any(p =>
            IdentifierWords.Plain(p.Key) == "trustservercertificate"
            && p.Value.Trim() is var v
            && (
                v.Equals("true", StringComparison.OrdinalIgnoreCase)
                || v.Equals("yes", StringComparison.OrdinalIgnoreCase)
            )
        )
        && !(ConnectionString.HostOf(pairs) is { } host && local.Contains(host));

    // Every delegate by which .NET and its libraries ask whether a certificate will do hands over the errors that were found.
    private static bool IsValidation(ITypeSymbol? type, INamedTypeSymbol errors) =>
        type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean } invoke }
        && invoke.Parameters.Any(p => SymbolEqualityComparer.Default.Equals(p.Type, errors));

    private static SyntaxNode? AlwaysTrue(IOperation target) =>
        target switch
        {
            IAnonymousFunctionOperation function when IsAlwaysTrue(function.Syntax) => function.Syntax,
            IMethodReferenceOperation { Method: { DeclaringSyntaxReferences.Length: 1 } method } reference
                when IsAlwaysTrue(method.DeclaringSyntaxReferences[0].GetSyntax()) => reference.Syntax,
            _ => null,
        };

    private static bool IsAlwaysTrue(SyntaxNode function) =>
        function switch
        {
            AnonymousFunctionExpressionSyntax { ExpressionBody: { } expression } => IsTrue(expression),
            AnonymousFunctionExpressionSyntax { Block: { } block } => OnlyReturnsTrue(block),
            MethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => IsTrue(expression),
            MethodDeclarationSyntax { Body: { } body } => OnlyReturnsTrue(body),
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } expression } => IsTrue(expression),
            LocalFunctionStatementSyntax { Body: { } body } => OnlyReturnsTrue(body),
            _ => false,
        };

    // What throws refuses, too, and so may what checks elsewhere: authenticator.ValidateToken(token).
    private static bool OnlyReturnsTrue(BlockSyntax block)
    {
        var own = block
            .DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .ToList();
        var returns = own.OfType<ReturnStatementSyntax>().ToList();
        return returns.Count > 0
            && returns.All(r => r.Expression is { } expression && IsTrue(expression))
            && !own.Any(n =>
                n is ThrowStatementSyntax or ThrowExpressionSyntax
                || (n is InvocationExpressionSyntax call && IsCheck(call))
            );
    }

    private static bool IsCheck(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return Array.Exists(Checks, word => name.StartsWith(word, StringComparison.Ordinal));
    }

    private static bool IsTrue(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax inner)
            expression = inner.Expression;
        return expression.IsKind(SyntaxKind.TrueLiteralExpression);
    }

    private static void Reference(RuleContext rule, OperationContext context)
    {
        var member = ((IMemberReferenceOperation)context.Operation).Member;
        var isNone =
            member is { Name: "DangerousAcceptAnyServerCertificateValidator", ContainingType.Name: "HttpClientHandler" }
                && OperationFacts.IsChosen(context.Operation)
            || (
                member is { Name: "None", ContainingType.Name: "X509CertificateValidationMode" }
                && context.Operation.Parent is IAssignmentOperation
            );
        if (isNone)
            rule.Report(context.ReportDiagnostic, context.Operation.Syntax.GetLocation(), "PK6205");
        else if (
            member is { Name: "TrustServerCertificate", ContainingType.Name: { } type }
            && type.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal)
            && context.Operation.Parent
                is ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: true } } assignment
            && assignment.Target == context.Operation
        )
            rule.Report(context.ReportDiagnostic, assignment.Syntax.GetLocation(), "PK6205.connection-string");
    }
}
