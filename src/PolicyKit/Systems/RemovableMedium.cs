namespace PolicyKit.Systems;

/// <summary>A removable medium that the body issued.</summary>
/// <param name="Number">Number.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Encryption">Encryption.</param>
/// <param name="Keeper">Keeper, by role.</param>
/// <param name="Permission">Record of permissions.</param>
public sealed record RemovableMedium(string Number, string Kind, string Encryption, string Keeper, string Permission);
