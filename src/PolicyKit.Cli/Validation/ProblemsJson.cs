using System.Text.Json;
using PolicyKit.Cli.Output;
using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>Problems for programs. Members are only ever added.</summary>
internal static class ProblemsJson
{
    // A name in it may be a secret: each is masked as it was written, not as the pointer escapes it.
    private static string Masked(string pointer) =>
        string.Join(
            '/',
            pointer
                .Split('/')
                .Select(token =>
                    token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
                )
                .Select(SecretShapes.Masked)
                .Select(name =>
                    name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                )
        );

    public static string Write(
        IEnumerable<Problem> problems,
        ValidationSummary summary,
        int untold,
        MessageLanguage language
    )
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("exitCode", summary.ExitCode);
            json.WriteNumber("files", summary.Judged);
            json.WriteNumber("invalidFiles", summary.Invalid);
            json.WriteNumber("problemsNotShown", untold);
            json.WriteStartArray("skipped");
            foreach (var foreign in summary.Foreign)
            {
                json.WriteStartObject();
                json.WriteString("file", foreign.Path);
                json.WriteString("what", SecretShapes.Masked(foreign.What.Text(language)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("code", problem.Code);
                json.WriteString("severity", problem.Severity.ToString().ToLowerInvariant());
                json.WriteString("message", SecretShapes.Masked(problem.Message.Text(language)));
                if (problem.Message.Remedy(language) is { } remedy)
                    json.WriteString("remedy", SecretShapes.Masked(remedy));
                json.WriteString("file", problem.Location.File);
                json.WriteNumber("line", problem.Location.Start.Line);
                json.WriteNumber("column", problem.Location.Start.Column);
                json.WriteString("pointer", Masked(problem.Location.Pointer));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
