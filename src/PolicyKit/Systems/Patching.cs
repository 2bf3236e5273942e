namespace PolicyKit.Systems;

/// <summary>In how many days a fix is applied, by severity, each 0 or more.</summary>
/// <param name="CriticalDays">緊急.</param>
/// <param name="HighDays">重要.</param>
/// <param name="MediumDays">警告.</param>
/// <param name="LowDays">注意.</param>
public sealed record Patching(int CriticalDays, int HighDays, int MediumDays, int LowDays);
