using System.Globalization;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Checking;

/// <summary>
/// What a declaration says of a software bill of materials, compared with the file itself: its format, the version of
/// the format, the number of its components. Only JSON is read; of other files nothing is said.
/// </summary>
internal static class SbomContents
{
    /// <summary>What differs, at the member of the declaration that says so.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="sbom">Its member <c>sbom</c>.</param>
    /// <param name="file">The file that it names.</param>
    public static IEnumerable<Problem> Compare(SourceDocument declaration, JsonValue sbom, byte[] file)
    {
        var text = JsonText.Read(file);
        if (
            text.Error is not null
            || text.Root.Kind != JsonKind.Object
            || FormatOf(text.Root) is not var (format, version)
        )
            yield break;
        if (Text(sbom, "format") is { } declared && declared.GetString() != format)
        {
            yield return Problem(declaration, declared, "sbom.other-format", declared.GetString(), format);
            // The version and the number are those of another file.
            yield break;
        }

        if (Text(sbom, "version") is { } written && version.Length > 0 && written.GetString().Trim() != version)
            yield return Problem(declaration, written, "sbom.other-version", written.GetString(), version);
        if (
            sbom.TryGetMember("components", out var number)
            && number.TryGetInt64(out var count)
            && ListOf(text.Root, format) is { } list
            && !IsCount(count, list)
        )
            yield return Problem(declaration, number, "sbom.other-count", count, Nested(list, depth: 0));
    }

    // CycloneDX 1.2 and newer, and SPDX 2.2 and newer, in JSON.
    private static (string Format, string Version)? FormatOf(JsonValue root)
    {
        if (Text(root, "bomFormat") is { } bom && bom.GetString() == "CycloneDX")
            return ("cyclonedx", Text(root, "specVersion")?.GetString() ?? "");
        return Text(root, "spdxVersion") is { } spdx
            ? ("spdx", spdx.GetString().Replace("SPDX-", "", StringComparison.Ordinal))
            : null;
    }

    private static JsonValue? ListOf(JsonValue root, string format) =>
        root.TryGetMember(format == "spdx" ? "packages" : "components", out var list) && list.Kind == JsonKind.Array
            ? list
            : null;

    // People count the components of the first level or all of them, with or without the product itself.
    private static bool IsCount(long count, JsonValue list) =>
        Math.Abs(count - list.Count) <= 1 || Nested(list, depth: 0) - count is 0 or -1;

    private static long Nested(JsonValue list, int depth)
    {
        long count = 0;
        foreach (var component in list.Items())
            count +=
                depth < 64
                && component.Kind == JsonKind.Object
                && component.TryGetMember("components", out var inner)
                && inner.Kind == JsonKind.Array
                    ? 1 + Nested(inner, depth + 1)
                    : 1;
        return count;
    }

    private static JsonValue? Text(JsonValue of, string member) =>
        of.TryGetMember(member, out var value) && value.Kind == JsonKind.String ? value : null;

    private static Problem Problem(SourceDocument source, JsonValue at, string code, object declared, object found) =>
        new(
            CheckException.Messages.Message(code, Shown(declared), Shown(found)),
            Severity.Error,
            source.LocationOf(at)
        );

    private static string Shown(object value) =>
        SecretShapes.Masked(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
