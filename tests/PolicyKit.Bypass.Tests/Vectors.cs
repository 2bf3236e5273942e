namespace PolicyKit.Bypass.Tests;

/// <summary>The vectors, each a kind of its own.</summary>
public static class Vectors
{
    internal const string Secret = """
        public static class Secrets { public const string DbPassword = "Kaw4goe#2026"; }
        """;

    private const string Main = """
        public static class Program { public static void Main() { } }
        """;

    internal const string Weak = """
        public static class Weak
        {
            public static object? Of(System.IO.TextReader data) =>
                new System.Xml.Serialization.XmlSerializer(typeof(int)).Deserialize(data);
        }
        """;

    /// <summary>The rules that report what the vectors conceal.</summary>
    internal static IReadOnlyList<string> Concealed { get; } =
    ["CA5369", "PK3002", "PK3003", "PK6001", "PK6101", "PK6102", "PK6206"];

    internal static readonly (string, string) Hidden = ("Secrets.cs", Secret);

    public static IReadOnlyList<Vector> All { get; } =
        Asked([
            .. Suppression,
            .. Build,
            .. Others,
            .. Sources,
            .. PackVectors.All,
            .. SettingVectors.All,
            .. BuildVectors.All,
            .. GeneratorVectors.All,
            .. ConfigurationVectors.All,
        ]);

    // While one is worked on: POLICYKIT_VECTORS="43 43b" builds and checks no others.
    private static IReadOnlyList<Vector> Asked(IReadOnlyList<Vector> all) =>
        Environment.GetEnvironmentVariable("POLICYKIT_VECTORS") is { Length: > 0 } ids
            ? all.Where(v => ids.Split(' ').Contains(v.Id)).ToList()
            : all;

    private static IEnumerable<Vector> Suppression =>
        [
            new(
                "01",
                "#pragma warning disable",
                "",
                [("Secrets.cs", "#pragma warning disable\n" + Secret)],
                Seen.Reported
            )
            {
                Shares = MatrixFolder.Code,
            },
            Suppressed(
                "02",
                "SuppressMessage on the member",
                """
                public static class Secrets
                {
                    [System.Diagnostics.CodeAnalysis.SuppressMessage("x", "PK6101")]
                    public const string DbPassword = "Kaw4goe#2026";
                }
                """
            ),
            Suppressed(
                "03",
                "SuppressMessage on the assembly",
                """
                [assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("x", "PK6101", Scope = "module")]
                """
                    + "\n"
                    + Secret
            ),
            Suppressed(
                "05",
                "UnconditionalSuppressMessage",
                """
                [assembly: System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("x", "PK6101")]
                """
                    + "\n"
                    + Secret
            ),
            new(
                "07",
                "NoWarn in the project",
                "<PropertyGroup><NoWarn>$(NoWarn);PK6101</NoWarn></PropertyGroup>",
                [Hidden],
                Seen.Reported
            ),
            new(
                "08",
                "NoWarn in Directory.Build.props",
                "",
                [
                    Hidden,
                    (
                        "Directory.Build.props",
                        "<Project><PropertyGroup><NoWarn>PK6101</NoWarn></PropertyGroup></Project>"
                    ),
                ],
                Seen.Reported
            ),
            new(
                "10",
                ".editorconfig, severity none",
                "",
                [Hidden, (".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.PK6101.severity = none\n")],
                Seen.Reported
            )
            {
                Shares = MatrixFolder.Code,
            },
            new(
                "11",
                ".globalconfig with the highest level",
                "",
                [
                    Hidden,
                    (
                        ".globalconfig",
                        "is_global = true\nglobal_level = 9999\ndotnet_diagnostic.PK6101.severity = none\n"
                    ),
                ],
                Seen.Reported
            ),
            new(
                "12",
                "rule set",
                "<PropertyGroup><CodeAnalysisRuleSet>off.ruleset</CodeAnalysisRuleSet></PropertyGroup>",
                [
                    Hidden,
                    (
                        "off.ruleset",
                        "<RuleSet Name=\"off\" ToolsVersion=\"17.0\"><Rules AnalyzerId=\"a\""
                            + " RuleNamespace=\"a\"><Rule Id=\"PK6101\" Action=\"None\" /></Rules></RuleSet>"
                    ),
                ],
                Seen.Reported
            ),
            new(
                "13",
                "severity of all analyzers in one key",
                "",
                [Hidden, (".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = none\n")],
                Seen.Reported
            )
            {
                Shares = MatrixFolder.Code,
            },
            new(
                "14",
                "warning level 0",
                "<PropertyGroup><WarningLevel>0</WarningLevel></PropertyGroup>",
                [Hidden],
                Seen.Reported
            ),
            new(
                "15",
                "generated_code = true",
                "",
                [Hidden, (".editorconfig", "root = true\n[*.cs]\ngenerated_code = true\n")],
                Seen.Reported
            )
            {
                Shares = MatrixFolder.Code,
            },
            Suppressed("16", "header of generated code", "// <auto-generated/>\n" + Secret),
            new("17", "name of generated code", "", [("Secrets.g.cs", Secret)], Seen.Reported)
            {
                Shares = MatrixFolder.Code,
            },
            Suppressed(
                "18",
                "GeneratedCode attribute",
                "[System.CodeDom.Compiler.GeneratedCode(\"a\", \"1\")]\n" + Secret
            ),
        ];

