using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyKit.Compliance;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Starting;

/// <summary>The files that a body begins with.</summary>
internal static class StartingFolder
{
    // Which of the body's files the editor compares with which schema.
    private static readonly (DocumentKind Kind, string[] Files)[] Mapping =
    [
        (DocumentKind.Policy, ["policy.json"]),
        (DocumentKind.Standard, ["standard.json", "*.standard.json"]),
        (DocumentKind.System, ["system.json"]),
        (DocumentKind.Waivers, ["waivers.json"]),
        (DocumentKind.Evidence, ["evidence.json"]),
    ];

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Adds the files.</summary>
    /// <param name="files">The files that are to be written.</param>
    /// <param name="pack">The body's pack.</param>
    /// <param name="system">The first system.</param>
    /// <param name="ci">The pipeline; the script that it runs is always written.</param>
    public static void Add(NewFiles files, NewPack pack, NewSystem system, string ci)
    {
        PackFolder.Add(files, "pack/", pack, "../schemas/");
        foreach (var kind in new[] { DocumentKind.Waivers, DocumentKind.Evidence })
            files.Add(
                $"pack/{kind.Name()}.json",
                EmptyRegister.Write(kind, pack.Id, $"../schemas/{kind.Name()}.schema.json")
            );
        files.Add($"systems/{system.Id.Value}/system.json", system.Write("../../schemas/system.schema.json"));
        foreach (var kind in Enum.GetValues<DocumentKind>())
            files.Add($"schemas/{kind.Name()}.schema.json", DocumentSchemas.Source(kind).Content);
        files.Add(".vscode/settings.json", EditorSettings());
        // SHA-256 is over bytes: nobody's git may rewrite the ends of lines.
        files.Add(".gitattributes", "*.json text eol=lf\n*.sh text eol=lf\n");
        foreach (var recipe in CiRecipe.All.Where(r => r.Id == "script" || r.Id == ci))
            files.Add(recipe.Path, recipe.Text);
    }

    private static string EditorSettings() =>
        new JsonObject
        {
            ["json.schemas"] = new JsonArray([
                .. Mapping.Select(m =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["fileMatch"] = new JsonArray([.. m.Files.Select(f => (JsonNode)("/**/" + f))]),
                            ["url"] = $"./schemas/{m.Kind.Name()}.schema.json",
                        }
                ),
            ]),
        }.ToJsonString(Options) + "\n";
}
