namespace PolicyKit.Evidence;

/// <summary>What a review of the policy decided.</summary>
public enum ReviewDecision
{
    /// <summary>改正する.</summary>
    Revise,

    /// <summary>現行のままとする.</summary>
    Keep,
}