    private static IEnumerable<Vector> Build =>
        [
            new(
                "20",
                "RunAnalyzers=false",
                "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>",
                [Hidden],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Stopped,
            },
            new(
                "21",
                "RunAnalyzersDuringBuild=false",
                "<PropertyGroup><RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild></PropertyGroup>",
                [Hidden],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Stopped,
            },
            new(
                "24",
                "analyzers removed by a target",
                "<Target Name=\"Off\" BeforeTargets=\"CoreCompile\"><ItemGroup><Analyzer"
                    + " Remove=\"@(Analyzer)\" /></ItemGroup></Target>",
                [Hidden],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Stopped,
            },
            new(
                "42",
                "DesignTimeBuild",
                "<PropertyGroup><DesignTimeBuild>true</DesignTimeBuild></PropertyGroup>",
                [Hidden],
                Seen.Reported
            ),
            new(
                "48",
                "linked from another folder",
                "<ItemGroup><Compile Include=\"../shared/Linked.cs\" /></ItemGroup>",
                [("../shared/Linked.cs", Secret)],
                Seen.Reported
            ),
            new("50", "#if RELEASE", "", [("Secrets.cs", "#if RELEASE\n" + Secret + "\n#endif\n")], Seen.Reported)
            {
                Shares = MatrixFolder.Code,
                InBuild = BuildSeen.Nothing,
            },
            new(
                "51",
                "#if DEPLOY, set by a property that nobody sets here",
                "<PropertyGroup Condition=\"'$(Deploy)' == 'true'\">"
                    + "<DefineConstants>$(DefineConstants);DEPLOY</DefineConstants></PropertyGroup>",
                [("Secrets.cs", "#if DEPLOY\n" + Secret + "\n#endif\n")],
                Seen.Listed
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "75",
                "one of several frameworks",
                "<PropertyGroup><TargetFramework /><TargetFrameworks>net10.0;netstandard2.0"
                    + "</TargetFrameworks></PropertyGroup>",
                [("Secrets.cs", "#if NETSTANDARD\n" + Secret + "\n#endif\n")],
                Seen.Reported
            ),
        ];

    // Rules of the SDK that the standard cites: the compiler lets a project silence them.
    private static IEnumerable<Vector> Others =>
        [
            new(
                "45",
                "a rule of the SDK, NoWarn",
                "<PropertyGroup><NoWarn>$(NoWarn);CA5369</NoWarn></PropertyGroup>",
                [("Weak.cs", Weak)],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Stopped,
            },
            new(
                "45b",
                "a rule of the SDK, #pragma",
                "",
                [("Weak.cs", "#pragma warning disable CA5369\n" + Weak)],
                Seen.Reported
            )
            {
                Shares = MatrixFolder.Code,
                InBuild = BuildSeen.Stopped,
            },
            new(
                "45c",
                "a rule of the SDK, #pragma without a number",
                "",
                [("Weak.cs", "#pragma warning disable\n" + Weak)],
                Seen.Reported
            )
            {
                Shares = MatrixFolder.Code,
                InBuild = BuildSeen.Stopped,
            },
            new(
                "45d",
                "a rule of the SDK, SuppressMessage",
                "",
                [("Weak.cs", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Security\", \"CA5369\")]\n" + Weak)],
                Seen.Reported
            )
            {
                Shares = MatrixFolder.Code,
                InBuild = BuildSeen.Stopped,
            },
            new(
                "95",
                "EnableNETAnalyzers=false",
                "<PropertyGroup><EnableNETAnalyzers>false</EnableNETAnalyzers></PropertyGroup>",
                [("Weak.cs", Weak)],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Stopped,
            },
            new(
                "96",
                "WarningsAsErrors emptied by a target",
                "<Target Name=\"Off\" BeforeTargets=\"PolicyKitCheckAnalyzersRun\"><PropertyGroup>"
                    + "<WarningsAsErrors /></PropertyGroup></Target>",
                [("Weak.cs", Weak)],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Stopped,
            },
        ];

