using PolicyKit.Annotations;
using SewerageBilling.Data;
using SewerageBilling.Domain;

namespace SewerageBilling.Services;

/// <summary>使用者台帳の更新の監査証跡。</summary>
[AuditSink]
[Satisfies("technical.audit-trail")]
public sealed class AuditTrail(BillingContext context, IHttpContextAccessor accessor, TimeProvider time)
{
    public async Task RecordAsync(string operation, int residentId, CancellationToken cancellation)
    {
        context.AuditEntries.Add(
            new AuditEntry
            {
                At = time.GetUtcNow(),
                User = accessor.HttpContext?.User.Identity?.Name ?? "",
                Operation = operation,
                ResidentId = residentId,
            }
        );
        await context.SaveChangesAsync(cancellation);
    }
}
