namespace PolicyKit.Systems;

/// <summary>Somebody to tell.</summary>
/// <param name="Role">Who, by role.</param>
/// <param name="Contact">How to reach them (a shared number or address, not a private one).</param>
public sealed record IncidentContact(string Role, string Contact);