    private static IEnumerable<Vector> Sources =>
        [
            new(
                "77",
                "a project of another language",
                "",
                [
                    ("Visual/Visual.vbproj", VisualBasic),
                    (
                        "Visual/Secrets.vb",
                        "Public Module Secrets\nPublic Const DbPassword As String = \"Kaw4goe#2026\"\nEnd Module\n"
                    ),
                ],
                Seen.NotJudged
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "76",
                "a project that the solution leaves out",
                "<ItemGroup><Compile Remove=\"Behind/**\" /></ItemGroup>",
                [("Behind/Behind.csproj", Library), ("Behind/Secrets.cs", Secret)],
                Seen.NotJudged
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "84",
                "sources swapped around the compiler",
                """
                <Target Name="Swap" BeforeTargets="CoreCompile">
                <Copy SourceFiles="evil.txt" DestinationFiles="Clean.cs" />
                </Target>
                <Target Name="Back" AfterTargets="CoreCompile">
                <Copy SourceFiles="clean.txt" DestinationFiles="Clean.cs" />
                </Target>
                """,
                [
                    ("Clean.cs", "public static class Clean { public static int One() => 1; }\n"),
                    ("clean.txt", "public static class Clean { public static int One() => 1; }\n"),
                    (
                        "evil.txt",
                        "public static class Clean { public static string Password() => \"Kaw4goe#2026\"; }\n"
                    ),
                ],
                Seen.NotJudged
            ),
            new(
                "57",
                "the assembly replaced in the output",
                """
                <Target Name="Weave" AfterTargets="CopyFilesToOutputDirectory">
                <Copy SourceFiles="$(MSBuildToolsPath)/MSBuild.dll" DestinationFiles="$(TargetPath)" />
                </Target>
                """,
                [],
                Seen.NotJudged
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "56",
                "an assembly referenced by its path",
                "<ItemGroup><Reference Include=\"Other\"><HintPath>lib/Other.dll</HintPath></Reference></ItemGroup>"
                    + "<Target Name=\"Bring\" BeforeTargets=\"ResolveAssemblyReferences\"><Copy"
                    + " SourceFiles=\"$(MSBuildToolsPath)/Microsoft.Build.Framework.dll\""
                    + " DestinationFiles=\"lib/Other.dll\" /></Target>",
                [],
                Seen.Listed
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "85",
                "a program without a project",
                "<ItemGroup><Compile Remove=\"apps/**\" /></ItemGroup>",
                [("apps/app.cs", "#:property Nullable=enable\nvar dbPassword = \"Kaw4goe#2026\";\n")],
                Seen.NotJudged
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "86",
                "configuration in another case",
                "",
                [("AppSettings.json", "{ \"Mail\": { \"Password\": \"Kaw4goe#2026\" } }")],
                Seen.Reported
            ),
            new(
                "87",
                "configuration linked from another folder",
                "<ItemGroup><None Include=\"../shared/appsettings.json\" Link=\"appsettings.json\""
                    + " CopyToOutputDirectory=\"PreserveNewest\" /></ItemGroup>",
                [("../shared/appsettings.json", "{ \"Mail\": { \"Password\": \"Kaw4goe#2026\" } }")],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "88",
                "configuration that another file includes",
                "",
                [
                    ("web.config", "<configuration><connectionStrings configSource=\"db.config\" /></configuration>"),
                    (
                        "db.config",
                        "<connectionStrings><add name=\"a\""
                            + " connectionString=\"Server=db;Password=Kaw4goe#2026\" /></connectionStrings>"
                    ),
                ],
                Seen.Reported
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "89",
                "configuration of a kind that no rule reads",
                "",
                [("appsettings.yaml", "password: Kaw4goe#2026\n")],
                Seen.Listed
            )
            {
                InBuild = BuildSeen.Nothing,
            },
            new(
                "58",
                "reflection",
                "",
                [
                    (
                        "Secrets.cs",
                        "public static class Clean { public static object? P() =>"
                            + " System.Type.GetType(\"A\")?.GetField(\"B\")?.GetValue(null); }"
                    ),
                ],
                Seen.Nothing
            )
            {
                Shares = MatrixFolder.Code,
                InBuild = BuildSeen.Nothing,
            },
        ];

    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
        <TargetFramework>net10.0</TargetFramework>
        </PropertyGroup>
        </Project>
        """;

    private const string VisualBasic = """
        <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
        <TargetFramework>net10.0</TargetFramework>
        </PropertyGroup>
        </Project>
        """;

    /// <summary>The entry point that every project has.</summary>
    public static (string Name, string Text) EntryPoint => ("Program.cs", Main);

    private static Vector Suppressed(string id, string what, string code) =>
        new(id, what, "", [("Secrets.cs", code)], Seen.Reported)
        {
            // What stands on the assembly concerns everything in it.
            Shares = code.StartsWith("[assembly:", StringComparison.Ordinal) ? null : MatrixFolder.Code,
        };
}
