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
}
