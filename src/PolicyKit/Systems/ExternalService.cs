using NodaTime;

namespace PolicyKit.Systems;

/// <summary>An external service (外部サービス).</summary>
public sealed record ExternalService
{
    /// <summary>Its id within the system.</summary>
    public required SystemId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who runs it.</summary>
    public required string Provider { get; init; }

    /// <summary>The highest class of information that it handles.</summary>
    public required Confidentiality Confidentiality { get; init; }

    /// <summary>Who is responsible for its use, by role.</summary>
    public required string Manager { get; init; }

    /// <summary>The body's permission; needed from 自治体機密性2 on.</summary>
    public Permission? Permission { get; init; }

    /// <summary>Since when it is used; null when nobody has said.</summary>
    public LocalDate? UsedFrom { get; init; }

    /// <summary>The country of the data, ISO 3166-1 alpha-2; needed from 自治体機密性2 on.</summary>
    public string? Country { get; init; }

    /// <summary>The governing law and court; needed from 自治体機密性2 on.</summary>
    public string? GoverningLaw { get; init; }

    /// <summary>How its use ends and the data is erased; needed from 自治体機密性2 on.</summary>
    public string? ExitPlan { get; init; }

    /// <summary>Whether it is on the ISMAP list; null when nobody has looked.</summary>
    public bool? IsmapRegistered { get; init; }

    /// <summary>
    /// Why a service was chosen that is on none of the government's registers; null where it is on one, or nobody has
    /// said.
    /// </summary>
    public string? SelectionGround { get; init; }
}
