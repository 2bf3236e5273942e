using NodaTime;
using PolicyKit.Cli.Starting;
using PolicyKit.Systems;

namespace PolicyKit.Templates;

/// <summary>A declaration, as <c>policykit new system</c> writes it.</summary>
internal sealed class SystemTemplate : ITemplate
{
    private const string Id = "policykit-template-id";
    private const string Zone = "policykit-template-zone";
    private const string Name = "〈システム名〉";
    private const string Purpose = "〈目的〉";
    private const string Owner = "〈所管〉";
    private const string Vendor = "〈受託者〉";

    private static readonly LocalDate From = new(2031, 12, 31);

    public string ShortName => "policykit-system";

    public void Add(NewFiles files, string folder)
    {
        var system = SystemOf(From);
        files.Add(folder + "system.json", system.Write(null));
        var description = new Description(ShortName, "item", "システムの申告 / declaration of a system")
            .Value("id", Id, "システムのID / id of the system")
            .Value("system-name", Name, "システムの名称 / its name")
            .Value("purpose", Purpose, "目的 / what it is for")
            .Value("owner", Owner, "所管する職 / who answers for it")
            .Value("vendor", Vendor, "受託者 / who delivers it")
            .Value("zone", Zone, "システムを置く系のID / id of its zone", "internet")
            .Day("operation-from", Written(From), "運用開始日 (既定: 今日) / first day of operation (default: today)")
            .Derived("operationUntil", Written(system.Until), "operation-fromDay", FiscalYears());
        files.Add(folder + Description.Path, description.ToString());
    }

    private static NewSystem SystemOf(LocalDate from) =>
        new(SystemId.Parse(Id), Name, Purpose, Owner, Vendor, from, [NetworkZoneId.Parse(Zone)]);

    // The template engine counts no years: for each fiscal year of a generation, the day that the declaration has.
    // What was replaced is no first day of a later step, as steps go from the last year to the first.
    private static IEnumerable<(string Pattern, string Replacement)> FiscalYears() =>
        Enumerable
            .Range(2020, 40)
            .Reverse()
            .SelectMany(year =>
                new[]
                {
                    ($"^{year}-(0[4-9]|1[0-2])-[0-9]+$", Written(SystemOf(new LocalDate(year, 4, 1)).Until)),
                    ($"^{year}-0[1-3]-[0-9]+$", Written(SystemOf(new LocalDate(year, 1, 1)).Until)),
                }
            );

    private static string Written(LocalDate day) => day.ToString("uuuu-MM-dd", null);
}
