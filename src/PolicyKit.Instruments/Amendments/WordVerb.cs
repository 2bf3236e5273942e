namespace PolicyKit.Instruments.Amendments;

/// <summary>The verbs of a change of words.</summary>
internal enum WordVerb
{
    /// <summary>改める.</summary>
    Replace,

    /// <summary>加える.</summary>
    Add,

    /// <summary>削る.</summary>
    Delete,
}
