namespace PolicyKit.Instruments.Comparison;

/// <summary>What changed in what a standard asks for.</summary>
internal enum StandardChangeKind
{
    /// <summary>A control that was not there.</summary>
    ControlAdded,

    /// <summary>A control that is gone.</summary>
    ControlDeleted,

    /// <summary>必須 or 推奨.</summary>
    Obligation,

    /// <summary>What is to be done, or how one can tell.</summary>
    Wording,

    /// <summary>Which systems it applies to.</summary>
    Applicability,

    /// <summary>How it is checked.</summary>
    Checks,

    /// <summary>The value of a parameter.</summary>
    Parameter,

    /// <summary>A parameter that was not there.</summary>
    ParameterAdded,

    /// <summary>A parameter that is gone.</summary>
    ParameterDeleted,

    /// <summary>A threat that no control mitigates any more, or that one does now.</summary>
    Threat,
}
