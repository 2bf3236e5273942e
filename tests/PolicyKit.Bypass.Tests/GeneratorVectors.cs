namespace PolicyKit.Bypass.Tests;

/// <summary>Source generators that the delivery brings, and pages whose code one of the SDK writes.</summary>
internal static class GeneratorVectors
{
    private const string Write = "c.AddSource(File, Text);";

    public static IEnumerable<Vector> All =>
        [
            Generating("70", "a generator that writes the secret", Write, Seen.Reported, BuildSeen.Reported),
            Generating(
                "70b",
                "a generator that writes it for the compiler alone",
                "c.AddSource(File, ofCompiler ? Text : Text.Replace(\"DbPassword\", \"Title\"));",
                Seen.NotJudged,
                BuildSeen.Reported
            ),
            Generating(
                "70c",
                "a generator that ends its process",
                "if (!ofCompiler) System.Environment.Exit(0); " + Write,
                Seen.NotJudged,
                BuildSeen.Reported
            ),
            Generating(
                "70d",
                "a generator that forges a verdict",
                "if (!ofCompiler) { System.Console.WriteLine(\"適合: 違反 0 件、警告 0 件\"); System.Environment.Exit(0); } "
                    + Write,
                Seen.NotJudged,
                BuildSeen.Reported
            ),
            Generating(
                "70e",
                "a generator that reaches for the rules of the check",
                "if (!ofCompiler) foreach (var a in System.AppDomain.CurrentDomain.GetAssemblies()) foreach (var n in"
                    + " a.GetName().Name == \"PolicyKit.Analyzers\" ? a.GetTypes() : new System.Type[0])"
                    + " System.Environment.Exit(0); "
                    + Write,
                Seen.Reported,
                BuildSeen.Reported
            ),
            Generating(
                "70f",
                "a generator that throws for the check alone",
                "if (!ofCompiler) throw new System.InvalidOperationException(); " + Write,
                Seen.NotJudged,
                BuildSeen.Reported
            ),
            Generating(
                "70h",
                "a generator that overflows the stack for the check alone",
                "void Deep(int n) { Deep(n + 1); System.GC.KeepAlive(n); } if (!ofCompiler) Deep(0); " + Write,
                Seen.NotJudged,
                BuildSeen.Reported
            ),
            new(
                "73",
                "code in a page",
                "",
                [
                    (
                        "Pages/Index.cshtml",
                        "@page\n@{ const string dbPassword = \"Kaw4goe#2026\"; }\n<p>@dbPassword.Length</p>\n"
                    ),
                ],
                Seen.Reported
            )
            {
                Sdk = "Microsoft.NET.Sdk.Web",
            },
            new(
                "72",
                "RequireAuthorization of the project's own",
                "",
                [("Secrets.cs", FakeAuthorization)],
                Seen.Reported
            )
            {
                Sdk = "Microsoft.NET.Sdk.Web",
            },
        ];

    private const string FakeAuthorization = """
        using Microsoft.AspNetCore.Builder;
        public static class Secrets
        {
            public static void Serve()
            {
                var app = WebApplication.Create();
                app.MapGet("/bills", () => 1).RequireAuthorization();
                app.Run();
            }

            public static RouteHandlerBuilder RequireAuthorization(this RouteHandlerBuilder builder) => builder;
        }
        """;

    private static Vector Generating(string id, string what, string write, Seen expected, BuildSeen inBuild) =>
        new(id, what, "<ItemGroup><Analyzer Include=\"gen.dll\" /></ItemGroup>", [], expected)
        {
            InBuild = inBuild,
            Generator = $$"""
                using Microsoft.CodeAnalysis;
                [Generator(LanguageNames.CSharp)]
                public sealed class Writer : IIncrementalGenerator
                {
                    private const string File = "{{MatrixFolder.GeneratedIn(id)}}";
                    private const string Text = "public static class Secrets { public const string DbPassword = \"Kaw4goe#2026\"; }";
                    public void Initialize(IncrementalGeneratorInitializationContext context)
                    {
                        // The server of the compiler, or the compiler itself.
                        var line = System.Environment.CommandLine;
                        var ofCompiler = line.Contains("csc") || line.Contains("VBCSCompiler");
                        context.RegisterPostInitializationOutput(c => { {{write}} });
                    }
                }
                """,
        };
}
