namespace PolicyKit.Annotations;

/// <summary>
/// This code is the declared way from one network zone to another: it sanitises, transforms or restricts what passes
/// (無害化通信, 画面転送 and the like). On a type it speaks of all its methods.
/// </summary>
/// <remarks>
/// Code of any zone may call it, and it may use code of any zone. The flow itself has to be declared among the
/// <c>flows</c> of the system.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method,
    Inherited = true
)]
public sealed class ZoneGatewayAttribute : Attribute;
