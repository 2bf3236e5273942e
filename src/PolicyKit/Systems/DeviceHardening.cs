namespace PolicyKit.Systems;

/// <summary>
/// How a printer, a camera or another special device is set up (政府機関等の対策基準策定のためのガイドライン 令和7年度版 6.3.1).
/// </summary>
/// <param name="Device">Its name and model.</param>
/// <param name="InitialPassword">How and when the first password was changed; never the password.</param>
/// <param name="Functions">Which functions that nobody needs are off.</param>
/// <param name="Exposure">How it is kept from being reached from the internet.</param>
public sealed record DeviceHardening(string Device, string InitialPassword, string Functions, string Exposure);
