using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6203_UnsafeMode() : PolicyRule("PK6203", MeasureKind.Technical, Severity.Error)
{
    private static readonly HashSet<string> BlockModes = new(StringComparer.Ordinal)
    {
        "EncryptEcb",
        "TryEncryptEcb",
        "DecryptEcb",
        "TryDecryptEcb",
    };

    // Parameters that take the value that must be new for every message: of .NET, and of BouncyCastle's
    // ParametersWithIV and AeadParameters.
    private static readonly HashSet<string> Vectors = new(StringComparer.Ordinal) { "iv", "rgbIV", "nonce" };

    // Parameters that take the value that must be new for every password.
    private static readonly HashSet<string> Salts = new(StringComparer.Ordinal) { "salt", "rgbSalt" };

    private protected override void Start(RuleContext rule)
    {
        var symmetric = rule.Type("System.Security.Cryptography.SymmetricAlgorithm");
        if (symmetric is null && rule.Type("Org.BouncyCastle.Crypto.ICipherParameters") is null)
            return;
        rule.RegisterOperationAction(
            context =>
            {
                if (Judge(context.Operation, context.ContainingSymbol, symmetric) is { } found)
                    context.Report(found.Place, found.Key);
            },
            OperationKind.FieldReference,
            OperationKind.PropertyReference,
            OperationKind.SimpleAssignment,
            OperationKind.DeconstructionAssignment,
            OperationKind.Invocation,
            OperationKind.ObjectCreation
        );
    }

    private static (SyntaxNode Place, string Key)? Judge(
        IOperation operation,
        ISymbol containing,
        INamedTypeSymbol? symmetric
    )
    {
        switch (operation)
        {
            case IFieldReferenceOperation
            {
                Field: { Name: "ECB" or "CTS", ContainingType: { Name: "CipherMode", IsFramework: true } } mode
            } when OperationFacts.IsChosen(operation):
                return (operation.Syntax, mode.Name == "ECB" ? "PK6203.mode" : "PK6203.cts");
            case IPropertyReferenceOperation
            {
                Property: { Name: "Pkcs1", ContainingType: { Name: "RSAEncryptionPadding", IsFramework: true } }
            } when OperationFacts.IsChosen(operation):
                return (operation.Syntax, "PK6203.padding");
            case ISimpleAssignmentOperation assignment:
                return OfAssignment(assignment.Target, assignment.Value, symmetric);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruction
                    .PairsOf(deconstruction)
                    .Select(pair => OfAssignment(pair.Target, pair.Value, symmetric))
                    .FirstOrDefault(found => found is not null);
            case IInvocationOperation
            {
                TargetMethod: { Name: "Parse" or "TryParse", ContainingType.SpecialType: SpecialType.System_Enum } parse
            } parsed
                when parse.TypeArguments.Any(t => t is { Name: "CipherMode", IsFramework: true })
                    || parsed.Arguments.Any(a =>
                        a.Value is ITypeOfOperation { TypeOperand: { Name: "CipherMode", IsFramework: true } }
                    ):
                return parsed
                    .Arguments.SelectMany(a => StringValueTracker.Of(a.Value))
                    .Where(v => v.Text.ToUpperInvariant() is "ECB" or "CTS")
                    .Select(v => ((SyntaxNode, string)?)(parsed.Syntax, KeyOf(v.Text)))
                    .FirstOrDefault();
            case IInvocationOperation call:
                return OfCall(call) ?? OfSalt(call, call.TargetMethod, call.Arguments);
            case IFieldReferenceOperation
            {
                Field: { Name: "XmlEncRSA15Url", ContainingType: { Name: "EncryptedXml", IsFramework: true } }
            } when OperationFacts.IsChosen(operation):
                return (operation.Syntax, "PK6203.padding");
            case IObjectCreationOperation
            {
                Type: { Name: "RSAPKCS1KeyExchangeFormatter" or "RSAPKCS1KeyExchangeDeformatter" } exchange
            } when Namespaces.IsCryptography((INamedTypeSymbol)exchange):
                return (operation.Syntax, "PK6203.padding");
            case IObjectCreationOperation { Type: { Name: "EncryptingCredentials", IsFramework: true } } credentials:
                return credentials
                    .Arguments.SelectMany(a => StringValueTracker.Of(a.Value))
                    .Where(v => v.Text is "RSA1_5" || v.Text.EndsWith("#rsa-1_5", StringComparison.Ordinal))
                    .Select(v => ((SyntaxNode, string)?)(v.Origin, "PK6203.padding"))
                    .FirstOrDefault();
            case IObjectCreationOperation
            {
                Type: { Name: "Rfc2898DeriveBytes" or "PasswordDeriveBytes", IsFramework: true },
                Constructor: { } constructor
            } derivation:
                return OfSalt(derivation, constructor, derivation.Arguments);
            case IObjectCreationOperation
            {
                Type: { Name: "EcbBlockCipher" or "Pkcs1Encoding" or "ParametersWithIV" or "AeadParameters" } type
            } creation when Namespaces.IsBouncyCastle(type) && !IsPart(creation, containing):
                return OfCreation(creation, type);
            default:
                return null;
        }
    }

    private static (SyntaxNode Place, string Key)? OfAssignment(
        IOperation target,
        IOperation value,
        INamedTypeSymbol? symmetric
    ) =>
        target switch
        {
            IPropertyReferenceOperation { Property.Name: "IV", Instance: { } instance }
                when instance.Type.InheritsFrom(symmetric) && !HasNoVector(instance) && IsFixed(value) => (
                value.Syntax,
                "PK6203.iv"
            ),
            // aes.Mode = (CipherMode)2: by its number.
            IPropertyReferenceOperation { Property: { Name: "Mode", Type: { Name: "CipherMode", IsFramework: true } } }
                when value is IConversionOperation { ConstantValue: { HasValue: true, Value: 2 or 5 } number } => (
                value.Syntax,
                number.Value is 2 ? "PK6203.mode" : "PK6203.cts"
            ),
            _ => null,
        };

    private static bool IsFixed(IOperation vector) => ConstantBytes.Are(vector, IsSink) || KeyAsVector.Is(vector);

    private static string KeyOf(string mode) =>
        mode.Equals("ECB", StringComparison.OrdinalIgnoreCase) ? "PK6203.mode" : "PK6203.cts";

    private static (SyntaxNode Place, string Key)? OfSalt(
        IOperation operation,
        IMethodSymbol method,
        IEnumerable<IArgumentOperation> arguments
    ) =>
        method.ContainingType.Name
            is "Rfc2898DeriveBytes"
                or "PasswordDeriveBytes"
                or "KeyDerivation"
                or "Pkcs5S2ParametersGenerator"
        && arguments.FirstOrDefault(a => a.Parameter is { } p && Salts.Contains(p.Name)) is { } salt
        && ConstantBytes.Are(salt.Value, IsSink)
            ? (salt.Value.Syntax, "PK6203.salt")
            : null;

    private static (SyntaxNode Place, string Key)? OfCall(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (name == "GetCipher" && Namespaces.IsBouncyCastle(call.TargetMethod.ContainingType))
            return Transformations.Of(call);
        if (!Namespaces.IsCryptography(call.TargetMethod.ContainingType))
            return null;
        if (BlockModes.Contains(name))
            return (call.Syntax, "PK6203.mode");
        if (
            !name.StartsWith("Encrypt", StringComparison.Ordinal)
            && !name.StartsWith("TryEncrypt", StringComparison.Ordinal)
            && name != "CreateEncryptor"
        )
            return null;
        foreach (var argument in call.Arguments)
            switch (argument.Parameter?.Name)
            {
                case "fOAEP" or "useOAEP" when IsFalse(argument.Value):
                    return (argument.Syntax, "PK6203.padding");
                case { } vector when Vectors.Contains(vector) && !HasNoVector(call.Instance) && IsFixed(argument.Value):
                    return (argument.Value.Syntax, "PK6203.iv");
            }

        return null;
    }

    private static (SyntaxNode Place, string Key)? OfCreation(IObjectCreationOperation creation, ITypeSymbol type) =>
        type.Name switch
        {
            "EcbBlockCipher" => (creation.Syntax, "PK6203.mode"),
            "Pkcs1Encoding" => (creation.Syntax, "PK6203.padding"),
            "ParametersWithIV"
            or "AeadParameters"
                when creation.Arguments.FirstOrDefault(a =>
                    a.Parameter is { } p && Vectors.Contains(p.Name) && IsFixed(a.Value)
                )
                    is { } vector => (vector.Value.Syntax, "PK6203.iv"),
            _ => null,
        };

    // PKCS#1 v1.5 is allowed in signatures; what is only decrypted was encrypted elsewhere; a mode that makes another
    // of itself chooses nothing.
    private static bool IsPart(IObjectCreationOperation creation, ISymbol containing)
    {
        var type = containing.ContainingType?.Name ?? "";
        if (
            type == creation.Type!.Name
            || type.EndsWith("Signer", StringComparison.Ordinal)
            || type.EndsWith("Verifier", StringComparison.Ordinal)
        )
            return true;
        var parent = creation.ParentBeyondConversions();
        return parent is IArgumentOperation argument
            && argument.Parent switch
            {
                IObjectCreationOperation { Type.Name: { } taker } => taker.EndsWith("Signer", StringComparison.Ordinal),
                IInvocationOperation { TargetMethod.Name: "Init" } init => init.Arguments.Any(a =>
                    a.Parameter?.Name == "forEncryption" && a.Value.ConstantValue is { HasValue: true, Value: false }
                ),
                _ => false,
            };
    }

    // Written here, or in a member that keeps it.
    private static bool IsFalse(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: var value }
            ? value is false
            : operation
                is IFieldReferenceOperation
                {
                    Field: { IsReadOnly: true } field,
                    SemanticModel.Compilation: { } compilation
                }
                && SourceBodies.Of(compilation) is var bodies
                && bodies.GivenBy(field) is { Count: 1 } given
                && bodies.Bind(given[0])?.ConstantValue is { HasValue: true, Value: false };

    // In ECB mode no vector is used, and the mode is reported.
    private static bool HasNoVector(IOperation? cipher) =>
        cipher is ILocalReferenceOperation local
        && LocalUses
            .Of(local)
            .ReferencesTo(local.Local)
            .Any(reference =>
                reference.Parent
                    is IPropertyReferenceOperation
                    {
                        Property.Name: "Mode",
                        Parent: ISimpleAssignmentOperation
                        {
                            Value: IFieldReferenceOperation
                            {
                                Field: { Name: "ECB", ContainingType: { Name: "CipherMode", IsFramework: true } }
                            }
                        }
                    }
            );

    private static bool IsSink(IOperation reference)
    {
        var parent = reference.ParentBeyondConversions();
        return parent switch
        {
            IArgumentOperation { Parameter.Name: { } name } => Vectors.Contains(name) || Salts.Contains(name),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "IV" } } => true,
            _ => false,
        };
    }
}
