namespace PolicyKit.Instruments.Identification;

/// <summary>How sure a proposal is.</summary>
internal enum Confidence
{
    /// <summary>The body's own id: nothing canonical was recognised.</summary>
    Own,

    /// <summary>Words of the text speak for it.</summary>
    Guess,

    /// <summary>The heading holds a usual one.</summary>
    Likely,

    /// <summary>The heading is a usual one.</summary>
    Certain,
}
