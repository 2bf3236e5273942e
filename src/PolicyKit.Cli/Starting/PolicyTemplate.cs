using PolicyKit.Calendar;
using PolicyKit.Policies;

namespace PolicyKit.Cli.Starting;

/// <summary>
/// A basic policy in the ten sections of the ministry's model, in words of our own, for a body that has none.
/// </summary>
internal static class PolicyTemplate
{
    private const string OneZone = "一つの系";
    private const string SeveralZones = "いくつもの系";

    public static SecurityPolicy Make(NewPack pack)
    {
        var lines = new Queue<Line>(
            Scaffold
                .Read("Policy.txt")
                .Split('\n')
                .Where(l => l.Length > 0 && !l.StartsWith('#'))
                .Select(Line.Of)
                .Where(l => Applies(l.Condition, pack))
        );
        var front = pack.Numbering.Citation == CitationStyle.Outline ? null : Front;
        return new SecurityPolicy
        {
            Id = PolicyId.Parse(pack.PolicyId),
            Title = "情報セキュリティ基本方針",
            ShortTitle = "基本方針",
            Body = pack.Body,
            Adoption = new Adoption(pack.Adopted, JapaneseDate.Format(pack.Adopted) + " 策定 (案)"),
            LegalBasis = ValueList.Create(new LegalBasis("地方自治法", "第244条の6", false)),
            CitationStyle = pack.Numbering.Citation,
            Instrument = front,
            Provisions = Level(lines, 0, pack),
        };
    }

    private static Instrument Front =>
        new()
        {
            Front = ValueList.Create(
                new FrontLine(FrontRole.Body, null, null),
                new FrontLine(FrontRole.Title, null, null),
                new FrontLine(FrontRole.Adoption, null, "{text}\n\n")
            ),
        };

    private static ValueList<Provision> Level(Queue<Line> lines, int level, NewPack pack)
    {
        var provisions = new List<Provision>();
        while (lines.TryPeek(out var line) && line.Level == level)
        {
            lines.Dequeue();
            provisions.Add(
                new Provision
                {
                    Id = ProvisionId.Parse(line.Id),
                    Number = pack.Numbering.Number(level, provisions.Count + 1),
                    Heading = line.Heading,
                    Text = Fill(line.Text, pack),
                    Layout = pack.Numbering.Layout(level, line.Heading is not null),
                    Provisions = Level(lines, level + 1, pack),
                }
            );
        }

        return provisions.ToValueList();
    }

    private static bool Applies(string? condition, NewPack pack) =>
        condition switch
        {
            null => true,
            OneZone => pack.Zones.Count == 1,
            SeveralZones => pack.Zones.Count > 1,
            _ => pack.Has(condition),
        };

    private static string Fill(string text, NewPack pack) =>
        text.Replace("$body$", pack.Body.Name, StringComparison.Ordinal)
            .Replace("$short$", pack.Body.ShortName, StringComparison.Ordinal)
            .Replace("$head$", pack.Kind.Head, StringComparison.Ordinal)
            .Replace("$organs$", pack.Kind.Organs, StringComparison.Ordinal)
            .Replace("$zones$", Named(pack.Zones), StringComparison.Ordinal);

    // A、B及びC
    private static string Named(IReadOnlyList<NewZone> zones) =>
        zones.Count == 1
            ? zones[0].Name
            : string.Join("、", zones.SkipLast(1).Select(z => z.Name)) + "及び" + zones[^1].Name;

    /// <summary>A line of the template: one provision.</summary>
    private sealed record Line(int Level, string? Condition, string Id, string? Heading, string Text)
    {
        public static Line Of(string text)
        {
            var bare = text.TrimStart(' ');
            var level = (text.Length - bare.Length) / 2;
            string? condition = null;
            if (bare[0] == '[')
            {
                var end = bare.IndexOf(']', StringComparison.Ordinal);
                (condition, bare) = (bare[1..end], bare[(end + 1)..]);
            }

            var parts = bare.Split('|');
            return new Line(level, condition, parts[0], parts[1].Length > 0 ? parts[1] : null, parts[2]);
        }
    }
}
