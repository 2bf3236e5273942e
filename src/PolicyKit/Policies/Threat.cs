namespace PolicyKit.Policies;

/// <summary>A threat (脅威) that the policy takes into account.</summary>
/// <param name="Provision">Where it stands.</param>
/// <param name="Text">The text, verbatim.</param>
public sealed record Threat(Provision Provision, string Text);
