namespace PolicyKit.Systems;

/// <summary>The setting by which data cannot be taken out of the my-number zone.</summary>
/// <param name="Setting">Setting.</param>
/// <param name="Exceptions">How exceptions are managed.</param>
public sealed record ExportLock(string Setting, string Exceptions);
