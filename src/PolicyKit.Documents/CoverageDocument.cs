using System.Text;
using PolicyKit.Calendar;
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
    public static string Render(SecurityPolicy policy, SecurityStandard standard) =>
        Render(policy, standard, ValueList<ControlFallback>.Empty);

    /// <summary>The same, with the controls whose provisions the policy does not have.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="standard">The standard, resolved.</param>
    /// <param name="fallbacks">
    /// The controls that cite a provision above (see <see cref="Packs.PolicyPack.Fallbacks"/>).
    /// </param>
    public static string Render(SecurityPolicy policy, SecurityStandard standard, ValueList<ControlFallback> fallbacks)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(fallbacks);
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
        );
        foreach (var (state, name) in StateNames)
            text.Append($"- {name}: {standard.Controls.Count(c => c.SourceState == state)}\n");
        text.Append('\n');
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

        Fallbacks(text, policy, fallbacks);
        CrosswalkTable.Append(text, policy, standard);
        Sources(text, standard);
        return text.ToString();
    }

    // Controls whose provisions the policy does not have, so that nobody reads the table above as if it had.
    private static void Fallbacks(StringBuilder text, SecurityPolicy policy, ValueList<ControlFallback> fallbacks)
    {
        if (fallbacks.Count == 0)
            return;
        text.Append("\n## 上位の条項に寄せた対策 / controls that fall back\n\n");
        text.Append(
            "次の対策の条項は、この方針にありません。表では上位の条項に置いています。"
                + "方針に当たる条項があるときは、方針の `mapping` に書いてください。— "
                + "The policy has no provision for these controls, "
                + "and the table lists them under the nearest one above. "
                + "If another provision covers the matter, name it in the policy's `mapping`.\n\n"
        );
        text.Append("| 対策 | ない条項 / missing | 寄せた条項 / cited instead |\n|---|---|---|\n");
        foreach (var fallback in fallbacks)
        {
            var cited = fallback.Cited is { } id ? $"{policy.Cite(id)} {policy.Find(id)?.Heading}".Trim() : "—";
            if (fallback.IsMeasureMissing)
                cited += " (対策の定めなし / measure missing)";
            text.Append(
                $"| {Cell($"{fallback.Number} {fallback.Title}")} | `{fallback.Canonical}` | {Cell(cited)} |\n"
            );
        }
    }

    private static readonly (SourceState State, string Name)[] StateNames =
    [
        (SourceState.Confirmed, "照合済み / confirmed"),
        (SourceState.Partly, "一部照合 / partly confirmed"),
        (SourceState.Mended, "照合して訂正 / corrected after comparison"),
        (SourceState.Own, "PolicyKitの既定 / PolicyKit's default"),
        (SourceState.NotFound, "出典未確認 / no source found"),
    ];

    private static string NameOf(SourceState? state) =>
        StateNames.Where(s => s.State == state).Select(s => s.Name).FirstOrDefault() ?? "";

    // A value that the body has set rests on its decision, whatever the baseline's value rested on.
    private static string StateOf(Parameter parameter) =>
        parameter.SourceState is null && parameter.Source.Kind == ParameterSourceKind.Body
            ? "団体の定め / set by the body"
            : NameOf(parameter.SourceState);

    private static string NameOf(CountingStart start) =>
        start switch
        {
            CountingStart.EventDay => "起因の日 / the event's day",
            CountingStart.NextDay => "翌日 / the next day",
            _ => throw new ArgumentOutOfRangeException(nameof(start)),
        };

    private static string NameOf(CountingUnit unit) =>
        unit switch
        {
            CountingUnit.Days => "暦日 / days",
            CountingUnit.WorkingDays => "開庁日 / working days",
            CountingUnit.Months => "月 / months",
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };

    private static string NameOf(ClosedLastDay day) =>
        day switch
        {
            ClosedLastDay.Stays => "動かさない / stays",
            ClosedLastDay.NextOpenDay => "次の開庁日 / next open day",
            ClosedLastDay.PreviousOpenDay => "前の開庁日 / previous open day",
            _ => throw new ArgumentOutOfRangeException(nameof(day)),
        };

    private static string NameOf(SourceReading reading) =>
        reading switch
        {
            SourceReading.Whole => "全文 / whole",
            SourceReading.Part => "一部 / part",
            SourceReading.Secondary => "二次資料 / secondary",
            _ => throw new ArgumentOutOfRangeException(nameof(reading)),
        };

    // What every control and parameter rests on, and then the documents, once each.
    private static void Sources(StringBuilder text, SecurityStandard standard)
    {
        if (standard.Documents.Count == 0)
            return;
        text.Append("\n## 対策の出典 / sources of the controls\n\n");
        text.Append("| 対策 | 照合 / state | 出典 / sources | 注記 / note |\n|---|---|---|---|\n");
        foreach (var control in standard.Controls)
            text.Append(
                Row(
                    Cell($"{control.Number} {control.Title}"),
                    NameOf(control.SourceState),
                    References(control.Sources),
                    Cell(control.SourceNote ?? "")
                )
            );
        text.Append("\n## パラメーターの出典 / sources of the parameters\n\n");
        text.Append(
            "| パラメーター | 値 / value | 照合 / state | 出典 / sources | 注記 / note |\n|---|---|---|---|---|\n"
        );
        foreach (var parameter in standard.Parameters)
            text.Append(
                Row(
                    parameter.Id.ToString(),
                    Cell(ValueOf(parameter)),
                    StateOf(parameter),
                    References(parameter.Sources),
                    Cell(parameter.SourceNote ?? "")
                )
            );
        text.Append("\n## 期間の数え方 / counting rules\n\n");
        text.Append(
            "| ID | 数え方 / rule | 1日目 / day one | 単位 / unit | 末日が休日 / closed last day | 照合 / state "
                + "| 出典 / sources | 注記 / note |\n|---|---|---|---|---|---|---|---|\n"
        );
        foreach (var rule in standard.CountingRules)
            text.Append(
                Row(
                    rule.Id.ToString(),
                    Cell(rule.Title),
                    NameOf(rule.Begins),
                    NameOf(rule.Unit),
                    NameOf(rule.OnClosedDay),
                    NameOf(rule.SourceState),
                    References(rule.Sources),
                    Cell(rule.SourceNote ?? "")
                )
            );
        text.Append("\n## 文書 / documents\n\n");
        text.Append(
            "| ID | 表題 / title | 発行者 / issuer | 日付 / date | 所在 / address | SHA-256 | 注記 / note |\n|---|---|---|---|---|---|---|\n"
        );
        foreach (var document in standard.Documents)
            text.Append(
                Row(
                    document.Id.ToString(),
                    Cell(document.Title),
                    Cell(document.Issuer),
                    Cell(document.Date),
                    Cell(document.Address ?? ""),
                    document.Sha256 ?? "",
                    Cell(document.Note ?? "")
                )
            );
    }

    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string References(ValueList<SourceReference> sources) =>
        Cell(string.Join("; ", sources.Select(s => $"{s.Document} ({s.Edition}) {s.Section} 〔{NameOf(s.Read)}〕")));

    // A lexicon is not a threshold: how long it is says enough.
    private static string ValueOf(Parameter parameter) =>
        parameter.Values.Count > 6
            ? $"({parameter.Values.Count})"
            : string.Join(", ", parameter.Values) + parameter.Unit;

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
