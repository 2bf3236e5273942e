using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The ways to take a token without checking it: switches of libraries, validators that say yes to everything, decoding
/// where somebody validates.
/// </summary>
internal static class TokenValidation
{
    private const string Tokens = "Microsoft.IdentityModel.Tokens";

    // The checks of TokenValidationParameters, and the member by which another check takes their place.
    private static readonly Dictionary<string, string?> Replacements = new(StringComparer.Ordinal)
    {
        ["ValidateIssuer"] = "IssuerValidator",
        ["ValidateAudience"] = "AudienceValidator",
        ["ValidateLifetime"] = "LifetimeValidator",
        ["RequireExpirationTime"] = null,
        ["RequireSignedTokens"] = null,
        ["RequireAudience"] = null,
    };

    // By the namespace of the library: switches that are on unless somebody switches them off.
    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["OpenIdConnectProtocolValidator.RequireNonce"] = "Microsoft.IdentityModel.Protocols.OpenIdConnect",
        ["OpenIdConnectProtocolValidator.RequireState"] = "Microsoft.IdentityModel.Protocols.OpenIdConnect",
        ["OpenIdConnectProtocolValidator.RequireStateValidation"] = "Microsoft.IdentityModel.Protocols.OpenIdConnect",
        ["OpenIdConnectOptions.UsePkce"] = "Microsoft.AspNetCore.Authentication.OpenIdConnect",
        ["DiscoveryPolicy.RequireHttps"] = "IdentityModel.Client",
        ["DiscoveryPolicy.ValidateIssuerName"] = "IdentityModel.Client",
        ["DiscoveryPolicy.ValidateEndpoints"] = "IdentityModel.Client",
        ["DiscoveryPolicy.RequireKeySet"] = "IdentityModel.Client",
        ["ValidationParameters.ValidateSignature"] = "JWT",
        ["ValidationParameters.ValidateExpirationTime"] = "JWT",
        ["ValidationParameters.ValidateIssuedTime"] = "JWT",
        ["SPOptions.WantAssertionsSigned"] = "Sustainsys.Saml2.Configuration",
    };

    /// <summary>The types without which no token is taken.</summary>
    public static readonly string[] Types =
    {
        "Microsoft.IdentityModel.Tokens.TokenValidationParameters",
        "Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions",
        "Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions",
        "System.IdentityModel.Tokens.AudienceUriMode",
        "System.IdentityModel.Selectors.AudienceUriMode",
        "IdentityModel.Client.DiscoveryPolicy",
        "Microsoft.IdentityModel.Tokens.TokenHandler",
        "JWT.IJwtDecoder",
        "JWT.JwtDecoder",
        "JWT.Builder.JwtBuilder",
    };

    /// <summary>The names of the checks that are on unless somebody switches them off.</summary>
    public static IEnumerable<string> Checks => Replacements.Keys;

    /// <summary>What an operation leaves unchecked, and where; null when it leaves nothing.</summary>
    public static (SyntaxNode Place, string What)? Of(IOperation operation, ISymbol containing) =>
        operation switch
        {
            ISimpleAssignmentOperation or IDeconstructionAssignmentOperation => OptionSetting
                .In(operation)
                .Where(setting => IsOff(setting, operation, containing))
                .Select(setting => ((SyntaxNode, string)?)(setting.Syntax, setting.Target.Property.Name))
                .FirstOrDefault(),
            IFieldReferenceOperation { Field: { Name: "Never", ContainingType: { Name: "AudienceUriMode" } type } } mode
                when Namespaces.IsFramework(type) && OperationFacts.IsChosen(mode) => (
                mode.Syntax,
                "AudienceUriMode.Never"
            ),
            IInvocationOperation call => OfJwtNet(call) ?? OfReading(call, containing) ?? UncheckedResults.Of(call),
            _ => null,
        };

    private static bool IsOff(OptionSetting setting, IOperation assignment, ISymbol containing)
    {
        var property = setting.Target.Property;
        var type = property.ContainingType;
        if (ConstantBool.Of(setting.Value) is not { } value)
            return property.Name.EndsWith("Validator", StringComparison.Ordinal)
                && IsOf(type, "TokenValidationParameters", Tokens)
                && TokenValidators.IsEmpty(property.Name, setting.Value);
        if (value)
            return false;
        if (property.Name == "RequireHttpsMetadata")
            return true;
        if (Switches.TryGetValue($"{type.Name}.{property.Name}", out var space))
            return type.ContainingNamespace?.ToString() == space;
        if (
            !IsOf(type, "TokenValidationParameters", Tokens)
            || !Replacements.TryGetValue(property.Name, out var validator)
        )
            return false;
        // To renew a token one has to read it after its time.
        if (property.Name is "ValidateLifetime" or "RequireExpirationTime" && IsRenewal(containing))
            return false;
        return validator is null || !IsSetBeside(assignment, validator);
    }

    private static bool IsOf(INamedTypeSymbol type, string name, string space) =>
        type.SelfAndBaseTypes().Any(t => t.Name == name && t.ContainingNamespace?.ToString() == space);

    private static bool IsRenewal(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
            if (ConfigurationNames.Has(symbol.Name, new[] { "expired", "refresh", "renew" }))
                return true;
        return false;
    }

    private static bool IsSetBeside(IOperation assignment, string name) =>
        assignment.Parent is IObjectOrCollectionInitializerOperation initializer
        && initializer
            .Initializers.OfType<ISimpleAssignmentOperation>()
            .Any(a =>
                a.Target is IPropertyReferenceOperation { Property.Name: { } other }
                && other.StartsWith(name, StringComparison.Ordinal)
                && a.Value.ConstantValue is not { HasValue: true, Value: null }
            );

    // JWT.NET: decoder.Decode(token, secret, verify: false), new JwtBuilder().DoNotVerifySignature().
    private static (SyntaxNode Place, string What)? OfJwtNet(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!IsOfJwtNet(method))
            return null;
        var place = OperationFacts.NameOf(call);
        if (method.Name == "DoNotVerifySignature")
            return (place, "signature");
        if (method.Name == "WithVerifySignature")
            return ConstantBool.Of(call.Arguments.LastOrDefault()?.Value) == false ? (place, "verify") : null;
        if (!method.Name.StartsWith("Decode", StringComparison.Ordinal) || method.ContainingType.Name == "JwtBuilder")
            return null;
        var verify = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "verify");
        // Without a key and without being told to, nothing is verified.
        var isUnverified = verify is null
            ? !method.Parameters.Any(p => p.Name is "key" or "keys" or "secret")
                && !method.Name.StartsWith("DecodeHeader", StringComparison.Ordinal)
            : ConstantBool.Of(verify.Value) == false;
        return isUnverified ? (place, "verify") : null;
    }

    private static bool IsOfJwtNet(IMethodSymbol method) =>
        method.ContainingNamespace?.ToString() is "JWT" or "JWT.Builder"
        || method.ContainingType.AllInterfaces.Any(i =>
            i.Name == "IJwtDecoder" && i.ContainingNamespace?.ToString() == "JWT"
        );

    // A method that says it validates, and only reads.
    private static (SyntaxNode Place, string What)? OfReading(IInvocationOperation call, ISymbol containing)
    {
        if (
            call.TargetMethod
                is not {
                    Name: "ReadJwtToken" or "ReadToken" or "ReadJsonWebToken",
                    ContainingType: { Name: "JwtSecurityTokenHandler" or "JsonWebTokenHandler", IsFramework: true }
                }
            || !(SaysThatItValidates(containing) || DecidesWhoItIs(call))
        )
            return null;
        IOperation root = call;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants()
            .OfType<IInvocationOperation>()
            .Any(c => IdentifierWords.StartsWithWord(c.TargetMethod.Name, "Validate", "Verify"))
            ? null
            : (OperationFacts.NameOf(call), "signature");
    }

    // The token comes with the request, and what it says of its bearer is believed: its subject is given back, or its
    // claims become an identity.
    private static bool DecidesWhoItIs(IInvocationOperation call)
    {
        if (!call.Arguments.Any(a => IsOfRequest(a.Value, 4)))
            return false;
        if (Uses(call).Any(IsBelieved))
            return true;
        return call.ParentBeyondConversions()
                is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var kept } }
            && LocalUses.Of(call).ReferencesTo(kept).Any(r => Uses(r).Any(IsBelieved));
    }

    private static IEnumerable<IOperation> Uses(IOperation value)
    {
        for (var parent = value.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
            if (parent is IBlockOperation or IVariableDeclaratorOperation)
                yield break;
        }
    }

    private static bool IsBelieved(IOperation use) =>
        use is IObjectCreationOperation { Type: { Name: "ClaimsIdentity" or "ClaimsPrincipal", IsFramework: true } }
        || use
            is IPropertyReferenceOperation
            {
                Property:
                { Name: "Subject", ContainingType: { Name: "JwtSecurityToken" or "JsonWebToken", IsFramework: true } }
            };

    // Request.Headers.Authorization, and what is left of it after the scheme is cut off.
    private static bool IsOfRequest(IOperation value, int depth) =>
        depth > 0
        && value
            .DescendantsAndSelf()
            .Any(o =>
                o.Type
                    is {
                        Name: "IHeaderDictionary" or "IRequestCookieCollection" or "IQueryCollection",
                        IsFramework: true
                    }
                || o is ILocalReferenceOperation local
                    && LocalUses.Of(local).OriginOf(local) is { } origin
                    && IsOfRequest(origin, depth - 1)
            );

    private static bool SaysThatItValidates(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
            if (
                ConfigurationNames.Has(
                    method.Name,
                    new[] { "validate", "verify", "authenticate", "authorize", "principal" }
                )
            )
                return !IsRenewal(method);
        return false;
    }
}
