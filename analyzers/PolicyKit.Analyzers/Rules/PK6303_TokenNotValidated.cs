using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6303_TokenNotValidated() : PolicyRule("PK6303", MeasureKind.Technical, Severity.Error)
{
    // The checks of TokenValidationParameters that are on unless somebody switches them off, and the member by which another check takes their place.
    private static readonly Dictionary<string, string?> Checks = new(StringComparer.Ordinal)
    {
        ["ValidateIssuer"] = "IssuerValidator",
        ["ValidateAudience"] = "AudienceValidator",
        ["ValidateLifetime"] = "LifetimeValidator",
        ["RequireExpirationTime"] = null,
        ["RequireSignedTokens"] = null,
    };

    private const string Metadata = "RequireHttpsMetadata";

    // By the names of the library, and of those who read them by hand. Configuration does not heed case.
    private static readonly HashSet<string> Settings = new(
        Checks
            .Keys.Append(Metadata)
            .Concat(
                new[]
                {
                    "ValidateIssuerSigningKey",
                    "ValidateSignature",
                    "ValidateTokenSignature",
                    "VerifySignature",
                    "VerifyTokenSignature",
                    "ValidateToken",
                    "ValidateExpiration",
                    "ValidateExpiry",
                    "ValidateNonce",
                    "RequireNonce",
                    "RequireSignedAssertions",
                    "WantAssertionsSigned",
                }
            ),
        StringComparer.OrdinalIgnoreCase
    );

    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        rule.RegisterEffectiveConfiguration(
            (file, report) =>
            {
                foreach (var entry in file.Entries)
                    if (
                        string.Equals(entry.Value, "false", StringComparison.OrdinalIgnoreCase)
                        && Settings.Contains(entry.Name)
                    )
                        report(entry, "PK6303", new object[] { entry.Name });
            }
        );
        if (
            rule.Type("Microsoft.IdentityModel.Tokens.TokenValidationParameters") is null
            && rule.Type("Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions") is null
        )
            return;
        rule.RegisterOperationAction(
            Trigger.OnNames(
                Checks
                    .Keys.Concat(
                        new[]
                        {
                            Metadata,
                            "LifetimeValidator",
                            "AudienceValidator",
                            "IssuerValidator",
                            "SignatureValidator",
                        }
                    )
                    .ToArray()
            ),
            context =>
            {
                var assignment = (ISimpleAssignmentOperation)context.Operation;
                if (
                    assignment.Target
                    is not IPropertyReferenceOperation { Property: { ContainingType: { } type } property }
                )
                    return;
                if (
                    assignment.Value.ConstantValue is { HasValue: true, Value: false }
                        ? IsSwitchedOff(property, type, assignment, context.ContainingSymbol)
                        : IsEmptyValidator(property, type, assignment.Value)
                )
                    rule.Report(context.ReportDiagnostic, assignment.Syntax.GetLocation(), "PK6303", property.Name);
            },
            OperationKind.SimpleAssignment
        );
    }

    private static bool IsSwitchedOff(
        IPropertySymbol property,
        INamedTypeSymbol type,
        ISimpleAssignmentOperation assignment,
        ISymbol containing
    )
    {
        if (property.Name == Metadata)
            return type.Name.EndsWith("Options", StringComparison.Ordinal);
        if (type.Name != "TokenValidationParameters" || !Checks.TryGetValue(property.Name, out var validator))
            return false;
        // To renew a token one has to read it after its time.
        if (property.Name is "ValidateLifetime" or "RequireExpirationTime" && IsRenewal(containing))
            return false;
        return validator is null || !IsSetBeside(assignment, validator);
    }

    private static bool IsRenewal(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
            if (
                symbol.Name.IndexOf("Expired", StringComparison.Ordinal) >= 0
                || symbol.Name.IndexOf("Refresh", StringComparison.Ordinal) >= 0
            )
                return true;
        return false;
    }

    private static bool IsSetBeside(ISimpleAssignmentOperation assignment, string name) =>
        assignment.Parent is IObjectOrCollectionInitializerOperation initializer
        && initializer
            .Initializers.OfType<ISimpleAssignmentOperation>()
            .Any(a =>
                a.Target is IPropertyReferenceOperation { Property.Name: { } other }
                && other.StartsWith(name, StringComparison.Ordinal)
                && a.Value.ConstantValue is not { HasValue: true, Value: null }
            );

    // A validator that says yes to everything: it returns true, gives the issuer back, or reads the token where it should hold its signature against the key.
    private static bool IsEmptyValidator(IPropertySymbol property, INamedTypeSymbol type, IOperation value)
    {
        if (
            type.Name != "TokenValidationParameters"
            || value
                is not IDelegateCreationOperation
                {
                    Target: IAnonymousFunctionOperation
                    {
                        Syntax: LambdaExpressionSyntax { ExpressionBody: { } body }
                    } function
                }
        )
            return false;
        return property.Name switch
        {
            "LifetimeValidator" or "AudienceValidator" => body.IsKind(SyntaxKind.TrueLiteralExpression),
            "IssuerValidator" => function.Symbol.Parameters.Length > 0
                && body is IdentifierNameSyntax name
                && name.Identifier.ValueText == function.Symbol.Parameters[0].Name,
            "SignatureValidator" => body is ObjectCreationExpressionSyntax { Type: { } created }
                && created.ToString() is var written
                && (
                    written.EndsWith("JwtSecurityToken", StringComparison.Ordinal)
                    || written.EndsWith("JsonWebToken", StringComparison.Ordinal)
                ),
            _ => false,
        };
    }
}
