using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>
/// One way a machine can tell whether a control is met. A control without any says openly that it is not
/// machine-checkable.
/// </summary>
public abstract record Check
{
    private protected Check() { }

    /// <summary>
    /// By what a tailoring names it, and a finding: the rule, the member of the declaration, or the kind of record.
    /// </summary>
    public abstract string Name { get; }
}
