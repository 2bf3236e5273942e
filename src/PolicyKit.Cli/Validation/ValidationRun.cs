using PolicyKit.Compliance;
using PolicyKit.Json.Schemas;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>What was found in one document.</summary>
internal sealed record DocumentResult(SourceDocument Document, ValueList<Problem> Problems)
{
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);
}

/// <summary>What was found in one file.</summary>
internal sealed record FileResult(IReadOnlyList<DocumentResult> Documents)
{
    public bool HasErrors
    {
        get
        {
            foreach (var document in Documents)
                if (document.HasErrors)
                    return true;
            return false;
        }
    }
}

/// <summary>How a run ended.</summary>
internal sealed class ValidationSummary(int files)
{
    /// <summary>How many files there were.</summary>
    public int Files { get; } = files;

    /// <summary>How many were judged: fewer only when the first problem ended the run.</summary>
    public int Judged { get; set; }

    public int Invalid { get; set; }

    public int Problems { get; set; }

    public bool PolicyIsInvalid { get; set; }

    /// <summary>A policy, a standard or waivers that are not valid weigh more than a deliverable.</summary>
    public int ExitCode =>
        Invalid == 0 ? Checking.ExitCode.Conforms
        : PolicyIsInvalid ? Checking.ExitCode.InvalidPolicy
        : Checking.ExitCode.UnreadableDeliverable;
}

/// <summary>
/// Judges files on every core and gives the results in the order of the files. What is judged and told is forgotten:
/// memory does not grow with the number of files.
/// </summary>
internal static class ValidationRun
{
    // Below this, starting threads costs more than it saves.
    private const int Few = 16;

    public static IEnumerable<FileResult> Judge(IReadOnlyList<string> files, InputFiles inputs, JsonSchema? schema)
    {
        FileResult One(string path)
        {
            var results = new List<DocumentResult>(1);
            foreach (var document in inputs.Read(path))
                results.Add(new DocumentResult(document, DocumentValidator.Validate(document, schema)));
            return new FileResult(results);
        }

        return files.Count < Few ? files.Select(One) : InOrder(files, One);
    }

    public static void Count(ValidationSummary summary, FileResult file, bool isByKind)
    {
        summary.Judged++;
        if (file.HasErrors)
            summary.Invalid++;
        foreach (var document in file.Documents)
        {
            summary.Problems += document.Problems.Count;
            summary.PolicyIsInvalid |=
                isByKind
                && document.HasErrors
                && document.Document.Kind is DocumentKind.Policy or DocumentKind.Standard or DocumentKind.Waivers;
        }
    }

    // A window of files is judged at a time, so that neither results nor threads pile up before a slow reader.
    private static IEnumerable<FileResult> InOrder(IReadOnlyList<string> files, Func<string, FileResult> judge)
    {
        const int Window = 256;
        var results = new FileResult[Window];
        for (var start = 0; start < files.Count; start += Window)
        {
            var (first, count) = (start, Math.Min(Window, files.Count - start));
            try
            {
                Parallel.For(0, count, i => results[i] = judge(files[first + i]));
            }
            catch (AggregateException e)
                when (e.InnerExceptions.OfType<CheckException>().FirstOrDefault() is { } unreadable)
            {
                throw new CliException(unreadable);
            }

            for (var i = 0; i < count; i++)
                yield return results[i];
        }
    }
}
