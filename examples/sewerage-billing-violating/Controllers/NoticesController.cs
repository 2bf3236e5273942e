using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SewerageBilling.Data;
using SewerageBilling.Domain;

namespace SewerageBilling.Controllers;

/// <summary>通知の宛先。</summary>
[ApiController]
[Authorize(Policy = "billing")]
[Route("notices")]
public sealed class NoticesController(BillingContext context) : ControllerBase
{
    [AllowAnonymous]
    [HttpGet("{id:int}")]
    public async Task<ActionResult<Resident>> Get(int id, CancellationToken cancellation)
    {
        var resident = await context.Residents.FirstAsync(r => r.Id == id, cancellation);
        return Ok(resident);
    }

    [HttpGet]
    public async Task<int> Count(string order, CancellationToken cancellation)
    {
        var sql = "SELECT * FROM Residents ORDER BY " + order;
        return await context.Residents.FromSqlRaw(sql).CountAsync(cancellation);
    }

    [HttpPost("{id:int}")]
    public async Task<string> Print(int id, CancellationToken cancellation)
    {
        var resident = await context.Residents.FirstAsync(r => r.Id == id, cancellation);
        var path = Path.Combine(Path.GetTempPath(), $"notice-{id}.txt");
        await System.IO.File.WriteAllTextAsync(path, $"{resident.FullName} 様", cancellation);
        return path;
    }
}
