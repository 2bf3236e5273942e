namespace PolicyKit.Systems;

/// <summary>The environments that are kept apart, and how test data is made.</summary>
/// <param name="Separated">The environments.</param>
/// <param name="Masking">How production data is masked for tests, or that none is used.</param>
public sealed record Environments(ValueList<EnvironmentKind> Separated, string Masking);
