using SewerageBilling.Services;

namespace SewerageBilling.Endpoints;

public static class TariffEndpoints
{
    public static void MapTariffs(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/tariffs");
        group.MapGet(
            "{year:int}",
            (int year) => BillingService.TariffOf(year) is { } tariff ? Results.Ok(tariff) : Results.NotFound()
        );
    }
}
