namespace PolicyKit.Systems;

/// <summary>The people who do the work.</summary>
/// <param name="Manager">The vendor's manager, by role.</param>
/// <param name="Workplaces">Where the work is done.</param>
/// <param name="Roster">
/// Where the roster is kept (the roster itself holds personal data and does not belong here).
/// </param>
/// <param name="ChangeNotice">How a change is told.</param>
public sealed record Workforce(string Manager, ValueList<string> Workplaces, string Roster, string ChangeNotice);
