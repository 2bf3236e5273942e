using System.Globalization;
using PolicyKit.Reading;

namespace PolicyKit.Forms.Tests;

/// <summary>Registers of waivers that differ in their reasons.</summary>
internal static class Registers
{
    public static SourceDocument Of(params string[] reasons) =>
        SourceDocument.FromText(
            "waivers.json",
            $$"""
            {"kind": "waivers", "id": "example.waivers", "waivers": [{{string.Join(',', reasons.Select(Waiver))}}]}
            """
        );

    private static string Waiver(string reason, int index) =>
        $$"""
            {
              "id": "waiver-{{index.ToString(CultureInfo.InvariantCulture)}}",
              "rule": "PK6101",
              "scope": {"system": "billing"},
              "reason": {{Quoted(reason)}},
              "compensatingMeasure": "代替の措置",
              "applicant": "業務課長",
              "approver": "情報セキュリティ管理者",
              "decidedOn": "2026-04-01",
              "validFrom": "2026-04-01",
              "expires": "2026-09-30",
              "reviewOn": "2026-07-01"
            }
            """;

    // Every unit by its number: halves of surrogate pairs are text of a file, too.
    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => @"\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture)))}\"";
}
