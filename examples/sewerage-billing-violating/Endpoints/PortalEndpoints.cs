using SewerageBilling.Services;

namespace SewerageBilling.Endpoints;

/// <summary>使用者のポータルと、その管理画面。</summary>
public static class PortalEndpoints
{
    public static IServiceCollection AddPortal(this IServiceCollection services) =>
        services.AddCors(options =>
            options.AddDefaultPolicy(policy => policy.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowCredentials())
        );

    public static WebApplication UsePortal(this WebApplication app)
    {
        if (!app.Configuration.GetValue<bool>("SkipAuthentication"))
            app.UseAuthentication();
        return app;
    }

    public static void MapPortal(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/admin").RequireAuthorization();
        admin.MapPut("notice", (string notice) => Results.Ok(notice.Length));

        app.MapPost(
                "/attachments",
                async (IFormFile file, AttachmentStore store, HttpContext context) =>
                    Results.Ok(await store.SaveAsync(file, context.User.Identity?.Name ?? ""))
            )
            .RequireAuthorization("billing")
            .DisableAntiforgery();
    }
}
