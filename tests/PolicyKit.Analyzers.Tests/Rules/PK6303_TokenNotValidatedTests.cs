using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK6303_TokenNotValidatedTests
{
    private const string Library =
        """ namespace Microsoft.IdentityModel.Tokens { public class TokenValidationParameters { public bool ValidateIssuer { get; set; } public bool ValidateAudience { get; set; } public bool ValidateLifetime { get; set; } public bool ValidateIssuerSigningKey { get; set; } public bool RequireExpirationTime { get; set; } public bool RequireSignedTokens { get; set; } public string? ValidIssuer { get; set; } public Func<string, object, object, string>? IssuerValidator { get; set; } public Func<object, object, object, bool>? AudienceValidator { get; set; } public Func<object, object, object, object, bool>? LifetimeValidator { get; set; } public Func<string, object, object>? SignatureValidator { get; set; } } } namespace Microsoft.AspNetCore.Authentication.JwtBearer { public class JwtBearerOptions { public bool RequireHttpsMetadata { get; set; } public Microsoft.IdentityModel.Tokens.TokenValidationParameters TokenValidationParameters { get; set; } = new(); } } namespace System.IdentityModel.Tokens.Jwt { public class JwtSecurityToken { public JwtSecurityToken(string t) { } } } """;

    private static readonly Check Rule = new("PK6303");

    [Fact]
    public async Task Says_it_in_both_languages()
    {
        const string Source =
            "class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = false }; }"
            + Library;
        Assert.Equal(
            "トークンの検証 `ValidateIssuer` を止めています 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All, Source)).GetMessage()
        );
        Assert.Equal(
            "Token validation `ValidateIssuer` is disabled 〔基本方針 6(6)・対策基準 6.2-04〕",
            Assert.Single(await Rule.Of(Files.All.WithProperty("PolicyKitLanguage", "en"), Source)).GetMessage()
        );
    }

    [Theory]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateIssuer = false|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateAudience = false|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateLifetime = false|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|RequireExpirationTime = false|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|RequireSignedTokens = false|] }; }"""
    )]
    [InlineData(
        """class C { void M(Microsoft.IdentityModel.Tokens.TokenValidationParameters p) => [|p.ValidateIssuer = false|]; }"""
    )]
    [InlineData(
        """class C { void M(Microsoft.IdentityModel.Tokens.TokenValidationParameters p) { [|p.ValidateAudience = false|]; p.ValidateIssuer = true; } }"""
    )]
    [InlineData(
        """class C { void M(Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions o) => [|o.RequireHttpsMetadata = false|]; }"""
    )]
    [InlineData(
        """class C { void M(Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions o) => [|o.TokenValidationParameters.ValidateLifetime = false|]; }"""
    )]
    [InlineData(
        """class C { const bool Off = false; object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateIssuer = Off|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|LifetimeValidator = (_, _, _, _) => true|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|AudienceValidator = (a, t, p) => true|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|IssuerValidator = (issuer, t, p) => issuer|] }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|SignatureValidator = (token, p) => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(token)|] }; }"""
    )]
    [InlineData(
        """class C { void M(IServiceCollection s) => s.Configure<Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions>(o => { [|o.RequireHttpsMetadata = false|]; }); }"""
    )]
    [InlineData(
        """class C { object GetPrincipalFromExpiredToken() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateIssuer = false|], ValidateLifetime = false }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { [|ValidateIssuer = false|], ValidIssuer = "a" }; }"""
    )]
    public Task Reports(string source) => Rule.Reports(source + Library, Files.All);

    [Theory]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = true, ValidateAudience = true }; }"""
    )]
    [InlineData("""class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters(); }""")]
    [InlineData(
        """class C { object M(bool v) => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = v }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuerSigningKey = false }; }"""
    )]
    [InlineData(
        """class C { object GetPrincipalFromExpiredToken() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateLifetime = false }; }"""
    )]
    [InlineData(
        """class C { object Refresh() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateLifetime = false }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateIssuer = false, IssuerValidator = (i, t, p) => i == "a" ? i : throw new Exception() }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateAudience = false, AudienceValidator = (a, t, p) => a.Equals("x") }; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { LifetimeValidator = (a, b, c, d) => a != b }; }"""
    )]
    [InlineData(
        """class C { void M(Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions o, IHostEnvironment e) => o.RequireHttpsMetadata = !e.IsDevelopment(); }"""
    )]
    [InlineData(
        """class C { void M(Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions o) => o.RequireHttpsMetadata = true; }"""
    )]
    [InlineData(
        """class Form { public bool ValidateIssuer { get; set; } } class C { object M() => new Form { ValidateIssuer = false }; }"""
    )]
    [InlineData("""class C { bool ValidateLifetime = false; bool RequireHttpsMetadata = false; }""")]
    [InlineData(
        """class C { bool M(Microsoft.IdentityModel.Tokens.TokenValidationParameters p) => p.ValidateIssuer == false; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { SignatureValidator = (token, p) => Check(token) }; static object Check(string t) => t; }"""
    )]
    [InlineData(
        """class C { object M() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { IssuerValidator = (issuer, t, p) => issuer.Trim() }; }"""
    )]
    public Task Is_silent(string source) => Rule.IsSilent(source + Library, Files.All);

    [Theory]
    [InlineData(
        """{ "Authentication": { "Schemes": { "Bearer": { "ValidateAudience": [|false|] } } } }""",
        "appsettings.json"
    )]
    [InlineData("""{ "Oidc": { "RequireHttpsMetadata": [|"False"|] } }""", "appsettings.Production.json")]
    [InlineData("""{ "Oidc": { "RequireHttpsMetadata": false } }""", "appsettings.Development.json")]
    [InlineData(
        """{ "Oidc": { "RequireHttpsMetadata": true, "ValidateIssuer": true, "ValidateForm": false } }""",
        "appsettings.json"
    )]
    public Task Looks_at_configuration(string text, string name) => Rule.Configuration(text, name);
}
