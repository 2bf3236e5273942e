using PolicyKit.Json.Schemas;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>The JSON Schemas in declaration checks.</summary>
internal static class DeclarationSchema
{
    /// <summary>
    /// A check's schema with the parameters of a standard; null when it has none, or one that cannot be compiled.
    /// </summary>
    public static JsonSchema? Compile(DeclarationCheck check, SecurityStandard standard)
    {
        if (check.Schema is null)
            return null;
        var text = check.Schema.With(v =>
            ParameterJson.NameIn(v) is { } name
            && ParameterId.TryParse(name, out var id)
            && standard.Find(id) is { } parameter
                ? ParameterJson.Of(parameter.Value)
                : null
        );
        return JsonSchema.Compile(text, new SchemaOptions { AssertFormats = true }).Schema;
    }
}
