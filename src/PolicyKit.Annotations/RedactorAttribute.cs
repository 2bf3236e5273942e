namespace PolicyKit.Annotations;

/// <summary>
/// What this method returns identifies nobody, whatever class its arguments have: it masks, truncates or replaces them.
/// </summary>
/// <remarks>
/// Rules about classified values take the author's word for it. Review the method as you would review a waiver.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = true)]
public sealed class RedactorAttribute : Attribute;
