using NodaTime;

namespace PolicyKit.Systems;

/// <summary>Maintenance from outside (遠隔保守).</summary>
/// <param name="Party">Who.</param>
/// <param name="Method">How they come in.</param>
/// <param name="MultiFactor">Whether more than one factor is asked for.</param>
/// <param name="Log">How the work is recorded.</param>
/// <param name="ApprovedOn">When the body approved it.</param>
public sealed record RemoteMaintenance(string Party, string Method, bool MultiFactor, string Log, LocalDate ApprovedOn);
