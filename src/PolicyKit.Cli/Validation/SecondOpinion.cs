using System.Text.Json;
using Json.Schema;
using PolicyKit.Cli.Failures;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;
using OtherSchema = Json.Schema.JsonSchema;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// The verdict of another engine, JsonSchema.Net: an inspector can ask for it, and the tests hold ours against it. It
/// knows drafts 6 to 2020-12.
/// </summary>
internal sealed class SecondOpinion
{
    private readonly OtherSchema _schema;
    private readonly EvaluationOptions _options;

    private SecondOpinion(OtherSchema schema, EvaluationOptions options) => (_schema, _options) = (schema, options);

    /// <summary>The other engine on the same schema; null when it cannot read it.</summary>
    public static SecondOpinion? On(JsonText schema, IEnumerable<JsonText> references, bool assertFormats)
    {
        // A registry of its own: the engine's global one remembers what other schemas were called.
        var build = new BuildOptions { Dialect = Dialect.Draft202012, SchemaRegistry = new SchemaRegistry() };
        try
        {
            foreach (var reference in references)
                OtherSchema.FromText(reference.Root.RawText, build);
            return new SecondOpinion(
                OtherSchema.FromText(schema.Root.RawText, build),
                new EvaluationOptions { RequireFormatValidation = assertFormats, OutputFormat = OutputFormat.Flag }
            );
        }
        // Whatever it throws, it has no opinion; the caller says so.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Whether the other engine finds an instance valid; null when it cannot judge it.</summary>
    public bool? IsValid(JsonText instance)
    {
        try
        {
            using var document = JsonDocument.Parse(
                instance.Root.RawText,
                new JsonDocumentOptions { MaxDepth = 1_024 }
            );
            return _schema.Evaluate(document.RootElement, _options).IsValid;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>
    /// The result for a document, with what there is to tell where the engines differ or the other one is silent.
    /// </summary>
    public static DocumentResult Compare(SecondOpinion? opinion, DocumentResult ours, bool isValid) =>
        opinion?.IsValid(ours.Document.Text) switch
        {
            null => With(ours, Problem("validate.no-second-opinion", Severity.Warning, ours.Document)),
            var other when other == isValid => ours,
            _ => With(
                ours,
                Problem("validate.disagreement", Severity.Error, ours.Document, Verdict(isValid), Verdict(!isValid))
            ) with
            {
                HasDisagreement = true,
            },
        };

    private static DocumentResult With(DocumentResult result, Problem problem) =>
        result with
        {
            Problems = result.Problems.Append(problem).ToValueList(),
        };

    private static LocalizedMessage Verdict(bool isValid) =>
        CliException.Messages.Message(isValid ? "validate.verdict-valid" : "validate.verdict-invalid");

    private static Problem Problem(string key, Severity severity, SourceDocument document, params object[] arguments) =>
        new(CliException.Messages.Message(key, arguments), severity, Location.StartOf(document.Path));
}
