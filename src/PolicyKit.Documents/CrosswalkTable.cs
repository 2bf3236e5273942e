using System.Text;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Documents;

/// <summary>
/// Which measures of a policy and which controls of its standard lead to which items of the frameworks that the standard
/// has crosswalks to.
/// </summary>
internal static class CrosswalkTable
{
    public static void Append(StringBuilder text, SecurityPolicy policy, SecurityStandard standard)
    {
        foreach (var crosswalk in standard.Crosswalks)
        {
            text.Append($"\n## 対応表 / crosswalk: {crosswalk.Title}\n\n");
            if (crosswalk.InForceOn is { } day)
                text.Append($"施行日 / in force on: {IsoDate.Format(day)}\n\n");
            if (crosswalk.Exemption is { } exemption)
                text.Append($"経過措置 / exemption: {exemption.Title}\n\n");
            if (crosswalk.Proviso.Count > 0)
                text.Append($"ただし書 / proviso: {ProvisoOf(crosswalk)}\n\n");
            text.Append(
                "どの対策がどの項目に当たるかは、項目の文言を読んだPolicyKitの判断です。— "
                    + "Which control leads to which item is PolicyKit's own reading of the item's words.\n\n"
            );
            text.Append("| 項目 / item | 基本方針の対策 / measures | 対策 / controls |\n|---|---|---|\n");
            foreach (var item in crosswalk.Items)
            {
                var measures = policy
                    .Measures.Where(m => item.Measures.Contains(m.Kind))
                    .Select(m => $"{policy.Cite(m.Provision.Id)} {m.Provision.Heading}");
                var controls = standard.Controls.Where(c => crosswalk.ItemsOf(c).Contains(item)).Select(c => c.Number);
                text.Append(
                    $"| {item.Number} {item.Title} | {string.Join("、", measures)} | {string.Join(", ", controls)} |\n"
                );
            }
        }
    }

    private static string ProvisoOf(Crosswalk crosswalk) =>
        string.Join(
            "。又は、",
            crosswalk
                .Proviso.GroupBy(c => c.IsEnoughAlone ? c.Id.Value : "")
                .Select(g => string.Join("、かつ、", g.Select(c => c.Title)))
        );
}
