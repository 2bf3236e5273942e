namespace PolicyKit.Annotations;

/// <summary>This code is how the system satisfies a provision or a control.</summary>
/// <param name="id">
/// The canonical id of the provision or the control, for example <c>technical.access-control</c>.
/// </param>
[AttributeUsage(
    AttributeTargets.Assembly
        | AttributeTargets.Class
        | AttributeTargets.Struct
        | AttributeTargets.Interface
        | AttributeTargets.Method
        | AttributeTargets.Property
        | AttributeTargets.Field,
    AllowMultiple = true,
    Inherited = false
)]
public sealed class SatisfiesAttribute(string id) : Attribute
{
    /// <summary>The canonical id of the provision or the control.</summary>
    public string Id { get; } = id;

    /// <summary>How it does so, in a sentence; null when the code speaks for itself.</summary>
    public string? How { get; set; }
}
