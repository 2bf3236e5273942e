using System.Collections.Concurrent;
using PolicyKit.Compliance;
using PolicyKit.Reading;

namespace PolicyKit.Cli.Validation;

/// <summary>
/// Judges files on every core and gives the results in the order of the files. What is judged and told is forgotten:
/// memory does not grow with the number of files.
/// </summary>
internal sealed class ValidationRun(ValidationRequest request)
{
    // Below this, starting threads costs more than it saves.
    private const int Few = 8;

    private readonly ConcurrentDictionary<DocumentKind, SecondOpinion?> _opinions = new();
    private readonly Lazy<SecondOpinion?> _opinion = new(() =>
        SecondOpinion.On(
            request.Schema!.Source.Text,
            request.Schema.References.Select(r => r.Text),
            request.AssertFormats
        )
    );

    public IEnumerable<FileResult> Judge() =>
        request.Files.Count < Few ? request.Files.Select(One) : OrderedWork.Run(request.Files, One);

    private FileResult One(string path)
    {
        var result = new FileResult();
        // Whoever names a file means it: only what was found in a folder may be something else.
        var maybeForeign = request.Schema is null && request.Paths.Found.Contains(path);
        var (what, ours) = ((ForeignFile?)null, false);
        foreach (var document in request.Inputs.Read(path))
        {
            if (maybeForeign && ForeignFile.WhatIs(document) is { } foreign)
            {
                what ??= new ForeignFile(document.Path, foreign);
                continue;
            }

            ours = true;
            result.Add(Judge(document), request.MaxProblems);
        }

        return ours || what is null ? result : new FileResult { Foreign = what };
    }

    private DocumentResult Judge(SourceDocument document)
    {
        var problems = DocumentValidator.Validate(document, request.Schema?.Schema);
        if (request.Pack is { } pack)
            problems = pack.Judge(document, problems);
        if (
            request.Schema is null
            && document.Kind == DocumentKind.System
            && SbomFile.Compare(document).ToList() is { Count: > 0 } differing
        )
            problems = problems.Concat(differing).OrderBy(p => p.Location.Start).ToValueList();
        if (
            !request.WantsSecondOpinion
            || document.Text.Error is not null
            || (request.Schema is null && document.Kind is null)
        )
            return new DocumentResult(document, problems);
        var (schema, opinion) = request.Schema is { Schema: { } given }
            ? (given, _opinion.Value)
            : (DocumentSchemas.Of(document.Kind!.Value), _opinions.GetOrAdd(document.Kind.Value, OpinionOn));
        return SecondOpinion.Compare(
            opinion,
            new DocumentResult(document, problems),
            schema.IsValid(document.Text.Root)
        );
    }

    private static SecondOpinion? OpinionOn(DocumentKind kind) =>
        SecondOpinion.On(DocumentSchemas.Source(kind).Text, [], assertFormats: true);
}
