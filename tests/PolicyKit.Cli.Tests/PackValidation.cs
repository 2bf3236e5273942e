using System.Text.Json;
using PolicyKit.Testing;

namespace PolicyKit.Cli.Tests;

/// <summary>Runs <c>validate --pack</c> with the first body's pack.</summary>
internal static class PackValidation
{
    public static readonly string Pack = Repository.PathOf("src", "PolicyKit.Packs.MohSewerage");

    public static readonly string Delivery = File.ReadAllText(
        Repository.PathOf("schemas", "examples", "system", "valid", "delivery.json")
    );

    public static (int ExitCode, List<ToldProblem> Problems) Run(
        TemporaryFolder folder,
        string text,
        params string[] more
    )
    {
        string[] day = more.Length > 0 ? more : ["--as-of", "2026-06-01"];
        var file = folder.Write("納品.json", text);
        var (exitCode, output, _) = Policykit.Run(["validate", file, "--pack", Pack, "--format", "json", .. day]);
        using var json = JsonDocument.Parse(output);
        return (exitCode, json.RootElement.GetProperty("problems").EnumerateArray().Select(Told).ToList());
    }

    private static ToldProblem Told(JsonElement problem) =>
        new(
            problem.GetProperty("code").GetString()!,
            problem.GetProperty("pointer").GetString()!,
            problem.GetProperty("message").GetString()!,
            problem.TryGetProperty("remedy", out var remedy) ? remedy.GetString()! : ""
        );
}
