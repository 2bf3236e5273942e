using PolicyKit.Annotations;
using SewerageBilling.Services;

namespace SewerageBilling.Endpoints;

/// <summary>使用者のマイページへの入口。</summary>
public static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app) =>
        app.MapPost(
                "/account/login",
                (LoginRequest request, HttpResponse response) =>
                {
                    try
                    {
                        var digest = AccountPasswords.Digest(request.Password);
                        response.Cookies.Append(
                            "account",
                            $"{request.MeterNumber}.{digest}",
                            new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax }
                        );
                        return Results.Ok();
                    }
                    catch (Exception exception)
                    {
                        return Results.Problem(exception.Message);
                    }
                }
            )
            .AllowAnonymous();
}

public sealed record LoginRequest([Confidentiality3B] string MeterNumber, string Password);
