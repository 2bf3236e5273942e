using Microsoft.EntityFrameworkCore;
using SewerageBilling.Data;
using SewerageBilling.Services;

namespace SewerageBilling.Endpoints;

public static class BillEndpoints
{
    public static RouteGroupBuilder MapBills(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/bills");

        group.MapGet(
            "{id:int}",
            async (int id, BillingContext context, CancellationToken cancellation) =>
                await context.Bills.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellation) is { } bill
                    ? Results.Ok(bill)
                    : Results.NotFound()
        );

        group.MapPost(
            "",
            async (AssessRequest request, BillingService billing, CancellationToken cancellation) =>
            {
                var bill = await billing.AssessAsync(
                    request.ResidentId,
                    request.Year,
                    request.Period,
                    request.Volume,
                    cancellation
                );
                return Results.Created($"/bills/{bill.Id}", bill);
            }
        );

        group
            .MapPost(
                "transfers/{year:int}/{period:int}",
                async (int year, int period, BillingService billing, CancellationToken cancellation) =>
                    Results.Ok(new { requested = await billing.RequestTransfersAsync(year, period, cancellation) })
            )
            .RequireAuthorization("accounting");

        return group;
    }
}

public sealed record AssessRequest(int ResidentId, int Year, int Period, decimal Volume);
