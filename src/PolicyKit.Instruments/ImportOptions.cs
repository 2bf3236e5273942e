using NodaTime;

namespace PolicyKit.Instruments;

/// <summary>What the text may not say and a policy needs.</summary>
internal sealed record ImportOptions
{
    /// <summary>The id of the policy.</summary>
    public PolicyId Id { get; init; } = PolicyId.Parse("imported.basic-policy");

    /// <summary>The name of the body; null to take it from the text.</summary>
    public string? Body { get; init; }

    /// <summary>The title; null to take it from the text.</summary>
    public string? Title { get; init; }

    /// <summary>The day of adoption; null to take it from the text.</summary>
    public LocalDate? Adopted { get; init; }
}
