namespace PolicyKit.Systems;

/// <summary>
/// What the β and β′ models ask for beyond the zones (「ガイドライン」説明資料 令和8年度 p. 15); each in a sentence.
/// </summary>
/// <param name="EndpointDetection">What watches the behaviour of terminals, an EDR for example.</param>
/// <param name="Readiness">Who answers at once in an emergency, and how.</param>
/// <param name="AccessControl">How access is limited asset by asset; the source asks for it in the β′ model.</param>
/// <param name="Monitoring">How security is watched all the time; the source asks for it in the β′ model.</param>
public sealed record BetaMeasures(string EndpointDetection, string Readiness, string AccessControl, string Monitoring);
