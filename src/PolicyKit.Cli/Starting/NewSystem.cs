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
                Operation = new OperationPeriod(From, LastDayOfFifthFiscalYear(From)),
                Zones = Zones.ToValueList(),
            },
            schema
        );

    // Most systems are leased or maintained for five fiscal years; the vendor writes what was agreed.
    private static LocalDate LastDayOfFifthFiscalYear(LocalDate from) =>
        new((from.Month < 4 ? from.Year - 1 : from.Year) + 5, 3, 31);
}
