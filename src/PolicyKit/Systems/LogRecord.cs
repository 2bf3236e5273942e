namespace PolicyKit.Systems;

/// <summary>A log that the system keeps.</summary>
/// <param name="Kind">What it records.</param>
/// <param name="RetentionMonths">How long it is kept, in months, 1 or more.</param>
/// <param name="Protection">How it is protected against change.</param>
/// <param name="TimeSource">Where its time comes from.</param>
public sealed record LogRecord(string Kind, int RetentionMonths, string Protection, string TimeSource);
