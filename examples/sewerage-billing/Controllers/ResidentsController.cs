using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PolicyKit.Annotations;
using SewerageBilling.Data;
using SewerageBilling.Domain;
using SewerageBilling.Services;

namespace SewerageBilling.Controllers;

[ApiController]
[Route("residents")]
[Authorize(Policy = "billing")]
public sealed class ResidentsController(BillingContext context, AuditTrail audit) : ControllerBase
{
    [HttpGet("{meterNumber}")]
    public async Task<ActionResult<Resident>> Get(
        [Confidentiality3B] string meterNumber,
        CancellationToken cancellation
    ) =>
        await context.Residents.AsNoTracking().FirstOrDefaultAsync(r => r.MeterNumber == meterNumber, cancellation)
            is { } resident
            ? resident
            : NotFound();

    [HttpPut("{meterNumber}/address")]
    public async Task<IActionResult> ChangeAddress(
        [Confidentiality3B] string meterNumber,
        [FromBody] string address,
        CancellationToken cancellation
    )
    {
        var resident = await context.Residents.FirstOrDefaultAsync(r => r.MeterNumber == meterNumber, cancellation);
        if (resident is null)
            return NotFound();
        resident.Address = address;
        await audit.RecordAsync("住所の変更", resident.Id, cancellation);
        return NoContent();
    }
}
