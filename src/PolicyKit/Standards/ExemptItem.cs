namespace PolicyKit.Standards;

/// <summary>An item from which what exists on a day is exempt.</summary>
/// <param name="Number">The item's number.</param>
/// <param name="Needs">What must exist on the day, all of it.</param>
public sealed record ExemptItem(string Number, ValueList<ExemptionNeed> Needs);
