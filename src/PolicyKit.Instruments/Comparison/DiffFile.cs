using System.Text.Json.Nodes;

namespace PolicyKit.Instruments.Comparison;

/// <summary>A file that is compared.</summary>
/// <param name="Name">Its name, without its folder.</param>
/// <param name="Sha256">The hash of its bytes.</param>
/// <param name="Json">What it says.</param>
internal sealed record DiffFile(string Name, string Sha256, JsonNode Json);
