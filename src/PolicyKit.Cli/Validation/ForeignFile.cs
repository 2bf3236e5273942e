using PolicyKit.Cli.Failures;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// What lies in a folder beside the documents of PolicyKit: a bill of materials, a log, a page. It is named, and is not
/// judged as what it is not.
/// </summary>
/// <param name="Path">The file, as it is shown.</param>
/// <param name="What">What it is.</param>
internal sealed record ForeignFile(string Path, LocalizedMessage What)
{
    // Members that only documents of a kind have: whoever forgot `kind` is told so.
    private static readonly string[] Members = ["operation", "provisions", "controls", "waivers", "records", "imports"];

    private static readonly string[] Kinds = ["policy", "standard", "system", "waivers", "evidence", "overlay"];

    /// <summary>A file that is neither JSON nor YAML.</summary>
    public static ForeignFile OfName(string path) =>
        new(path, CliException.Messages.Message("validate.foreign", System.IO.Path.GetExtension(path)));

    /// <summary>What a document is that is none of PolicyKit's; null where it is one, or may be meant to be.</summary>
    public static LocalizedMessage? WhatIs(SourceDocument document)
    {
        if (document.Kind is not null || IsNamedAsOurs(document.Path))
            return null;
        if (document.Text.Error is not null)
            return document.Content.Contains("kind", StringComparison.Ordinal)
                ? null
                : CliException.Messages.Message("validate.foreign#unreadable");
        var root = document.Text.Root;
        if (Text(root, "bomFormat") is not null)
            return Sbom("CycloneDX", Text(root, "specVersion"));
        if (Text(root, "spdxVersion") is { } spdx)
            return Sbom("SPDX", spdx.StartsWith("SPDX-", StringComparison.Ordinal) ? spdx[5..] : spdx);
        return MayBeOurs(root) ? null : CliException.Messages.Message("validate.foreign", "JSON/YAML");
    }

    private static LocalizedMessage Sbom(string format, string? version) =>
        CliException.Messages.Message("validate.foreign#sbom", $"{format} {version}".TrimEnd());

    // Kubernetes and others have a `kind`, too, beside an `apiVersion`.
    private static bool MayBeOurs(JsonValue root)
    {
        if (root.Kind != JsonKind.Object || root.TryGetMember("apiVersion", out _))
            return false;
        return root.TryGetMember("kind", out _)
            || (Text(root, "$schema") is { } schema && IsNamedAsOurs(schema))
            || Members.Any(m => root.TryGetMember(m, out _));
    }

    // `system.json`, `billing.system.yaml`, `../schemas/system.schema.json`, `urn:policykit:schema:system:1`.
    private static bool IsNamedAsOurs(string name)
    {
        var file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return file.StartsWith("urn:policykit:", StringComparison.OrdinalIgnoreCase)
            || file.Split('.').Any(part => Kinds.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    private static string? Text(JsonValue root, string member) =>
        root.Kind == JsonKind.Object && root.TryGetMember(member, out var value) && value.Kind == JsonKind.String
            ? value.GetString()
            : null;
}
