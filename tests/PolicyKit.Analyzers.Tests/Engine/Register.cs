using System.Text;

namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>Registers of waivers for tests.</summary>
internal static class Register
{
    /// <summary>A register of one waiver of PK6101 for the example's system.</summary>
    public static string Of(
        string expires = "2026-09-30",
        string from = "2026-01-01",
        string approver = "最高情報セキュリティ責任者",
        string subject = "\"rule\": \"PK6101\"",
        string scope = "{ \"system\": \"sewerage-billing\" }",
        int count = 1
    )
    {
        var waivers = new StringBuilder();
        for (var i = 1; i <= count; i++)
            waivers
                .Append(i == 1 ? "" : ",")
                .Append(
                    $$"""

                    { "id": "w-{{i}}", {{subject}}, "scope": {{scope}}, "reason": "機器が対応していない",
                      "compensatingMeasure": "接続元を限る", "applicant": "業務課長", "approver": "{{approver}}",
                      "decidedOn": "{{from}}", "validFrom": "{{from}}", "expires": "{{expires}}", "reviewOn": "{{from}}" }
                    """
                );
        return $$"""{ "kind": "waivers", "id": "sample.waivers", "waivers": [{{waivers}}] }""";
    }

    /// <summary>The standard of the tests with the parameters and the roles that waivers are judged by.</summary>
    public static string Standard { get; } =
        Files.Standard.Replace(
            "\n  \"parameters\": [\n",
            """

              "roles": [{ "id": "ciso", "title": "最高情報セキュリティ責任者", "holder": "事務局長" }, { "id": "system-manager",
                "title": "業務課長", "holder": "業務課長" }, { "id": "deputy", "title": "副責任者", "holder": "業務課長" }],
              "roleDoublings": [{ "roles": ["system-manager", "deputy"], "reason": "職員が少ない", "approver": "管理者" }],
              "parameters": [
                { "id": "waivers.longest-months", "title": "最長", "value": 12, "source": { "kind": "body" }, "changeableBy": "CISO" },
                { "id": "waivers.runway-days", "title": "予告", "value": 30, "source": { "kind": "body" }, "changeableBy": "CISO" },
                { "id": "waivers.pile-up", "title": "集中", "value": 3, "source": { "kind": "body" }, "changeableBy": "CISO" },

            """,
            StringComparison.Ordinal
        );

    /// <summary>The first body's pack, that standard, the example's declaration and a register.</summary>
    public static Files With(string register) => Files.Complete.With("standard", Standard).With("waivers", register);
}
