using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Switches of an application by which it gives up a protection.</summary>
public sealed class ConfigurationSwitchTests
{
    [Theory]
    [InlineData("""{ "Http": { "IgnoreCertificateErrors": [|true|] } }""")]
    [InlineData("""{ "SkipSslVerification": [|"true"|] }""")]
    [InlineData("""{ "Ldap": { "TrustAllCertificates": [|true|] } }""")]
    [InlineData("""{ "Api": { "AllowSelfSignedCert": [|true|] } }""")]
    [InlineData("""{ "Api": { "ValidateServerCertificate": [|false|] } }""")]
    [InlineData("""{ "Api": { "VerifySsl": [|false|] } }""")]
    [InlineData("""{ "Kestrel": { "Certificates": { "Default": { "AllowInvalid": [|true|] } } } }""")]
    public Task Says_that_certificates_are_not_validated(string text) => new Check("PK6205").Configuration(text);

    [Theory]
    [InlineData("""{ "Http": { "IgnoreCertificateErrors": false } }""")]
    [InlineData("""{ "Api": { "ValidateServerCertificate": true } }""")]
    [InlineData("""{ "Api": { "CertificatePath": "a.pfx", "UseCertificate": true } }""")]
    [InlineData("""{ "Api": { "CheckCertificateRevocation": false } }""")]
    public Task Is_silent_where_certificates_are_validated(string text) => new Check("PK6205").Configuration(text);

    [Theory]
    [InlineData("""{ "SkipAuthentication": [|true|] }""")]
    [InlineData("""{ "Security": { "DisableAuth": [|"true"|] } }""")]
    [InlineData("""{ "RequireAuthentication": [|false|] }""")]
    [InlineData("""{ "Authentication": { "Enabled": [|false|] } }""")]
    [InlineData("""{ "Api": { "AllowAnonymousAccess": [|true|] } }""")]
    public Task Says_that_nobody_is_asked_who_he_is(string text) => new Check("PK6504").Configuration(text);

    [Theory]
    [InlineData("""{ "SkipAuthentication": false }""")]
    [InlineData("""{ "Authentication": { "Enabled": true } }""")]
    [InlineData("""{ "DisableAuthenticationCache": true }""")]
    [InlineData("""{ "Google": { "ExternalAuthEnabled": false } }""")]
    [InlineData("""{ "SkipAuthor": true, "DisableAutosave": true }""")]
    public Task Is_silent_where_people_are_asked(string text) => new Check("PK6504").Configuration(text);

    [Fact]
    public async Task Is_silent_in_a_file_for_development() =>
        Assert.Empty(
            await new Check("PK6504").Of(
                Files.WithConfiguration("""{ "SkipAuthentication": true }""", "appsettings.development.json")
            )
        );

    [Theory]
    [InlineData("""{ "Identity": { "Password": { "RequiredLength": [|6|] } } }""")]
    [InlineData("""{ "PasswordPolicy": { "MinimumLength": [|6|] } }""")]
    [InlineData("""{ "Login": { "MaxFailedLoginAttempts": [|20|] } }""")]
    [InlineData("""{ "SessionTimeoutMinutes": [|480|] }""")]
    [InlineData("""{ "Jwt": { "ExpireDays": [|7|] } }""")]
    [InlineData("""{ "Jwt": { "AccessTokenLifetimeMinutes": [|"600"|] } }""")]
    public Task Says_that_a_limit_is_weak(string text) => new Check("PK6301").Configuration(text);

    [Theory]
    [InlineData("""{ "PasswordPolicy": { "MinimumLength": 14 }, "Name": { "MinimumLength": 1 } }""")]
    [InlineData("""{ "Jwt": { "RefreshTokenExpireDays": 7, "ExpireMinutes": 30 } }""")]
    [InlineData("""{ "Cache": { "ExpireDays": 30 }, "RequestTimeoutMinutes": 600 }""")]
    public Task Is_silent_about_limits_that_are_kept_and_other_times(string text) =>
        new Check("PK6301").Configuration(text);

    [Theory]
    [InlineData("""{ "Mail": { "Host": "smtp.example.jp", "EnableSsl": [|false|] } }""")]
    [InlineData("""{ "Ftp": { "Server": "ftp.example.jp", "UseTls": [|"false"|] } }""")]
    [InlineData("""{ "Queue": { "Ssl": { "Enabled": [|false|] } } }""")]
    [InlineData("""{ "Api": { "DisableHttps": [|true|] } }""")]
    public Task Says_that_something_travels_in_clear(string text) => new Check("PK6206").Configuration(text);

    [Theory]
    [InlineData("""{ "Mail": { "Host": "localhost", "EnableSsl": false } }""")]
    [InlineData("""{ "Mail": { "EnableSsl": true }, "HttpsPort": 443, "SslThumbprint": "0" }""")]
    public Task Is_silent_where_it_is_encrypted_or_stays_on_the_machine(string text) =>
        new Check("PK6206").Configuration(text);

    [Theory]
    [InlineData("""{ "Urls": [|"http://*:5000"|] }""")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Web": { "Url": [|"http://0.0.0.0:8080"|] } } } }""")]
    [InlineData("""{ "ASPNETCORE_URLS": [|"http://+:80"|] }""")]
    [InlineData("""{ "Urls": [|"http://*:5000;https://*:5001"|] }""")]
    public Task Says_that_the_system_listens_without_TLS(string text) => new Check("PK6206").Configuration(text);

    [Fact]
    public Task Is_silent_where_it_listens_for_the_own_machine() =>
        new Check("PK6206").Configuration("""{ "Urls": "http://localhost:5000" }""");

    [Fact]
    public Task Is_silent_where_it_listens_with_TLS_too_and_sends_everybody_there() =>
        new Check("PK6206").IsSilent(
            "var app = WebApplication.CreateBuilder(args).Build(); app.UseHttpsRedirection(); app.Run();",
            Files.WithConfiguration("""{ "Urls": "http://*:5000;https://*:5001" }""")
        );

    [Theory]
    [InlineData("""{ "SignalR": { "EnableDetailedErrors": [|true|] } }""")]
    [InlineData("""{ "App": { "ShowStackTrace": [|"true"|] } }""")]
    public Task Says_that_users_see_details_of_errors(string text) => new Check("PK6501").Configuration(text);
}
