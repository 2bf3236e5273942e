using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>A key derivation function, or a function that stores passwords.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="Count">
/// The member of a declaration that says how slow it is, <c>iterations</c> or <c>cost</c>; null where one number does
/// not say it.
/// </param>
/// <param name="Parameter">The parameter of a standard with the least count; null for none.</param>
public sealed record KeyDerivation(string Name, ValueList<string> Aliases, string? Count, string? Parameter);
