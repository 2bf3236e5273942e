using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>Members by which validation is switched off, wholly or in part.</summary>
internal static class CertificateSettings
{
    /// <summary>Names, one of which stands where a chain is told what to let pass.</summary>
    public static string[] Flags { get; } =
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
        if (member.ContainingType is not { } type || !OperationFacts.IsChosen(reference))
            return IsChosenFlag(reference);
        return member.Name switch
        {
            "DangerousAcceptAnyServerCertificateValidator" => type.Name == "HttpClientHandler"
                && Namespaces.IsFramework(type),
            "None" => type.Name == "X509CertificateValidationMode"
                && Namespaces.IsFramework(type)
                && reference.Parent is IAssignmentOperation or IConversionOperation { Parent: IAssignmentOperation },
            _ => IsChosenFlag(reference) || IsAcceptedError(reference),
        };
    }

    // SslOption.AcceptablePolicyErrors of RabbitMQ: an error that is named there is let pass.
    private static bool IsAcceptedError(IMemberReferenceOperation reference) =>
        reference.Member is { ContainingType.Name: "SslPolicyErrors", Name: not "None" }
        && AssignmentAbove(reference)
            is { Target: IMemberReferenceOperation { Member.Name: "AcceptablePolicyErrors" } };

    private static bool IsChosenFlag(IMemberReferenceOperation reference) =>
        reference.Member is { ContainingType: { Name: "X509VerificationFlags" } type, Name: { } name }
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

    /// <summary>Whether an assignment switches validation off by the name of what it sets: IgnoreCertificateErrors = true, on any object.</summary>
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
