using NodaTime;

namespace PolicyKit.Systems;

/// <summary>The vendor’s written statement that it is under no undue influence from outside.</summary>
/// <param name="Document">Document.</param>
/// <param name="SubmittedOn">Day.</param>
public sealed record VendorOath(string Document, LocalDate SubmittedOn);
