using Microsoft.EntityFrameworkCore;
using SewerageBilling.Data;
using SewerageBilling.Domain;

namespace SewerageBilling.Services;

public sealed class BillingService(BillingContext context, BankTransferClient bank)
{
    private static readonly Tariff Current = new(2026, 1_100, [new(0, 0), new(10, 120), new(30, 150), new(50, 180)]);

    public static Tariff? TariffOf(int year) => year == Current.Year ? Current : null;

    public async Task<Bill> AssessAsync(
        int residentId,
        int year,
        int period,
        decimal volume,
        CancellationToken cancellation
    )
    {
        var bill = new Bill
        {
            ResidentId = residentId,
            Year = year,
            Period = period,
            Volume = volume,
            Amount = Current.FeeFor(volume),
        };
        context.Bills.Add(bill);
        await context.SaveChangesAsync(cancellation);
        return bill;
    }

    public async Task<int> RequestTransfersAsync(int year, int period, CancellationToken cancellation)
    {
        var bills = await context
            .Bills.Where(b => b.Year == year && b.Period == period && b.State == BillState.Assessed)
            .ToListAsync(cancellation);
        var requested = 0;
        foreach (var bill in bills)
        {
            if (!await bank.RequestAsync(bill, cancellation))
                continue;
            bill.State = BillState.Requested;
            requested++;
        }

        await context.SaveChangesAsync(cancellation);
        return requested;
    }
}
