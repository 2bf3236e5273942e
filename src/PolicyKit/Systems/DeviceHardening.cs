namespace PolicyKit.Systems;

/// <summary>How a special device is set up.</summary>
/// <param name="Device">Name and model.</param>
/// <param name="InitialPassword">Change of the first password.</param>
/// <param name="Functions">Needless functions that are off.</param>
/// <param name="Exposure">How it is kept off the internet.</param>
public sealed record DeviceHardening(string Device, string InitialPassword, string Functions, string Exposure);
