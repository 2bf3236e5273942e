namespace PolicyKit.Systems;

/// <summary>How the system is used from outside the office (政府機関等の対策基準策定のためのガイドライン 令和7年度版 8.1.3).</summary>
/// <param name="Terminals">Which terminals are used, and that they are issued ones.</param>
/// <param name="MultiFactor">Whether a second factor is asked for.</param>
/// <param name="Limits">What keeps other terminals out.</param>
/// <param name="Updates">How terminals are kept current.</param>
public sealed record RemoteWork(string Terminals, bool MultiFactor, string Limits, string Updates);
