using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// A user's password that is encrypted: whoever has the key has all of them. A password by which the system signs in
/// somewhere else has to be read again, and is left alone.
/// </summary>
internal static class ReversiblePassword
{
    // Parameters that take what is encrypted.
    private static readonly HashSet<string> Contents = new(StringComparer.Ordinal)
    {
        "plaintext",
        "plainText",
        "userData",
        "inputBuffer",
    };

    // Words of names that speak of the users of a system, or of keeping their passwords.
    private static readonly string[] Users =
    {
        "user",
        "account",
        "member",
        "login",
        "signin",
        "registration",
        "shokuin",
        "riyosha",
        "kaiin",
        "shimin",
        "jumin",
        "hogosha",
        "toroku",
        "touroku",
        "hozon",
        "save",
        "store",
        "password",
        "passwords",
        "pw",
        "ninsho",
    };

    // Words of names that speak of other systems, or of files.
    private static readonly string[] Elsewhere =
    {
        "db",
        "database",
        "sql",
        "oracle",
        "connection",
        "setsuzoku",
        "renkei",
        "gaibu",
        "external",
        "smtp",
        "mail",
        "ftp",
        "sftp",
        "proxy",
        "server",
        "service",
        "svc",
        "api",
        "client",
        "certificate",
        "cert",
        "pfx",
        "zip",
        "pdf",
        "file",
        "setting",
        "settings",
        "settei",
        "config",
        "configuration",
        "vault",
        "batch",
    };

    /// <summary>The password that a call encrypts; null when it encrypts none.</summary>
    public static PlaintextPassword? Of(IOperation operation, PlaintextPasswordFinder passwords, ISymbol containing) =>
        IsPutInPassword(operation, passwords) ? null : In(operation, passwords, containing);

    /// <summary>The same, wherever the result is put.</summary>
    public static PlaintextPassword? In(IOperation operation, PlaintextPasswordFinder passwords, ISymbol containing) =>
        operation is IInvocationOperation { TargetMethod: { } method } call
        && Encrypts(method)
        && call
            .Arguments.Where(a => a.Parameter is { } p && IsContent(p))
            .Select(a => passwords.In(a.Value))
            .FirstOrDefault(p => p is not null)
            is { } password
        && IsOfUsers(call, password, containing)
            ? password
            : null;

    // user.Password = protector.Protect(password): told where what a database keeps is told.
    private static bool IsPutInPassword(IOperation call, PlaintextPasswordFinder passwords) =>
        call.ParentBeyondConversions()
            is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: { } name } }
        && passwords.IsPassword(name);

    private static bool Encrypts(IMethodSymbol method) =>
        method.Name switch
        {
            "EncryptCbc" or "EncryptEcb" or "EncryptCfb" or "Encrypt" or "TransformFinalBlock" =>
                Namespaces.IsCryptography(method.ContainingType),
            "Protect" => method.ContainingType.IsFramework,
            _ => false,
        };

    private static bool IsContent(IParameterSymbol parameter) =>
        Contents.Contains(parameter.Name)
        || (parameter.Name is "data" && Namespaces.IsCryptography(parameter.ContainingType));

    private static bool IsOfUsers(IOperation call, PlaintextPassword password, ISymbol containing)
    {
        var names = new List<string> { containing.Name, containing.ContainingType?.Name ?? "" };
        if (TakerOf(call) is { } taker)
            names.AddRange(new[] { taker.Name, taker.ContainingType?.Name ?? "" });
        return !IdentifierWords.HasWord(password.Name, Elsewhere)
            && !names.Exists(name => IdentifierWords.HasWord(name, Elsewhere))
            && names.Exists(name => IdentifierWords.HasWord(name, Users));
    }

    // user.EncryptedPassword = protector.Protect(password)
    private static ISymbol? TakerOf(IOperation call)
    {
        for (var parent = call.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
            if (parent is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member } })
                return member;
        return null;
    }
}
