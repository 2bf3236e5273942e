using System.Text.Json;
using PolicyKit.Cli.Output;
using PolicyKit.Json;
using PolicyKit.Messages;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>Problems for programs. Members are only ever added.</summary>
internal static class ProblemsJson
{
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
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("code", problem.Code);
                json.WriteString("severity", problem.Severity.ToString().ToLowerInvariant());
                json.WriteString("message", problem.Message.Text(language));
                if (problem.Message.Remedy(language) is { } remedy)
                    json.WriteString("remedy", remedy);
                json.WriteString("file", problem.Location.File);
                json.WriteNumber("line", problem.Location.Start.Line);
                json.WriteNumber("column", problem.Location.Start.Column);
                json.WriteString("pointer", problem.Location.Pointer);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
