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

    /// <summary>The result is input of a request.</summary>
    Sources,

    /// <summary>The result holds what the arguments hold, made harmless for some kinds of sinks.</summary>
    Cleaning,

    /// <summary>The result says whether a value is harmless for some kinds of sinks.</summary>
    Guards,

    /// <summary>The functions among the arguments answer requests.</summary>
    Endpoints,

    /// <summary>The methods of these types, or with these attributes, answer requests.</summary>
    Entries,

    /// <summary>Parameters and properties with these attributes, or of these types, are input or never are.</summary>
    Bindings,
}
