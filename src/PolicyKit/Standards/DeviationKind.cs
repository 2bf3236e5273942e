namespace PolicyKit.Standards;

/// <summary>How a resolved standard departs from what it imported.</summary>
public enum DeviationKind
{
    /// <summary>A control was left out.</summary>
    Excluded,

    /// <summary>A control asks for less.</summary>
    Loosened,

    /// <summary>A parameter protects less.</summary>
    SetLooser,

    /// <summary>A control asks for more.</summary>
    Tightened,

    /// <summary>A parameter has another value that protects no less.</summary>
    Set,
}
