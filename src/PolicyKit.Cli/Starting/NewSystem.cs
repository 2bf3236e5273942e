using NodaTime;
using PolicyKit.Systems;

namespace PolicyKit.Cli.Starting;

/// <summary>A declaration in development, with what every declaration must say and nothing that nobody said.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name of the system.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Owner">Who answers for it in the body.</param>
/// <param name="Vendor">Who delivers it.</param>
/// <param name="From">The first day of operation.</param>
/// <param name="Zones">The zones it stands in.</param>
internal sealed record NewSystem(
    SystemId Id,
    string Name,
    string Purpose,
    string Owner,
    string Vendor,
    LocalDate From,
    IReadOnlyList<NetworkZoneId> Zones
)
{
    /// <summary>The last day of operation: most systems are leased or maintained for five fiscal years.</summary>
    public LocalDate Until => new((From.Month < 4 ? From.Year - 1 : From.Year) + 5, 3, 31);

    /// <summary>The text of the declaration.</summary>
    /// <param name="schema">The path of the schema for editors; null to name none.</param>
    public string Write(string? schema) =>
        SystemSerializer.Write(
            new SystemDeclaration
            {
                Id = Id,
                Name = Name,
                Purpose = Purpose,
                Owner = Owner,
                Vendor = Vendor,
                Stage = DeclarationStage.Development,
                Operation = new OperationPeriod(From, Until),
                Zones = Zones.ToValueList(),
            },
            schema
        );
}
