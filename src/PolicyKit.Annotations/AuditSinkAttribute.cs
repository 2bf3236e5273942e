namespace PolicyKit.Annotations;

/// <summary>
/// This code writes the audit trail: who did what to which record, and when. On a type it speaks of all its methods.
/// </summary>
/// <remarks>
/// Rules about the audit trail take a call of it as the record of an operation. A logger for those who run the system
/// is not an audit trail. Review the code as you would review a waiver.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method,
    Inherited = true
)]
public sealed class AuditSinkAttribute : Attribute;
