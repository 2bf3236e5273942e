using System.Text.Json;
using PolicyKit.Testing;

namespace PolicyKit.Architecture.Tests;

/// <summary>What is still allowed of what should not be: figures that only fall. <c>POLICYKIT_UPDATE_EXPECTED=1</c> writes a lower one down.</summary>
/// <param name="Circles">By project: groups of namespaces that form a circle.</param>
/// <param name="BareTypeNames">Places in the analyzers that tell a type by its bare name.</param>
/// <param name="Product">The shape of what ships.</param>
/// <param name="Tests">The shape of the tests.</param>
internal sealed record Ceilings(
    Dictionary<string, int> Circles,
    int BareTypeNames,
    ShapeCeiling Product,
    ShapeCeiling Tests
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static string File => Repository.PathOf("tests", "PolicyKit.Architecture.Tests", "ceilings.json");

    public static bool Lower => Environment.GetEnvironmentVariable("POLICYKIT_UPDATE_EXPECTED") == "1";

    public static Ceilings Read() => JsonSerializer.Deserialize<Ceilings>(System.IO.File.ReadAllText(File), Options)!;

    public void Write() => System.IO.File.WriteAllText(File, JsonSerializer.Serialize(this, Options) + "\n");
}
