using Microsoft.EntityFrameworkCore;
using SewerageBilling.Domain;

namespace SewerageBilling.Data;

public sealed class BillingContext(DbContextOptions<BillingContext> options) : DbContext(options)
{
    public DbSet<Resident> Residents => Set<Resident>();

    public DbSet<Bill> Bills => Set<Bill>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Resident>().HasIndex(r => r.MeterNumber).IsUnique();
        modelBuilder
            .Entity<Bill>()
            .HasIndex(b => new
            {
                b.ResidentId,
                b.Year,
                b.Period,
            })
            .IsUnique();
        modelBuilder.Entity<Bill>().Property(b => b.Amount).HasPrecision(12, 0);
    }
}
