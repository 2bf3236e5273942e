namespace PolicyKit.Systems;

/// <summary>Open findings by severity, each 0 or more.</summary>
/// <param name="Critical">緊急.</param>
/// <param name="High">重要.</param>
/// <param name="Medium">警告.</param>
/// <param name="Low">注意.</param>
public sealed record OpenFindings(int Critical, int High, int Medium, int Low);
