namespace PolicyKit.Systems;

/// <summary>A security requirement and the tests that show it.</summary>
/// <param name="Id">Its id within the system.</param>
/// <param name="Requirement">What is required.</param>
/// <param name="Tests">The test cases.</param>
public sealed record SecurityRequirement(SystemId Id, string Requirement, ValueList<string> Tests);
