namespace PolicyKit.Policies;

/// <summary>The duty of staff to comply (遵守義務).</summary>
/// <param name="Provision">Where it stands.</param>
public sealed record Duty(Provision Provision);
