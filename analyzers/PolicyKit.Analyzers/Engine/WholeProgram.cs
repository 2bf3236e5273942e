namespace PolicyKit.Analyzers.Engine;

/// <summary>How much of what a rule reports the whole program decides.</summary>
public enum WholeProgram
{
    /// <summary>Nothing: all of it shows in the editor, too.</summary>
    No,

    /// <summary>Some of it.</summary>
    Partly,

    /// <summary>All of it shows only in the build.</summary>
    Wholly,

    /// <summary>
    /// More than the program: the evaluation of the system decides it, and <c>policykit check</c> alone reports it.
    /// </summary>
    CheckOnly,
}
