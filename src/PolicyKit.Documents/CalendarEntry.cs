using PolicyKit.Compliance;
using PolicyKit.Messages;

namespace PolicyKit.Documents;

/// <summary>One line of a calendar.</summary>
/// <param name="Deadline">What is due, and when.</param>
/// <param name="System">The system that it is of; null when it is the body's.</param>
/// <param name="Citation">The control as the body cites it; null where none asks for it.</param>
/// <param name="Holiday">Why the office is closed on the day; null when it is open.</param>
public sealed record CalendarEntry(Deadline Deadline, SystemId? System, string? Citation, LocalizedMessage? Holiday);
