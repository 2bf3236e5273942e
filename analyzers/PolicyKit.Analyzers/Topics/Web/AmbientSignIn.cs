using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// How a program knows who is there: by what a browser sends by itself (cookies, Windows, certificates), or only by
/// tokens that a client puts into each request.
/// </summary>
internal sealed class AmbientSignIn
{
    private static readonly HashSet<string> Tokens = new(StringComparer.Ordinal)
    {
        "AddJwtBearer",
        "AddBearerToken",
        "AddMicrosoftIdentityWebApi",
        "AddMicrosoftIdentityWebApiAuthentication",
        "AddOAuth2Introspection",
    };

    private static readonly HashSet<string> Ambient = new(StringComparer.Ordinal)
    {
        "AddCookie",
        "AddIdentity",
        "AddDefaultIdentity",
        "AddIdentityCookies",
        "AddIdentityApiEndpoints",
        "AddIdentityServer",
        "AddOpenIdConnect",
        "AddMicrosoftIdentityWebApp",
        "AddMicrosoftIdentityWebAppAuthentication",
        "AddNegotiate",
        "AddCertificate",
        "AddSession",
        "SignInAsync",
        "PasswordSignInAsync",
    };

    private volatile bool _hasTokens;
    private volatile bool _hasAmbient;

    /// <summary>Whether the program shows tokens and nothing that a browser sends by itself.</summary>
    public bool IsByTokensAlone => _hasTokens && !_hasAmbient;

    public void See(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (Ambient.Contains(name))
            _hasAmbient = true;
        else if (Tokens.Contains(name) || IsSchemeOfKeys(call.TargetMethod))
            _hasTokens = true;
    }

    /// <summary>
    /// Whether what authorizes a type, an action or a handler names schemes of tokens alone:
    /// [Authorize(AuthenticationSchemes = "Bearer")].
    /// </summary>
    public static bool AsksForTokens(IEnumerable<AttributeData> attributes) =>
        attributes
            .SelectMany(a => a.NamedArguments)
            .Where(a => a.Key == "AuthenticationSchemes" && a.Value.Kind == TypedConstantKind.Primitive)
            .Select(a => a.Value.Value as string)
            .Any(schemes => schemes is not null && schemes.Split(',').All(IsToken));

    // AddScheme<ApiKeyOptions, ApiKeyHandler>("ApiKey", …): a handler of the system's own that reads a header.
    private static bool IsSchemeOfKeys(IMethodSymbol method) =>
        method.Name == "AddScheme" && method.TypeArguments.Any(t => IsToken(t.Name));

    private static bool IsToken(string scheme) =>
        new[] { "bearer", "jwt", "apikey", "api-key", "token", "basic" }.Any(word =>
            scheme.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0
        );
}
