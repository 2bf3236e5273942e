namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>A route builder that is handed on to another method.</summary>
/// <param name="Parameter">The parameter that takes it.</param>
/// <param name="IsDecided">Whether whoever hands it on decided about it.</param>
/// <param name="From">The parameter that it came by itself; null when it is made there.</param>
internal sealed record HandedBuilder(IParameterSymbol Parameter, bool IsDecided, IParameterSymbol? From);
