namespace PolicyKit.Systems;

/// <summary>What was ascertained of an external service beyond its registration.</summary>
/// <param name="ExternalService">Id of the service.</param>
/// <param name="Terms">How the terms came about.</param>
/// <param name="TermsGround">Why class 2 or above under uniform terms; null where it does not apply.</param>
/// <param name="ForeignDisclosure">How forced disclosure abroad was ruled out.</param>
/// <param name="KeyManagement">Who manages the keys.</param>
/// <param name="Erasure">Erasure and removal of accounts at the end.</param>
public sealed record ServiceAssurance(
    SystemId ExternalService,
    ServiceTerms Terms,
    string? TermsGround,
    string ForeignDisclosure,
    string KeyManagement,
    string Erasure
);
