namespace PolicyKit.Systems;

/// <summary>What happens in an incident.</summary>
/// <param name="Contacts">Whom to tell, in order.</param>
/// <param name="FirstNoticeHours">Within how many hours the body is told, 0 or more.</param>
/// <param name="FinalReportDays">Within how many days the report is complete, 1 or more.</param>
public sealed record IncidentResponse(ValueList<IncidentContact> Contacts, int FirstNoticeHours, int FinalReportDays);
