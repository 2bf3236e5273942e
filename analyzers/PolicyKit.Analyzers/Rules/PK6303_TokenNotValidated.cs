using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6303_TokenNotValidated() : PolicyRule("PK6303", MeasureKind.Technical, Severity.Error)
{
    private const string Metadata = "RequireHttpsMetadata";

    // By the names of the library, and of those who read them by hand. Configuration does not heed case.
    private static readonly HashSet<string> Settings = new(
        TokenValidation
            .Checks.Append(Metadata)
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
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (
                    string.Equals(entry.Value, "false", StringComparison.OrdinalIgnoreCase)
                    && Settings.Contains(entry.Name)
                )
                    context.Report(entry, "PK6303", entry.Name);
        });
        if (TokenValidation.Types.All(name => rule.Type(name) is null))
            return;
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    TokenValidation.Of(context.Operation, context.ContainingSymbol) is { } off
                    && EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                        != ExecutionEnvironment.Development
                )
                    context.Report(off.Place, "PK6303", off.What);
            },
            OperationKind.SimpleAssignment,
            OperationKind.DeconstructionAssignment,
            OperationKind.Invocation,
            OperationKind.FieldReference
        );
    }
}
