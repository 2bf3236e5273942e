using NodaTime;
using PolicyKit.Calendar;
using PolicyKit.Cli.Starting;
using PolicyKit.Policies;

namespace PolicyKit.Templates;

/// <summary>A body's pack, as <c>policykit new pack</c> writes it: every numbering, one or three zones.</summary>
internal sealed class PackTemplate : ITemplate
{
    private const string Id = "policykit-template-id";
    private const string Name = "〈団体名〉";
    private const string Short = "〈略称〉";
    private const string Head = "〈長〉";
    private const string Organs = "〈機関〉";

    // A day that stands nowhere else in what is written.
    private static readonly LocalDate Adopted = new(2031, 12, 31);

    private static readonly (string Id, string Zones, string Text)[] Zones =
    [
        ("internet", "internet", "インターネット接続系だけ / the internet zone alone"),
        ("three", "my-number,lgwan,internet", "三つの系 / my-number, lgwan and internet"),
    ];

    public string ShortName => "policykit-pack";

    public void Add(NewFiles files, string folder)
    {
        var description = new Description(ShortName, "project", "基本方針パック / policy pack of a body")
            .Value("id", Id, "IDの初め (英小文字) / what the ids begin with (midori-town)")
            .Renames("id", Id)
            .Value("body", Name, "団体の名称 / name of the body")
            .Choice("kind", "団体の種類 / kind of body", "town", [.. BodyKind.All.Select(k => (k.Id, k.Name))])
            .Choice("zones", "系 / zones", "internet", [.. Zones.Select(z => (z.Id, z.Text))])
            .Choice(
                "numbering",
                "番号の付け方 / numbering",
                NumberingStyle.All[0].Id,
                [.. NumberingStyle.All.Select(s => (s.Id, s.Example))]
            )
            .Day(
                "adopted",
                Adopted.ToString("uuuu-MM-dd", null),
                "策定日 (既定: 今日) / day of adoption (default: today)"
            )
            .Derived("adoptedInJapanese", JapaneseDate.Format(Adopted), "adoptedDay", Eras())
            .Derived("short", Short, "kind", BodyKind.All.Select(k => (Whole(k.Id), k.Short)))
            .Derived("head", Head, "kind", BodyKind.All.Select(k => (Whole(k.Id), k.Head)))
            .Derived("organs", Organs, "kind", BodyKind.All.Select(k => (Whole(k.Id), k.Organs)));
        foreach (var zones in Zones)
        foreach (var numbering in NumberingStyle.All)
        {
            var part = $"{numbering.Id}-{zones.Id}/";
            PackFolder.Add(files, folder + part, PackOf(zones.Zones, numbering));
            description.Source(part, $"(zones == \"{zones.Id}\" && numbering == \"{numbering.Id}\")");
        }

        files.Add(folder + Description.Path, description.ToString());
    }

    private static NewPack PackOf(string zones, NumberingStyle numbering) =>
        new(
            Id,
            new Body(Name, Short, null),
            new BodyKind("", "", Short, Head, Organs),
            NewZone.Parse(zones),
            numbering,
            Adopted
        );

    private static string Whole(string id) => $"^{id}$";

    // 令和 began in May 2019; the template engine counts no years, so they are listed for a generation.
    private static IEnumerable<(string Pattern, string Replacement)> Eras() =>
        Enumerable
            .Range(2020, 40)
            .Select(year =>
                (
                    $"^{year}-0?([0-9]+)-0?([0-9]+)$",
                    JapaneseDate.Format(new LocalDate(year, 1, 1)).Split('年')[0] + "年$1月$2日"
                )
            );
}
