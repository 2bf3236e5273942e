namespace PolicyKit.Systems;

/// <summary>An account at a social media service (SNS).</summary>
/// <param name="Service">The service.</param>
/// <param name="Account">The account name.</param>
/// <param name="Url">Its address.</param>
/// <param name="Responsible">The one who is responsible, by role.</param>
/// <param name="Purpose">What for.</param>
public sealed record SocialMediaAccount(string Service, string Account, string Url, string Responsible, string Purpose);
