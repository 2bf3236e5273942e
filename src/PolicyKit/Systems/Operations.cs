namespace PolicyKit.Systems;

/// <summary>A log that the system keeps.</summary>
/// <param name="Kind">What it records.</param>
/// <param name="RetentionMonths">How long it is kept, in months, 1 or more.</param>
/// <param name="Protection">How it is protected against change.</param>
/// <param name="TimeSource">Where its time comes from.</param>
public sealed record LogRecord(string Kind, int RetentionMonths, string Protection, string TimeSource);

/// <summary>A backup.</summary>
/// <param name="Target">Of what.</param>
/// <param name="Cycle">How often, in words.</param>
/// <param name="Generations">How many are kept, 1 or more.</param>
/// <param name="Place">Where.</param>
/// <param name="IsOffline">Whether a copy is out of reach of the network.</param>
/// <param name="RestoreTestedOn">When restoring was last tried; null for never.</param>
public sealed record Backup(
    string Target,
    string Cycle,
    int Generations,
    string Place,
    bool IsOffline,
    NodaTime.LocalDate? RestoreTestedOn
);

/// <summary>How the system stays available.</summary>
/// <param name="Redundancy">What is doubled.</param>
/// <param name="Power">How power is secured.</param>
/// <param name="RecoveryTimeHours">The recovery time objective (RTO) in hours, 0 or more.</param>
/// <param name="RecoveryPointHours">The recovery point objective (RPO) in hours, 0 or more.</param>
/// <param name="ServiceLevel">The service level agreed, in words.</param>
public sealed record AvailabilityPlan(
    string Redundancy,
    string Power,
    int RecoveryTimeHours,
    int RecoveryPointHours,
    string ServiceLevel
);

/// <summary>Protection against malware.</summary>
/// <param name="Product">The product.</param>
/// <param name="UpdateCycle">How often it is updated, in words.</param>
/// <param name="IsAutomatic">Whether it updates itself.</param>
public sealed record MalwareProtection(string Product, string UpdateCycle, bool IsAutomatic);

/// <summary>In how many days a fix is applied, by severity, each 0 or more.</summary>
/// <param name="CriticalDays">緊急.</param>
/// <param name="HighDays">重要.</param>
/// <param name="MediumDays">警告.</param>
/// <param name="LowDays">注意.</param>
public sealed record Patching(int CriticalDays, int HighDays, int MediumDays, int LowDays);

/// <summary>The environments that are kept apart, and how test data is made.</summary>
/// <param name="Separated">The environments.</param>
/// <param name="Masking">How production data is masked for tests, or that none is used.</param>
public sealed record Environments(ValueList<EnvironmentKind> Separated, string Masking);

/// <summary>Environments of a system.</summary>
public enum EnvironmentKind
{
    /// <summary>開発環境.</summary>
    Development,

    /// <summary>試験環境.</summary>
    Test,

    /// <summary>本番環境.</summary>
    Production,
}

/// <summary>What happens in an incident.</summary>
/// <param name="Contacts">Whom to tell, in order.</param>
/// <param name="FirstNoticeHours">Within how many hours the body is told, 0 or more.</param>
/// <param name="FinalReportDays">Within how many days the report is complete, 1 or more.</param>
public sealed record IncidentResponse(ValueList<IncidentContact> Contacts, int FirstNoticeHours, int FinalReportDays);

/// <summary>Somebody to tell.</summary>
/// <param name="Role">Who, by role.</param>
/// <param name="Contact">How to reach them (a shared number or address, not a private one).</param>
public sealed record IncidentContact(string Role, string Contact);

/// <summary>Personal data that the system handles.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="People">Of how many people, 0 or more.</param>
public sealed record PersonalData(string Kind, int People);

/// <summary>A use of cryptography.</summary>
/// <param name="Algorithm">The algorithm, as CRYPTREC names it.</param>
/// <param name="KeyBits">The key length in bits, 1 or more; null for what has no key.</param>
/// <param name="Purpose">What for.</param>
/// <param name="RenewalYear">The year in which it is renewed or replaced.</param>
public sealed record CryptographyUse(string Algorithm, int? KeyBits, string Purpose, int RenewalYear);

/// <summary>An account at a social media service (SNS).</summary>
/// <param name="Service">The service.</param>
/// <param name="Account">The account name.</param>
/// <param name="Url">Its address.</param>
/// <param name="Responsible">The one who is responsible, by role.</param>
/// <param name="Purpose">What for.</param>
public sealed record SocialMediaAccount(string Service, string Account, string Url, string Responsible, string Purpose);
