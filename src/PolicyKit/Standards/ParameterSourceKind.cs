using PolicyKit.Policies;

namespace PolicyKit.Standards;

/// <summary>Whose decision a parameter's value is.</summary>
public enum ParameterSourceKind
{
    /// <summary>The ministry guideline's.</summary>
    Guideline,

    /// <summary>The body's own.</summary>
    Body,

    /// <summary>PolicyKit's suggestion, until the body decides.</summary>
    Default,
}
