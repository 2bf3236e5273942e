using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

internal sealed class FormatKeyword(JsonValue value, string format, Format check) : Keyword("format", value)
{
    public override int Kinds => Of(JsonKind.String);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        check(evaluation.Instance.SliceOf(instance), evaluation.Scratch)
        || (
            evaluation.Collects
            && evaluation.Fail(
                instance,
                Value,
                Name,
                "schema.format",
                Shown.Of(evaluation.ValueAt(instance)),
                InWords(format)
            )
        );

    private static object InWords(string format) =>
        SchemaCompiler.Messages.Find("schema.format." + format, MessageLanguage.Japanese) is null
            ? format
            : SchemaCompiler.Messages.Message("schema.format." + format);
}
