using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// The functions by which .NET, its libraries and the system's own code ask whether a certificate will do.
/// </summary>
internal sealed class CertificateValidation(INamedTypeSymbol? errors, IReadOnlyList<INamedTypeSymbol> certificates)
{
    private static readonly string[] Subjects =
    {
        "certificate",
        "cert",
        "certs",
        "certificates",
        "ssl",
        "tls",
        "peer",
        "server",
    };
    private static readonly string[] Deeds =
    {
        "validate",
        "validation",
        "validator",
        "valid",
        "verify",
        "verification",
        "verifier",
        "verifies",
        "validates",
        "check",
        "trust",
        "trusted",
        "accept",
        "callback",
        "handler",
    };

    /// <summary>
    /// The function that lets every certificate, or one with an error, pass where a validation is asked for; null
    /// when none does.
    /// </summary>
    public SyntaxNode? Accepting(IDelegateCreationOperation creation)
    {
        if (
            creation.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type
            || !IsValidation(type, invoke, creation)
        )
            return null;
        var at = ErrorsOf(invoke);
        return creation.Target switch
        {
            IAnonymousFunctionOperation function when CallbackVerdict.Accepts(function.Syntax, at) => function.Syntax,
            IMethodReferenceOperation { Method: { DeclaringSyntaxReferences.Length: 1 } method } reference
                when CallbackVerdict.Accepts(method.DeclaringSyntaxReferences[0].GetSyntax(), at) => reference.Syntax,
            _ => null,
        };
    }

    private bool IsValidation(INamedTypeSymbol type, IMethodSymbol invoke, IOperation creation)
    {
        if (invoke.ReturnType.SpecialType != SpecialType.System_Boolean)
            return false;
        // Every delegate by which .NET asks hands over the errors that were found; others hand over the certificate,
        // and a name says what for.
        if (ErrorsOf(invoke) >= 0)
            return true;
        var isOfCertificate = invoke.Parameters.Any(p =>
            certificates.Contains(p.Type.OriginalDefinition, SymbolEqualityComparer.Default)
            || SymbolEqualityComparer.Default.Equals(p.Type, errors)
            || p.Type.Name is "VerifyPeerContext" or "MqttClientCertificateValidationEventArgs"
        );
        return isOfCertificate && (Says(type.Name) || (TargetOf(creation) is { } target && Says(target)));
    }

    private int ErrorsOf(IMethodSymbol invoke)
    {
        for (var i = 0; errors is not null && i < invoke.Parameters.Length; i++)
            if (SymbolEqualityComparer.Default.Equals(invoke.Parameters[i].Type, errors))
                return i;
        return -1;
    }

    private static bool Says(string name)
    {
        var words = IdentifierWords.Split(name).ToList();
        return words.Any(Subjects.Contains) && words.Any(Deeds.Contains);
    }

    private static string? TargetOf(IOperation creation)
    {
        var parent = creation.ParentBeyond(static p =>
            p is IConversionOperation or IParenthesizedOperation or IConditionalOperation
        );
        return parent switch
        {
            IAssignmentOperation { Target: IMemberReferenceOperation member } => member.Member.Name,
            IEventAssignmentOperation { EventReference: IEventReferenceOperation raised } => raised.Event.Name,
            IArgumentOperation { Parameter: { } parameter } => parameter.Name + "_" + parameter.ContainingSymbol.Name,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
            _ => null,
        };
    }

    /// <summary>
    /// A method that a type has to have to be asked about certificates, and that lets every one pass:
    /// ICertificatePolicy.CheckValidationResult, Validate of an X509CertificateValidator.
    /// </summary>
    public static Location? AcceptingMember(INamedTypeSymbol type)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.DeclaringSyntaxReferences.Length != 1)
                continue;
            var isPolicy =
                method.Name == "CheckValidationResult"
                && type.AllInterfaces.Any(i =>
                    i.Name == "ICertificatePolicy" && i.ContainingNamespace?.ToString() == "System.Net"
                );
            var isValidator = method.Name == "Validate" && method.IsOverride && IsValidator(type.BaseType);
            if (!isPolicy && !isValidator)
                continue;
            var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
            var lets = isPolicy
                ? CallbackVerdict.Accepts(syntax, -1)
                : syntax is MethodDeclarationSyntax { Body.Statements.Count: 0 };
            if (lets)
                return method.Locations[0];
        }

        return null;
    }

    private static bool IsValidator(INamedTypeSymbol? type) =>
        type.SelfAndBaseTypes().Any(t => t.Name == "X509CertificateValidator" && Namespaces.IsFramework(t));
}
