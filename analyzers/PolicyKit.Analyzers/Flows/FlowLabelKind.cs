namespace PolicyKit.Analyzers.Flows;

/// <summary>What a label says of a value.</summary>
internal enum FlowLabelKind
{
    /// <summary>The value comes from a member with a classification.</summary>
    Classified,

    /// <summary>The value comes from what is handed to the method at hand; callers know what that is.</summary>
    Parameter,

    /// <summary>The value comes from a request: whoever sends it decides what it is.</summary>
    Input,

    /// <summary>The value is a path in a folder for temporary files.</summary>
    Temporary,
}
