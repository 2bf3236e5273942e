namespace PolicyKit.Systems;

/// <summary>Which measures follow from the class of a system.</summary>
public enum SystemLevel
{
    /// <summary>The basic measures.</summary>
    Basic,

    /// <summary>The additional measures too.</summary>
    Additional,
}
