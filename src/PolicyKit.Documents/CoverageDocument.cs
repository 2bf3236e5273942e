using System.Text;
using PolicyKit.Messages;
using PolicyKit.Policies;
using PolicyKit.Standards;

namespace PolicyKit.Documents;

/// <summary>
/// Which provision of a policy is made concrete by which control, and what a machine looks at: what none looks at
/// stands there openly.
/// </summary>
public static class CoverageDocument
{
    /// <summary>A Markdown table of every provision, with its controls and the kinds of their checks.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="standard">The standard, resolved.</param>
    public static string Render(SecurityPolicy policy, SecurityStandard standard)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(standard);
        var text = new StringBuilder();
        text.Append($"# {policy.Body.Name} {policy.Title}: 条項ごとの確認 / coverage\n\n");
        text.Append(
            "この表は生成したものです (`policykit standard coverage`)。"
                + "規則はソースコード、申告はシステムの申告、証跡は日付のある記録を見ます。— "
                + "This table is generated. Rules look at source code, declaration checks at the declaration of a system, "
                + "evidence checks at dated records.\n\n"
        );
        var checkable = standard.Controls.Count(c => c.Checks.Count > 0);
        text.Append(
            $"- 対策 / controls: {standard.Controls.Count}\n"
                + $"- 機械が確認するもの / with a check: {checkable}\n"
                + $"- 機械で確認できないもの / not machine-checkable: {standard.Controls.Count - checkable}\n"
                + "- 一次資料と照合したもの / verified against a primary source: "
                + $"{standard.Controls.Count(c => c.Confirmed)}\n\n"
        );
        text.Append(
            "| 条項 | 対策 | 規則 / source | 申告 / declaration | 証跡 / evidence | 機械で確認できない理由 / why not |\n|---|---|---|---|---|---|\n"
        );
        foreach (var provision in policy.AllProvisions)
        {
            var controls = standard.Controls.Where(c => c.Provisions.Contains(provision.Id)).ToList();
            var name = $"{policy.Cite(provision.Id)} {provision.Heading}".Trim();
            if (controls.Count == 0)
                text.Append($"| {Cell(name)} | — | | | | |\n");
            foreach (var control in controls)
                text.Append(
                    $"| {Cell(name)} | {Cell($"{control.Number} {control.Title}")} | {Names<SourceCheck>(control)} "
                        + $"| {Names<DeclarationCheck>(control)} | {Evidence(control)} "
                        + $"| {Cell(control.NotMachineCheckable ?? "")} |\n"
                );
        }

        return text.ToString();
    }

    private static string Names<T>(Control control)
        where T : Check => string.Join(", ", control.Checks.OfType<T>().Select(c => c.Name).Distinct());

    private static string Evidence(Control control) =>
        string.Join(
            ", ",
            control
                .Checks.OfType<EvidenceCheck>()
                .Select(c =>
                    PolicyKit
                        .Evidence.EvidenceKindExtensions.Title(c.Record)
                        .Text(PolicyKit.Messages.MessageLanguage.Japanese)
                )
                .Distinct()
        );

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
