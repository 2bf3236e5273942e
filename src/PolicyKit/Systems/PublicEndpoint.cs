namespace PolicyKit.Systems;

/// <summary>An endpoint that anybody may call.</summary>
/// <param name="Route">The route as the code writes it.</param>
/// <param name="Reason">Why it needs no authorization.</param>
public sealed record PublicEndpoint(string Route, string Reason)
{
    internal static string Normalize(string route) =>
        System
            .Text.RegularExpressions.Regex.Replace(route, @"\{\*{0,2}(?<name>[^}:=?]+)[^}]*\}", "{${name}}")
            .Trim('/')
            .ToLowerInvariant();
}
