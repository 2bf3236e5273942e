using PolicyKit.Cli.Failures;

namespace PolicyKit.Cli.Starting;

/// <summary>A zone of a new pack: one of the three of the guideline, or one that the body names itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
internal sealed record NewZone(NetworkZoneId Id, string Name)
{
    /// <summary>The zones that everybody knows.</summary>
    public static IReadOnlyList<NewZone> Known { get; } =
    [
        new(NetworkZoneId.Parse("my-number"), "マイナンバー利用事務系"),
        new(NetworkZoneId.Parse("lgwan"), "LGWAN接続系"),
        new(NetworkZoneId.Parse("internet"), "インターネット接続系"),
    ];

    /// <summary>The zones of an option: <c>my-number,lgwan,internet</c> or <c>plant=制御系</c>.</summary>
    /// <exception cref="CliException">One of them is not a zone, or stands there twice.</exception>
    public static IReadOnlyList<NewZone> Parse(string text)
    {
        var zones = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(One)
            .ToList();
        if (zones.Count == 0 || zones.Select(z => z.Id).Distinct().Count() != zones.Count)
            throw CliException.Usage("new.bad-zone", text);
        return zones;
    }

    private static NewZone One(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var (id, name) = at < 0 ? (text, null) : (text[..at], text[(at + 1)..].Trim());
        if (!NetworkZoneId.TryParse(id, out var zone))
            throw CliException.Usage("new.bad-zone", text);
        var known = Known.FirstOrDefault(z => z.Id == zone);
        return string.IsNullOrEmpty(name)
            ? known ?? throw CliException.Usage("new.bad-zone", text)
            : new NewZone(zone, name);
    }
}
