namespace PolicyKit.Checking;

/// <summary>What there can be to judge.</summary>
public enum SightKind
{
    /// <summary>A project, for one target framework.</summary>
    Project,

    /// <summary>A source file that is built by itself, without a project.</summary>
    FileBasedApp,

    /// <summary>A configuration file.</summary>
    Configuration,

    /// <summary>An assembly that a project takes as it is, not from a package.</summary>
    Assembly,

    /// <summary>Code between <c>#if</c> and <c>#endif</c> that no compilation saw.</summary>
    HiddenCode,

    /// <summary>The build, or its log.</summary>
    Build,

    /// <summary>Source files, or a folder that may hold some, that no compilation had.</summary>
    Source,
}
