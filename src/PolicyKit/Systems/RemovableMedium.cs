namespace PolicyKit.Systems;

/// <summary>A removable medium that the body issued (政府機関等の対策基準策定のためのガイドライン 令和7年度版 8.1.1(1)-2, -3).</summary>
/// <param name="Number">Its number, unlike that of any other medium.</param>
/// <param name="Kind">What it is, a USB stick for example.</param>
/// <param name="Encryption">How what is on it is encrypted.</param>
/// <param name="Keeper">Who keeps it, by role.</param>
/// <param name="Permission">Where permissions to take it out are recorded.</param>
public sealed record RemovableMedium(string Number, string Kind, string Encryption, string Keeper, string Permission);
