using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SewerageBilling.Data;
using SewerageBilling.Domain;

namespace SewerageBilling.Controllers;

[ApiController]
[Route("residents")]
[Authorize(Policy = "billing")]
public sealed class ResidentsController(BillingContext context) : ControllerBase
{
    [HttpGet("{meterNumber}")]
    public async Task<ActionResult<Resident>> Get(string meterNumber, CancellationToken cancellation) =>
        await context.Residents.AsNoTracking().FirstOrDefaultAsync(r => r.MeterNumber == meterNumber, cancellation)
            is { } resident
            ? resident
            : NotFound();

    [HttpPut("{meterNumber}/address")]
    public async Task<IActionResult> ChangeAddress(
        string meterNumber,
        [FromBody] string address,
        CancellationToken cancellation
    )
    {
        var changed = await context
            .Residents.Where(r => r.MeterNumber == meterNumber)
            .ExecuteUpdateAsync(update => update.SetProperty(r => r.Address, address), cancellation);
        return changed == 1 ? NoContent() : NotFound();
    }
}
