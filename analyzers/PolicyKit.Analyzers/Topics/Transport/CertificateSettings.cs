using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>Members by which validation is switched off, wholly or in part.</summary>
internal static class CertificateSettings
{
    // What a chain is told to let pass.
    private static readonly string[] Flags =
    {
        "AllFlags",
        "AllowUnknownCertificateAuthority",
        "IgnoreNotTimeValid",
        "IgnoreInvalidName",
        "IgnoreInvalidBasicConstraints",
        "IgnoreInvalidPolicy",
        "IgnoreWrongUsage",
    };

    // Who looks at the chain by himself may let it be built of anything.
    private static readonly string[] OwnChecks =
    {
        "CustomTrustStore",
        "ExtraStore",
        "Thumbprint",
        "GetCertHashString",
        "RawData",
        "ChainElements",
        "ChainStatus",
        "GetPublicKey",
    };

    /// <summary>Whether a reference chooses a member that lets every certificate, or one with faults, pass.</summary>
    public static bool IsOff(IMemberReferenceOperation reference)
    {
        var member = reference.Member;
        if (member.ContainingType is not { } type)
            return false;
        // Nearly every reference is told by its type's name alone.
        return type.Name switch
        {
            "HttpClientHandler" => member.Name == "DangerousAcceptAnyServerCertificateValidator"
                && Namespaces.IsFramework(type)
                && OperationFacts.IsChosen(reference),
            "X509CertificateValidationMode" => member.Name == "None"
                && Namespaces.IsFramework(type)
                && reference.Parent is IAssignmentOperation or IConversionOperation { Parent: IAssignmentOperation },
            "X509VerificationFlags" => IsChosenFlag(reference),
            "SslPolicyErrors" => IsAcceptedError(reference),
            _ => false,
        };
    }

    // SslOption.AcceptablePolicyErrors of RabbitMQ: an error that is named there is let pass.
    private static bool IsAcceptedError(IMemberReferenceOperation reference) =>
        reference.Member.Name != "None"
        && AssignmentAbove(reference)
            is { Target: IMemberReferenceOperation { Member.Name: "AcceptablePolicyErrors" } };

    private static bool IsChosenFlag(IMemberReferenceOperation reference) =>
        reference.Member is { ContainingType: { } type, Name: { } name }
        && Namespaces.IsFramework(type)
        && Array.IndexOf(Flags, name) >= 0
        && AssignmentAbove(reference) is { } assignment
        && !ChecksItself(assignment);

    private static IAssignmentOperation? AssignmentAbove(IOperation reference)
    {
        var parent = reference.Parent;
        while (
            parent
                is IConversionOperation
                    or IParenthesizedOperation
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.Or }
        )
            parent = parent.Parent;
        return parent as IAssignmentOperation;
    }

    private static bool ChecksItself(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants()
                .OfType<IMemberReferenceOperation>()
                .Any(m => Array.IndexOf(OwnChecks, m.Member.Name) >= 0)
            || root.Descendants()
                .OfType<IInvocationOperation>()
                .Any(i => Array.IndexOf(OwnChecks, i.TargetMethod.Name) >= 0);
    }

    /// <summary>
    /// Whether an assignment switches validation off by the name of what it sets: IgnoreCertificateErrors = true, on
    /// any object.
    /// </summary>
    public static bool IsOff(ISimpleAssignmentOperation assignment)
    {
        if (
            assignment.Target is not IMemberReferenceOperation { Member: { } member }
            || ConstantBool.Of(assignment.Value) is not { } value
        )
            return false;
        if (member.Name == "TrustServerCertificate")
            return false;
        return ConfigurationSwitches.TrustsAnyCertificate(member.Name, value)
            || (value && member.Name == "AllowInsecureTls");
    }
}
