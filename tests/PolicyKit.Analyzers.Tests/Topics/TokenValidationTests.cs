using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Tokens that are taken unchecked, by the libraries that are used for them.</summary>
public sealed class TokenValidationTests
{
    private const string Library = """
        namespace Microsoft.IdentityModel.Tokens
        {
            public class SecurityToken { }

            public class TokenValidationParameters
            {
                public bool ValidateIssuer { get; set; }
                public bool RequireAudience { get; set; }
                public Func<string, object, object, string>? IssuerValidator { get; set; }
                public Func<object, object, object, bool>? AudienceValidator { get; set; }
                public Func<
                    string,
                    TokenValidationParameters,
                    SecurityToken
                >? SignatureValidator { get; set; }
            }
        }

        namespace Microsoft.IdentityModel.JsonWebTokens
        {
            public class TokenValidationResult
            {
                public bool IsValid { get; set; }
                public object? ClaimsIdentity { get; set; }
            }

            public class JsonWebTokenHandler
            {
                public TokenValidationResult ValidateToken(string t, object p) => new();

                public Task<TokenValidationResult> ValidateTokenAsync(string t, object p) => null!;
            }
        }

        namespace System.IdentityModel.Tokens.Jwt
        {
            public class JwtSecurityToken(string t) : Microsoft.IdentityModel.Tokens.SecurityToken
            {
                public string T => t;
            }

            public class JwtSecurityTokenHandler
            {
                public JwtSecurityToken ReadJwtToken(string t) => new(t);

                public object ValidateToken(string t, object p) => t + p;
            }
        }

        namespace Microsoft.IdentityModel.Protocols.OpenIdConnect
        {
            public class OpenIdConnectProtocolValidator
            {
                public bool RequireNonce { get; set; }
            }
        }

        namespace JWT
        {
            public interface IJwtDecoder
            {
                string Decode(string token, string key, bool verify);
            }
        }

        namespace JWT.Builder
        {
            public class JwtBuilder
            {
                public JwtBuilder DoNotVerifySignature() => this;

                public JwtBuilder WithVerifySignature(bool verify) => this;

                public string Decode(string t) => t;
            }
        }
        """;

    private static readonly Check Rule = new("PK6303");

    [Theory]
    [InlineData("string M(JWT.IJwtDecoder d, string t, string k) => d.[|Decode|](t, k, verify: false);")]
    [InlineData("string M(string t) => new JWT.Builder.JwtBuilder().[|DoNotVerifySignature|]().Decode(t);")]
    [InlineData("string M(string t) => new JWT.Builder.JwtBuilder().[|WithVerifySignature|](false).Decode(t);")]
    [InlineData(
        "object M() => new Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectProtocolValidator { [|RequireNonce = false|] };"
    )]
    [InlineData(
        "object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|RequireAudience = false|] };"
    )]
    [InlineData(
        "void M(Microsoft.IdentityModel.Tokens.TokenValidationParameters p) { var off = false; [|p.ValidateIssuer = off|]; }"
    )]
    [InlineData(
        "object? M(Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler h, string t) { var r = h.[|ValidateToken|](t, 1); return r.ClaimsIdentity; }"
    )]
    [InlineData(
        "async Task<object?> M(Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler h, string t) => (await h.[|ValidateTokenAsync|](t, 1)).ClaimsIdentity;"
    )]
    [InlineData(
        "async Task M(Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler h, string t) { await h.[|ValidateTokenAsync|](t, 1); Console.WriteLine(t); }"
    )]
    [InlineData(
        "bool ValidateToken(string t) => new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().[|ReadJwtToken|](t) != null;"
    )]
    public Task Reports_a_library_that_is_told_not_to_check(string member) =>
        Rule.Reports($$"""class C { {{member}} }""" + Library, Files.All);

    [Theory]
    [InlineData(
        "SignatureValidator = (t, _) => { var read = new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(t); return read; }"
    )]
    [InlineData(
        "SignatureValidator = (t, _) => new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().ReadJwtToken(t)"
    )]
    [InlineData("AudienceValidator = (_, _, _) => { Console.WriteLine(1); return true; }")]
    [InlineData("AudienceValidator = Any")]
    [InlineData("IssuerValidator = (issuer, t, _) => { if (t == null) throw new Exception(); return issuer; }")]
    [InlineData("SignatureValidator = (t, _) => { if (t is null) throw new Exception(); return new OwnToken(); }")]
    [InlineData("SignatureValidator = (t, _) => new OwnToken()")]
    [InlineData("IssuerValidator = (issuer, _, _) => { return issuer; }")]
    public Task Reports_a_validator_that_says_yes_to_everything(string setting) =>
        Rule.Reports(
            """class C { class OwnToken : Microsoft.IdentityModel.Tokens.SecurityToken { } """
                + """static bool Any(object a, object b, object c) => true; object M() => new """
                + $$"""Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|{{setting}}|] }; }"""
                + Library,
            Files.All
        );

    [Theory]
    [InlineData("string M(JWT.IJwtDecoder d, string t, string k) => d.Decode(t, k, verify: true);")]
    [InlineData("string M(string t) => new JWT.Builder.JwtBuilder().WithVerifySignature(true).Decode(t);")]
    [InlineData(
        "object ReadName(string t) => new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().ReadJwtToken(t);"
    )]
    [InlineData(
        """
            object? M(Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler h, string t) { var r =
            h.ValidateToken(t, 1); return r.IsValid ? r.ClaimsIdentity : null; }
            """
    )]
    [InlineData(
        "async Task<bool> M(Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler h, string t) => (await h.ValidateTokenAsync(t, 1)).IsValid;"
    )]
    [InlineData(
        "object M(Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler h, string t) => h.ValidateTokenAsync(t, 1);"
    )]
    [InlineData(
        """
            object M(Func<string, bool> isKnown) =>
                new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                {
                    IssuerValidator = (issuer, _, _) =>
                    {
                        if (!isKnown(issuer))
                            throw new Exception();
                        return issuer;
                    },
                };
            """
    )]
    [InlineData(
        """
            object ValidateToken(string t, object p)
            {
                var h = new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler();
                return (h.ValidateToken(t, p), h.ReadJwtToken(t));
            }
            """
    )]
    [InlineData(
        """
            object M() =>
                new Microsoft.IdentityModel.Tokens.TokenValidationParameters
                {
                    IssuerValidator = (issuer, _, _) => issuer == "a" ? issuer : throw new Exception(),
                };
            """
    )]
    public Task Is_silent_where_it_is_checked_or_only_read(string member) =>
        Rule.IsSilent($$"""class C { {{member}} }""" + Library, Files.All);
}
