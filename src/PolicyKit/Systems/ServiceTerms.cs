namespace PolicyKit.Systems;

/// <summary>How the terms of a service come about.</summary>
public enum ServiceTerms
{
    /// <summary>By a contract of its own.</summary>
    Individual,

    /// <summary>The same for every user.</summary>
    Uniform,
}
