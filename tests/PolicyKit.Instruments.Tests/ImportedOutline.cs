using System.Text;
using PolicyKit.Policies;

namespace PolicyKit.Instruments.Tests;

/// <summary>A policy as a list of its provisions, for people to judge: what is cited how, by which id, with what words.</summary>
internal static class ImportedOutline
{
    public static string Of(SecurityPolicy policy)
    {
        var text = new StringBuilder();
        text.Append(
            $"{policy.Body.Name} | {policy.Title} | {policy.Adoption.Date:uuuu-MM-dd} | {policy.CitationStyle}\n"
        );
        foreach (var number in policy.Instrument!.Numbers)
            text.Append($"令番号 {number.Organ} {number.Printed}\n");
        foreach (var path in ProvisionStep.All(policy.Provisions))
            text.Append(Line(policy, path[^1]));
        return text.ToString();
    }

    private static string Line(SecurityPolicy policy, ProvisionStep step)
    {
        var p = step.Provision;
        var rows = p.Rows.Count > 0 ? $" [{p.Rows.Count} rows]" : "";
        return $"{new string(' ', step.Depth * 2)}{policy.Cite(p.Id)!.Trim()} | {step.Kind} | {p.Id} | {p.Heading} | {Short(p.Text)}{rows}\n";
    }

    private static string? Short(string? text) =>
        text is null || text.Length <= 24 ? text : $"{text[..12]}…{text[^10..]}";
}
