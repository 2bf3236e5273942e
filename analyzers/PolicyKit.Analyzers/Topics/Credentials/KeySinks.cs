namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>Where a cryptographic library takes a key: whatever is written there is one.</summary>
internal static class KeySinks
{
    private static readonly HashSet<string> Parameters = new(StringComparer.Ordinal)
    {
        "key",
        "rgbKey",
        "ikm",
        "keyBytes",
        "keyData",
        "hmacKey",
        "secretKey",
        "keyMaterial",
    };

    // Methods that read a private key.
    private static readonly HashSet<string> Imports = new(StringComparer.Ordinal)
    {
        "ImportECPrivateKey",
        "ImportRSAPrivateKey",
        "ImportPkcs8PrivateKey",
        "ImportEncryptedPkcs8PrivateKey",
    };

    private static readonly HashSet<string> Passwords = new(StringComparer.Ordinal) { "password", "strPassword" };

    /// <summary>Whether what is given a value is such a place.</summary>
    public static bool Is(NamedValue sink) =>
        !sink.IsComparison
        && sink.Symbol switch
        {
            IParameterSymbol { ContainingSymbol.ContainingType: { } type } parameter => (
                Parameters.Contains(parameter.Name)
                && IsText(parameter.Type)
                && (
                    Namespaces.IsCryptography(type)
                    || Namespaces.IsBouncyCastle(type)
                    || type is { Name: "SymmetricSecurityKey", IsFramework: true }
                )
            )
                || (Passwords.Contains(parameter.Name) && Namespaces.IsCryptography(type) && IsText(parameter.Type))
                || IsKeyStore(parameter)
                || IsPrivateKey(parameter),
            // new RSAParameters { D = … }: the private part.
            IFieldSymbol
            {
                Name: "D",
                ContainingType: { Name: "RSAParameters" or "ECParameters", IsFramework: true }
            } => true,
            IPropertySymbol { Name: "Key", ContainingType: { } type } => IsKeyed(type),
            _ => false,
        };

    // Bytes that a certificate is made of together with a password hold its private key.
    private static bool IsKeyStore(IParameterSymbol parameter) =>
        parameter
            is {
                Name: "rawData" or "data",
                ContainingSymbol: IMethodSymbol { ContainingType: { Name: { } type, IsFramework: true } } method
            }
        && type.StartsWith("X509Certificate", StringComparison.Ordinal)
        && method.Parameters.Any(p => p.Name == "password")
        && IsText(parameter.Type);

    private static bool IsPrivateKey(IParameterSymbol parameter) =>
        parameter switch
        {
            { Name: "source", ContainingSymbol: IMethodSymbol { Name: { } name, ContainingType: { } type } } =>
                Imports.Contains(name) && Namespaces.IsCryptography(type),
            {
                Name: "privateKeyInfoData" or "encryptedPrivateKeyInfoData",
                ContainingSymbol.ContainingType: { Name: "PrivateKeyFactory", IsBouncyCastle: true }
            } => true,
            _ => false,
        };

    private static bool IsKeyed(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes()
            .Any(t => t.Name is "SymmetricAlgorithm" or "KeyedHashAlgorithm" or "HMAC" && Namespaces.IsCryptography(t));

    private static bool IsText(ITypeSymbol type) =>
        type
            is { SpecialType: SpecialType.System_String }
                or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char }
                or { Name: "ReadOnlySpan" or "ReadOnlyMemory" or "Span" };
}
