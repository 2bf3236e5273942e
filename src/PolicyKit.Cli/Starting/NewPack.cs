using NodaTime;
using PolicyKit.Policies;

namespace PolicyKit.Cli.Starting;

/// <summary>What a new pack is made of.</summary>
/// <param name="Id">What its ids begin with: <c>midori-town</c>.</param>
/// <param name="Body">The body.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Zones">Its zones.</param>
/// <param name="Numbering">How its policy is numbered.</param>
/// <param name="Adopted">The day of adoption.</param>
internal sealed record NewPack(
    string Id,
    Body Body,
    BodyKind Kind,
    IReadOnlyList<NewZone> Zones,
    NumberingStyle Numbering,
    LocalDate Adopted
)
{
    public string PolicyId => Id + ".basic-policy";

    public string StandardId => Id + ".standard";

    public bool Has(string zone) => Zones.Any(z => z.Id.Value == zone);
}
