using PolicyKit.Testing;

namespace PolicyKit.Bypass.Tests;

/// <summary>Vectors against the build: its properties, its compiler, its declaration, and the package left out.</summary>
internal static class BuildVectors
{
    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        {pack}
        </Project>
        """;

    private const string Undeclared = """
        public static class Secrets
        {
            public static System.Threading.Tasks.Task<string> Get(System.Net.Http.HttpClient client) =>
                client.GetStringAsync("https://collector.example.com/x");
        }
        """;

    private const string Wrapper = """
        #!/bin/bash
        # A compiler that forgets its analyzers.
        words=()
        for word in "$@"; do
          if [[ $word == @* ]]; then sed -E 's# /analyzer:("[^"]*"|[^ ]*)##g' "${word#@}" > obj/own.rsp; word=@obj/own.rsp; fi
          words+=("$word")
        done
        exec dotnet "$(dirname "$(readlink -f "$(command -v dotnet)")")"/sdk/*/Roslyn/bincore/csc.dll "${words[@]}"
        """;

    public static IEnumerable<Vector> All => [.. Properties, .. Compilers, .. Declared];

    private static IEnumerable<Vector> Properties =>
        [
            Inner("09", "NoWarn from outside of the project", "NoWarn=PK6101", Library, BuildSeen.Reported),
            Inner("22", "RunAnalyzers=false from outside", "RunAnalyzers=false", Library, BuildSeen.Stopped),
            Without("27", "the package taken out", "", Vectors.Hidden),
            Inner(
                "28",
                "the secret in a library without the package",
                "",
                Library.Replace("{pack}", "", StringComparison.Ordinal),
                BuildSeen.Nothing
            ),
            Project(
                "43",
                "an evaluation date far from today",
                "<PropertyGroup><PolicyKitEvaluationDate>2020-06-01</PolicyKitEvaluationDate></PropertyGroup>",
                BuildSeen.Stopped,
                Vectors.Hidden
            ),
            Project(
                "43b",
                "an evaluation date that is none",
                "<PropertyGroup><PolicyKitEvaluationDate>soon</PolicyKitEvaluationDate></PropertyGroup>",
                BuildSeen.Stopped,
                Vectors.Hidden
            ),
            Project(
                "43d",
                "roles of files forged by an .editorconfig",
                "",
                BuildSeen.Stopped,
                Vectors.Hidden,
                (
                    ".editorconfig",
                    "root = true\n[*.json]\nbuild_metadata.AdditionalFiles.PolicyKitRole = configuration\n"
                )
            ),
            Project(
                "44",
                "a language and a profile that do not exist",
                "<PropertyGroup><PolicyKitLanguage>xx</PolicyKitLanguage>"
                    + "<PolicyKitProfile>none</PolicyKitProfile></PropertyGroup>",
                BuildSeen.Reported,
                Vectors.Hidden
            ),
            new(
                "75b",
                "analyzers taken from one of several frameworks",
                "<PropertyGroup><TargetFramework /><TargetFrameworks>net10.0;netstandard2.0"
                    + "</TargetFrameworks></PropertyGroup>",
                [("Secrets.cs", "#if NETSTANDARD\n" + Vectors.Secret + "\n#endif\n")],
                Seen.Reported
            )
            {
                After =
                    "<Target Name=\"Off\" BeforeTargets=\"PolicyKitCheckAnalyzersRun\" Condition=\"'$(TargetFramework)'"
                    + " == 'netstandard2.0'\"><ItemGroup><Analyzer Remove=\"@(Analyzer)\" /></ItemGroup></Target>",
                InBuild = BuildSeen.Stopped,
            },
            Project(
                "94",
                "assemblies that are not compiled ahead of time",
                "<PropertyGroup><PolicyKitAheadOfTime>false</PolicyKitAheadOfTime></PropertyGroup>",
                BuildSeen.Reported,
                Vectors.Hidden
            ),
            Project(
                "97",
                "sources named by a response file of the compiler",
                "<PropertyGroup><CompilerResponseFile>more.rsp</CompilerResponseFile></PropertyGroup>",
                BuildSeen.Reported,
                ("hidden.txt", Vectors.Secret),
                ("more.rsp", "hidden.txt\n")
            ),
        ];

    private static IEnumerable<Vector> Compilers =>
        [
            Project(
                "55",
                "a compiler of the project's own that forgets its analyzers",
                "<PropertyGroup><CscToolPath>$(MSBuildProjectDirectory)</CscToolPath>"
                    + "<CscToolExe>csc.sh</CscToolExe></PropertyGroup>",
                BuildSeen.Nothing,
                Vectors.Hidden,
                ("csc.sh", Wrapper)
            ),
            new(
                "54",
                "the compiler run by a command, and the compiler's task on a decoy",
                NoReferenceAssembly,
                [("Hidden.txt", Vectors.Secret)],
                Seen.NotJudged
            )
            {
                After = Overridden(
                    "<Csc Sources=\"@(Compile)\" References=\"@(ReferencePath)\" OutputAssembly=\"obj/decoy.dll\""
                        + " TargetType=\"exe\" DebugType=\"portable\" PdbFile=\"obj/decoy.pdb\" NoConfig=\"true\" />"
                ),
                InBuild = BuildSeen.Nothing,
            },
            new(
                "79",
                "the compiler run by a command alone",
                NoReferenceAssembly,
                [("Hidden.txt", Vectors.Secret)],
                Seen.NotJudged
            )
            {
                After = Overridden(""),
                InBuild = BuildSeen.Nothing,
            },
            new(
                "84b",
                "sources swapped, and no debug information that tells",
                "<Target Name=\"Swap\" BeforeTargets=\"CoreCompile\"><PropertyGroup><DebugType>none</DebugType>"
                    + "<DebugSymbols>false</DebugSymbols></PropertyGroup>"
                    + "<Copy SourceFiles=\"evil.txt\" DestinationFiles=\"Clean.cs\" /></Target>"
                    + "<Target Name=\"Back\" AfterTargets=\"CoreCompile\">"
                    + "<Copy SourceFiles=\"clean.txt\" DestinationFiles=\"Clean.cs\" /></Target>",
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
        ];

    private static IEnumerable<Vector> Declared =>
        [
            Declaring(
                "36",
                "a host that the vendor's own declaration calls approved",
                "collector.example.com",
                Seen.Nothing
            ) with
            {
                InBuild = BuildSeen.Nothing,
            },
            Declaring("37", "a declaration that approves *.com", "*.com", Seen.Reported),
            Project(
                "81",
                "waivers beside the project, without a role",
                "",
                BuildSeen.Reported,
                Vectors.Hidden,
                ("waivers.json", PackVectors.Waivers(DateTime.UtcNow))
            ),
        ];

    private const string NoReferenceAssembly =
        "<PropertyGroup><ProduceReferenceAssembly>false</ProduceReferenceAssembly>"
        + "<DebugType>none</DebugType></PropertyGroup>";

    // The SDK's targets come first: the last target of a name counts.
    private static string Overridden(string decoy) =>
        "<Import Project=\"Sdk.targets\" Sdk=\"Microsoft.NET.Sdk\" /><Target Name=\"CoreCompile\">"
        + decoy
        + "<Copy SourceFiles=\"Hidden.txt\" DestinationFiles=\"obj/Hidden.cs\" /><Exec Command=\"dotnet"
        + " &quot;$(MSBuildToolsPath)/Roslyn/bincore/csc.dll&quot; @(Compile->'&quot;%(FullPath)&quot;',' ')"
        + " obj/Hidden.cs @(ReferencePath->'-r:&quot;%(FullPath)&quot;',' ') -out:@(IntermediateAssembly) -nologo\" />"
        + "</Target>";

    private static Vector Inner(string id, string what, string properties, string library, BuildSeen inBuild) =>
        new(
            id,
            what,
            $"<ItemGroup><ProjectReference Include=\"inner/v{id}inner.csproj\" AdditionalProperties=\"{properties}\" />"
                + "<Compile Remove=\"inner/**\" /></ItemGroup>",
            [($"inner/v{id}inner.csproj", library), ("inner/Secrets.cs", Vectors.Secret)],
            Seen.Reported
        )
        {
            InBuild = inBuild,
        };

    private static Vector Without(string id, string what, string extra, params (string, string)[] files) =>
        new(id, what, extra, files, Seen.Reported) { IsWithoutPack = true, InBuild = BuildSeen.Nothing };

    private static Vector Project(
        string id,
        string what,
        string extra,
        BuildSeen inBuild,
        params (string, string)[] files
    ) => new(id, what, extra, files, Seen.Reported) { InBuild = inBuild };

    private static Vector Declaring(string id, string what, string host, Seen expected) =>
        new(
            id,
            what,
            "",
            [
                ("Secrets.cs", Undeclared),
                (
                    "system.json",
                    File.ReadAllText(Repository.PathOf("examples", "sewerage-billing", "system.json"))
                        .Replace("transfer.bank.example.jp", host, StringComparison.Ordinal)
                ),
            ],
            expected
        )
        {
            After =
                "<ItemGroup><AdditionalFiles"
                + " Remove=\"$([System.IO.Path]::GetFullPath('$(MSBuildProjectDirectory)/../system.json'))\" />"
                + "<AdditionalFiles Include=\"system.json\" PolicyKitRole=\"system\" /></ItemGroup>",
        };
}
