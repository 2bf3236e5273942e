namespace PolicyKit.Annotations;

/// <summary>
/// What this method returns is safe for what it is made for, whatever it was given: it checks, encodes or rebuilds its
/// input, or removes from a file what could run (無害化). A method that returns a truth
/// value says whether its arguments are safe.
/// </summary>
/// <remarks>
/// Rules about untrusted values take the author's word for it. Review the method as you would review a waiver.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = true)]
public sealed class SanitizerAttribute : Attribute;
