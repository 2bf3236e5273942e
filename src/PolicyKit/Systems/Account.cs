using NodaTime;

namespace PolicyKit.Systems;

/// <summary>An account of the system.</summary>
public sealed record Account
{
    /// <summary>The login name.</summary>
    public required string Id { get; init; }

    /// <summary>Who is responsible for it, by role.</summary>
    public required string Owner { get; init; }

    /// <summary>What it may do.</summary>
    public required string Role { get; init; }

    /// <summary>Whether it is a privileged id (特権ID).</summary>
    public required bool Privileged { get; init; }

    /// <summary>Whether several people use it.</summary>
    public required bool Shared { get; init; }

    /// <summary>Whether more than one factor is asked for.</summary>
    public required bool MultiFactor { get; init; }

    /// <summary>When it was issued.</summary>
    public required LocalDate IssuedOn { get; init; }

    /// <summary>When its need was last reviewed; null for never.</summary>
    public LocalDate? ReviewedOn { get; init; }

    /// <summary>Of a privileged id: who holds it, named by role.</summary>
    public string? Holder { get; init; }

    /// <summary>Of a privileged id: until when it may be used.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>When its holder left.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>When it was removed.</summary>
    public LocalDate? RemovedOn { get; init; }
}
