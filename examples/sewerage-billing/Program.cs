using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using SewerageBilling.Data;
using SewerageBilling.Endpoints;
using SewerageBilling.Services;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDbContext<BillingContext>(options =>
    options.UseSqlite(builder.Configuration.GetConnectionString("Billing"))
);
builder.Services.Configure<BankTransferOptions>(builder.Configuration.GetSection("BankTransfer"));
builder.Services.AddHttpClient<BankTransferClient>(
    (services, client) => client.BaseAddress = new Uri("https://transfer.bank.example.jp/v2/")
);
builder.Services.AddScoped<BillingService>();
builder.Services.AddHttpContextAccessor();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddScoped<AuditTrail>();
builder.Services.AddControllers();
builder
    .Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie(options =>
    {
        options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
    });
builder
    .Services.AddAuthorizationBuilder()
    .AddPolicy("billing", policy => policy.RequireRole("BillingClerk"))
    .AddPolicy("accounting", policy => policy.RequireRole("Accountant"));

var app = builder.Build();

app.UseHsts();
app.UseHttpsRedirection();
app.UseAuthentication();
app.UseAuthorization();

app.MapGet("/health", () => Results.Ok(new { status = "ok" }));
app.MapTariffs();
app.MapBills();
app.MapControllers();

app.Run();
