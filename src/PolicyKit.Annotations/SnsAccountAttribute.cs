namespace PolicyKit.Annotations;

/// <summary>
/// This code publishes through an account at a social media service (ソーシャルメディアサービス) that the system declares.
/// </summary>
/// <param name="id">The account among the <c>socialMedia</c> of the system declaration.</param>
/// <remarks>The one who is responsible for it stands in the declaration.</remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method,
    Inherited = true
)]
public sealed class SnsAccountAttribute(string id) : Attribute
{
    /// <summary>The account.</summary>
    public string Id { get; } = id;
}
