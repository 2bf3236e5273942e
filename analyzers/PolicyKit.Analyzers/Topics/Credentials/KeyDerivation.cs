using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>Key derivation with fewer iterations than the parameters ask for.</summary>
internal sealed class KeyDerivation(int iterations, int cost)
{
    // The number that .NET takes when none is given, and that of the second version of ASP.NET Identity's format.
    private const int Default = 1000;

    // That of PasswordDeriveBytes, an older function.
    private const int OldDefault = 100;

    public (SyntaxNode Place, int Count, int Minimum)? Of(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: { Name: "Rfc2898DeriveBytes", IsFramework: true } } creation => Judge(
                Argument(creation.Arguments, "iterations"),
                iterations
            )
                ?? (
                    creation.Constructor?.Parameters.Any(p => p.Name == "iterations") == false
                    && Default < iterations
                    && !IsSetAfterwards(creation)
                        ? (creation.Syntax, Default, iterations)
                        : null
                ),
            IObjectCreationOperation { Type: { Name: "PasswordDeriveBytes", IsFramework: true } } creation => Judge(
                Argument(creation.Arguments, "iterations"),
                iterations
            ) ?? (OldDefault < iterations ? (creation.Syntax, OldDefault, iterations) : null),
            IInvocationOperation
            {
                TargetMethod: { Name: "Pbkdf2", ContainingType: { Name: "Rfc2898DeriveBytes", IsFramework: true } }
            } call => Judge(Argument(call.Arguments, "iterations"), iterations),
            IInvocationOperation
            {
                TargetMethod: { Name: "Pbkdf2", ContainingType: { Name: "KeyDerivation", IsFramework: true } }
            } call => Judge(Argument(call.Arguments, "iterationCount"), iterations),
            IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Init",
                    ContainingType:
                    { Name: "Pkcs5S2ParametersGenerator" or "PbeParametersGenerator", IsBouncyCastle: true }
                }
            } call => Judge(Argument(call.Arguments, "iterationCount"), iterations),
            IInvocationOperation
            {
                TargetMethod.ContainingType: { Name: "BCrypt", ContainingNamespace.Name: "Net" }
            } call => Judge(Argument(call.Arguments, "workFactor"), cost),
            IInvocationOperation
            {
                TargetMethod:
                { Name: "Generate", ContainingType: { Name: "BCrypt" or "OpenBsdBCrypt", IsBouncyCastle: true } }
            } call => Judge(Argument(call.Arguments, "cost"), cost),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property:
                    {
                        Name: "IterationCount",
                        ContainingType: { Name: "PasswordHasherOptions" or "Rfc2898DeriveBytes", IsFramework: true }
                    }
                }
            } assignment => Judge(assignment.Value, iterations),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property:
                    { Name: "CompatibilityMode", ContainingType: { Name: "PasswordHasherOptions", IsFramework: true } }
                },
                Value: IFieldReferenceOperation { Field.Name: "IdentityV2" }
            } assignment when Default < iterations => (assignment.Value.Syntax, Default, iterations),
            _ => null,
        };

    // derivation.IterationCount = 600000: that number counts.
    private static bool IsSetAfterwards(IObjectCreationOperation creation) =>
        creation.Initializer is not null
        || creation.ParentBeyondConversions()
            is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            && LocalUses
                .Of(creation)
                .ReferencesTo(declarator.Symbol)
                .Any(r =>
                    r.Parent
                        is IPropertyReferenceOperation
                        {
                            Property.Name: "IterationCount",
                            Parent: ISimpleAssignmentOperation assignment
                        }
                    && assignment.Target == r.Parent
                );

    private static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(a => a.Parameter?.Name == name)?.Value;

    private static (SyntaxNode Place, int Count, int Minimum)? Judge(IOperation? value, int minimum) =>
        ConstantInt.LeastOf(value) is { } count && count < minimum ? (value!.Syntax, count, minimum) : null;
}
