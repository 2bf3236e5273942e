namespace PolicyKit.Analyzers.Flows;

/// <summary>What a call does with the values it gets.</summary>
internal enum FlowRole
{
    /// <summary>The result holds what the object and the arguments hold.</summary>
    Passing,

    /// <summary>The result is what the function gives that is handed to it.</summary>
    Mapping,

    /// <summary>The object, or the first argument of an extension, holds what the other arguments hold.</summary>
    Filling,

    /// <summary>The result shows the object or the arguments with all their members.</summary>
    Showing,

    /// <summary>The arguments leave the code.</summary>
    Sinks,
}
