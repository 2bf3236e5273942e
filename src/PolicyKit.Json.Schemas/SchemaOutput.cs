using System.Text;
using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>Writes the format "basic".</summary>
internal static class SchemaOutput
{
    public static string Basic(bool valid, EvaluationSink sink)
    {
        var units = valid
            ? sink.Annotations.Select(a =>
                Unit(valid, a.EvaluationPath, a.Resource, a.Value, a.Instance)
                + ",\"annotation\":"
                + a.Value.RawText
                + "}"
            )
            : sink.Errors.Select(e =>
                Unit(valid, e.EvaluationPath, e.Resource!, e.Schema, e.Instance)
                + ",\"error\":"
                + Quoted(e.Message.Text(MessageLanguage.English))
                + "}"
            );
        var head = valid ? "{\"valid\":true,\"annotations\":[" : "{\"valid\":false,\"errors\":[";
        return head + string.Join(",", units) + "]}";
    }

    private static string Unit(bool valid, string path, SchemaResource resource, JsonValue keyword, JsonValue instance)
    {
        var root = new JsonValue(resource.Document.Text, resource.RootIndex).Pointer;
        // A keyword of a resource without a URI has no absolute location.
        var absolute =
            resource.Uri.Length == 0
                ? ""
                : ",\"absoluteKeywordLocation\":"
                    + Quoted(resource.Uri + "#" + Fragment(keyword.Pointer.Substring(root.Length)));
        return $"{{\"valid\":{(valid ? "true" : "false")},\"keywordLocation\":{Quoted(path)}{absolute},\"instanceLocation\":{Quoted(instance.Pointer)}";
    }

    // RFC 6901 §6: what a fragment may not hold is percent-encoded.
    private static string Fragment(string pointer) =>
        string.Concat(
            Encoding
                .UTF8.GetBytes(pointer)
                .Select(b =>
                    b
                        is > 0x20
                            and < 0x7F
                            and not (
                                (byte)'"'
                                or (byte)'<'
                                or (byte)'>'
                                or (byte)'\\'
                                or (byte)'^'
                                or (byte)'`'
                                or (byte)'{'
                                or (byte)'|'
                                or (byte)'}'
                                or (byte)'%'
                                or (byte)'#'
                                or (byte)'['
                                or (byte)']'
                            )
                        ? ((char)b).ToString()
                        : "%" + b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)
                )
        );

    private static string Quoted(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                result.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c))
                result.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                result.Append(c);
        }

        return result.Append('"').ToString();
    }
}
