namespace PolicyKit.Policies;

/// <summary>A definition (定義).</summary>
/// <param name="Provision">Where it stands.</param>
/// <param name="Term">The term.</param>
/// <param name="Meaning">Its meaning, verbatim.</param>
public sealed record Definition(Provision Provision, string Term, string Meaning);
