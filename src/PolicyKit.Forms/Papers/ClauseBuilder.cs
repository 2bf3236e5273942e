using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Packs;
using PolicyKit.Policies;
using PolicyKit.Standards;

namespace PolicyKit.Forms.Papers;

/// <summary>
/// Contract clauses of a body's standard: one for each control on outsourcing and external services (業務委託と外部サービスの
/// 利用). What the body excluded or added by tailoring is excluded or added here.
/// </summary>
internal sealed class ClauseBuilder(PolicyPack pack)
{
    private const string Contract = "contract";

    private readonly SecurityStandard _standard = pack.Standard!;

    public ClausesView Build() =>
        new(
            VisibleText.Of(pack.Policy?.Body.Name ?? ""),
            VisibleText.Of(pack.Policy?.Title ?? ""),
            VisibleText.Of(_standard.Title),
            VisibleText.Of(_standard.Version),
            [.. _standard.Controls.Where(c => c.Measure == MeasureKind.Outsourcing).Select(Clause)]
        );

    private ClauseView Clause(Control control) =>
        new(
            VisibleText.Of(control.Title),
            VisibleText.Of(ClauseWords.Of(control.Id) ?? ClauseWords.Other(control.Requirement)),
            Items(control),
            VisibleText.Of(control.Number),
            VisibleText.Of(string.Join("、", control.Provisions.Select(Cited))),
            control.Obligation == Obligation.Required
        );

    // The items that the standard has in a contract are those that its check of the declaration requires.
    private static List<string> Items(Control control) =>
        control
            .Checks.OfType<DeclarationCheck>()
            .Where(c => c.Subject == Contract && c.Schema is not null)
            .SelectMany(c => Required(JsonText.Read(c.Schema!.Text).Root))
            .Select(ClauseWords.OfItem)
            .OfType<string>()
            .ToList();

    private static IEnumerable<string> Required(JsonValue schema) =>
        schema.TryGetMember("required", out var members) && members.Kind == JsonKind.Array
            ? members.Items().Where(m => m.Kind == JsonKind.String).Select(m => m.GetString())
            : [];

    private string Cited(ProvisionId id) =>
        pack.Policy is { } policy && policy.Cite(id) is { } citation
            ? $"{policy.ShortTitle ?? policy.Title}{citation}"
            : id.Value;
}
