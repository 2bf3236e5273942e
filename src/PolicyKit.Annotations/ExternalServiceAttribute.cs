namespace PolicyKit.Annotations;

/// <summary>This code uses an external service (外部サービス) that the system declares.</summary>
/// <param name="id">The id of the service among the <c>externalServices</c> of the system declaration.</param>
/// <remarks>
/// Rules about what leaves the system take the class and the permission from the declared service.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Assembly
        | AttributeTargets.Class
        | AttributeTargets.Struct
        | AttributeTargets.Interface
        | AttributeTargets.Method,
    AllowMultiple = true,
    Inherited = true
)]
public sealed class ExternalServiceAttribute(string id) : Attribute
{
    /// <summary>The id of the service.</summary>
    public string Id { get; } = id;
}
