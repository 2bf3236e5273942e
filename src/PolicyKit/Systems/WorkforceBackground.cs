namespace PolicyKit.Systems;

/// <summary>What is known of the vendor and its workers, without names.</summary>
/// <param name="Capital">Capital ties.</param>
/// <param name="Officers">Officers.</param>
/// <param name="Nationality">Nationalities.</param>
/// <param name="Qualification">Qualifications.</param>
public sealed record WorkforceBackground(string Capital, string Officers, string Nationality, string Qualification);
