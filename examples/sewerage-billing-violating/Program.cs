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
builder.Services.AddHttpClient(
    "mail",
    client =>
    {
        client.BaseAddress = new Uri("https://api.mail.example.com/");
        client.DefaultRequestHeaders.Add("Authorization", "Bearer 9f3c1d7ab0e24c55");
    }
);
builder.Services.AddScoped<MeterReadingImporter>();
builder.Services.AddScoped<BillingService>();
builder.Services.AddControllers();
builder
    .Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie(options =>
    {
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
app.MapAccount();
app.MapPortal();
app.MapControllers();
app.MapPost(
    "/import",
    (MeterReadingImporter importer, CancellationToken cancellation) => importer.ImportAsync(cancellation)
);

app.Run();
