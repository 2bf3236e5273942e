using NodaTime;

namespace PolicyKit.Systems;

/// <summary>A permission of the body.</summary>
/// <param name="Number">Its number.</param>
/// <param name="GrantedOn">When it was given.</param>
public sealed record Permission(string Number, LocalDate GrantedOn);
