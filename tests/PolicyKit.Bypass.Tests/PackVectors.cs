using System.Globalization;

namespace PolicyKit.Bypass.Tests;

/// <summary>Vectors against the files of the pack, its targets and its analyzers.</summary>
internal static class PackVectors
{
    private const string Own = """
        {
          "kind": "standard", "id": "own.standard", "policy": "moh-sewerage.basic-policy", "version": "1",
          "title": "対策基準", "shortTitle": "対策基準", "zones": [{ "id": "internet", "name": "インターネット接続系" }],
          "controls": [{
            "id": "physical.rooms", "number": "4-01", "title": "管理区域", "measure": "physical",
            "provisions": ["measures.physical"], "requirement": "管理区域を施錠する。", "criterion": "施錠されている。",
            "obligation": "recommended", "notMachineCheckable": "現地で確認する" }]
        }
        """;

    private const string OwnWaivers =
        "<ItemGroup><AdditionalFiles Include=\"waivers.json\" PolicyKitRole=\"waivers\" /></ItemGroup>";

    public static IEnumerable<Vector> All =>
        [
            Stopped(
                "20b",
                "RunAnalyzers=false, and the package's targets overridden",
                "<Target Name=\"PolicyKitCheckAnalyzersRun\" /><Target Name=\"PolicyKitCheckAnalyzersRan\" />"
                    + "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>"
            ),
            Stopped(
                "20c",
                "RunAnalyzers=false, and the name by which a check once told its builds",
                "<PropertyGroup><PolicyKitChecking>true</PolicyKitChecking>"
                    + "<POLICYKIT_CHECKING>1</POLICYKIT_CHECKING><RunAnalyzers>false</RunAnalyzers></PropertyGroup>"
            ),
            Stopped(
                "24b",
                "analyzers removed by a target that runs after the package's",
                "<Target Name=\"Off\" BeforeTargets=\"CoreCompile\"><ItemGroup><Analyzer"
                    + " Remove=\"@(Analyzer)\" /></ItemGroup></Target>"
            ),
            Stopped(
                "40",
                "what the analyzers stand on removed",
                "<PropertyGroup><NoWarn>$(NoWarn);CS8032</NoWarn></PropertyGroup><Target Name=\"Off\""
                    + " BeforeTargets=\"CoreCompile\"><ItemGroup><Analyzer Remove=\"@(Analyzer)\""
                    + " Condition=\"'%(Filename)' == 'NodaTime'\" /></ItemGroup></Target>"
            ) with
            {
                InWarmCompiler = BuildSeen.Reported,
            },
            Stopped("30", "files of the pack removed by a target", Removing("AdditionalFiles", "BeforeCompile")),
            Stopped(
                "31",
                "roles of the pack's files cleared",
                "<Target Name=\"Off\" BeforeTargets=\"GenerateMSBuildEditorConfigFileShouldRun\"><ItemGroup>"
                    + "<AdditionalFiles><PolicyKitRole /></AdditionalFiles></ItemGroup></Target>"
            ),
            Stopped(
                "41",
                "GenerateMSBuildEditorConfigFile=false",
                "<PropertyGroup><GenerateMSBuildEditorConfigFile>false</GenerateMSBuildEditorConfigFile>"
                    + "</PropertyGroup>"
            ),
            Stopped("41b", "configuration for the compiler removed", Removing("EditorConfigFiles", "CoreCompile")),
            Stopped(
                "32",
                "a standard of the project's own in the place of the body's",
                "<Target Name=\"Own\" BeforeTargets=\"GenerateMSBuildEditorConfigFileShouldRun\"><ItemGroup>"
                    + "<AdditionalFiles Remove=\"@(AdditionalFiles)\""
                    + " Condition=\"'%(AdditionalFiles.PolicyKitRole)' == 'standard'\" />"
                    + "<AdditionalFiles Include=\"own.json\" PolicyKitRole=\"standard\" /></ItemGroup></Target>",
                ("own.json", Own)
            ),
            new(
                "34",
                "waivers of the project's own",
                OwnWaivers,
                [Vectors.Hidden, ("waivers.json", Waivers(DateTime.UtcNow))],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "35",
                "waivers that have ended, and an evaluation date in the past",
                OwnWaivers
                    + "<PropertyGroup><PolicyKitEvaluationDate>2020-06-01</PolicyKitEvaluationDate></PropertyGroup>",
                [Vectors.Hidden, ("waivers.json", Waivers(new DateTime(2020, 6, 1)))],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Stopped,
            },
            new(
                "43c",
                "the same by a .globalconfig",
                OwnWaivers,
                [
                    Vectors.Hidden,
                    ("waivers.json", Waivers(new DateTime(2020, 6, 1))),
                    (".globalconfig", "is_global = true\nbuild_property.PolicyKitEvaluationDate = 2020-06-01\n"),
                ],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Stopped,
            },
            new(
                "38",
                "configuration taken from the compiler",
                "",
                [("appsettings.json", "{ \"Mail\": { \"Password\": \"Kaw4goe#2026\" } }")],
                Seen.Reported
            )
            {
                After =
                    "<ItemGroup><AdditionalFiles Remove=\"$(MSBuildProjectDirectory)/appsettings.json\" />"
                    + "</ItemGroup>",
                InBuild = BuildSeen.Nothing,
            },
        ];

    private static Vector Stopped(string id, string what, string after, params (string, string)[] files) =>
        new(id, what, "", [Vectors.Hidden, .. files], Seen.Reported) { After = after, InBuild = BuildSeen.Stopped };

    private static string Removing(string item, string before) =>
        $"<Target Name=\"Off\" BeforeTargets=\"{before}\"><ItemGroup><{item} Remove=\"@({item})\" /></ItemGroup></Target>";

    public static string Waivers(DateTime day)
    {
        string On(int days) => day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $$"""
            { "kind": "waivers", "id": "own.waivers", "waivers": [{
              "id": "w-1", "rule": "PK6101", "scope": { "path": "**" }, "reason": "古い機器",
              "compensatingMeasure": "専用線", "applicant": "業務課長", "approver": "最高情報セキュリティ責任者",
              "decidedOn": "{{On(-30)}}", "validFrom": "{{On(-30)}}", "expires": "{{On(60)}}", "reviewOn": "{{On(
                30
            )}}" }] }
            """;
    }
}
